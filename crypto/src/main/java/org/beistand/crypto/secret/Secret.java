package org.beistand.crypto.secret;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Function;

/**
 * Bytes that nobody may see. It shows nothing of itself in a log, compares in constant time and is wiped when closed; a wiped
 * secret can no longer be used.
 */
public final class Secret implements AutoCloseable {
    private final byte[] bytes;
    private volatile boolean wiped;

    private Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes over the array, which is wiped with this secret. */
    public static Secret of(byte[] bytes) {
        return new Secret(bytes);
    }

    /**
     * What a person typed, as UTF-8. The characters are copied; the caller wipes his own.
     *
     * @throws IllegalArgumentException for an unpaired surrogate
     */
    public static Secret of(char[] typed) {
        try {
            ByteBuffer utf8 = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(typed));
            byte[] bytes = new byte[utf8.remaining()];
            utf8.get(bytes);
            Arrays.fill(utf8.array(), (byte) 0);
            return new Secret(bytes);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("not a text", e);
        }
    }

    /** A password as it came over the wire. */
    public static Secret of(String text) {
        return of(text.toCharArray());
    }

    public static Secret random(int length, SecureRandom random) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return new Secret(bytes);
    }

    /** The length in bytes. */
    public int length() {
        return bytes.length;
    }

    /**
     * Lends a copy of the bytes, wiped when the function returns.
     *
     * @throws IllegalStateException when it was wiped
     */
    public <R> R lend(Function<byte[], R> use) {
        if (wiped) {
            throw new IllegalStateException("the secret was wiped");
        }
        byte[] copy = bytes.clone();
        try {
            return use.apply(copy);
        } finally {
            Arrays.fill(copy, (byte) 0);
        }
    }

    /** Wipes it. */
    @Override
    public void close() {
        wiped = true;
        Arrays.fill(bytes, (byte) 0);
    }

    /** In a time that tells nothing about the content. A wiped secret equals nothing but itself. */
    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Secret that && !wiped && !that.wiped && MessageDigest.isEqual(bytes, that.bytes);
    }

    /** The same for all: a hash of a secret would say something about it. */
    @Override
    public int hashCode() {
        return 1;
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}

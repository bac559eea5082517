package org.beistand.protocol.wire;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * An immutable run of bytes with equality by content. It may share its array with others, so nobody writes into one.
 */
public final class Octets {
    public static final Octets EMPTY = new Octets(new byte[0], 0, 0);

    private final byte[] array;
    private final int offset;
    private final int length;

    private Octets(byte[] array, int offset, int length) {
        this.array = array;
        this.offset = offset;
        this.length = length;
    }

    /** Takes over the array: the caller no longer writes into it. */
    public static Octets of(byte... array) {
        return new Octets(array, 0, array.length);
    }

    /** Takes over that part of the array: the caller no longer writes into it. */
    public static Octets of(byte[] array, int offset, int length) {
        if (offset < 0 || length < 0 || offset > array.length - length) {
            throw new IndexOutOfBoundsException("part " + offset + "+" + length + " of " + array.length);
        }
        return new Octets(array, offset, length);
    }

    /** The length in bytes. */
    public int length() {
        return length;
    }

    public byte at(int index) {
        if (index < 0 || index >= length) {
            throw new IndexOutOfBoundsException(index);
        }
        return array[offset + index];
    }

    public Octets slice(int from, int count) {
        if (from < 0 || count < 0 || from > length - count) {
            throw new IndexOutOfBoundsException("slice " + from + "+" + count + " of " + length);
        }
        return new Octets(array, offset + from, count);
    }

    public byte[] toArray() {
        return Arrays.copyOfRange(array, offset, offset + length);
    }

    public void copyTo(byte[] target, int at) {
        System.arraycopy(array, offset, target, at, length);
    }

    /** The array behind this run, to be read between {@link #offset()} and offset + length only; never written. */
    public byte[] array() {
        return array;
    }

    public int offset() {
        return offset;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets that
                && Arrays.equals(array, offset, offset + length, that.array, that.offset, that.offset + that.length);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + array[i];
        }
        return hash;
    }

    /** The length only: content may be secret and must not reach a log. */
    @Override
    public String toString() {
        return length + " bytes";
    }

    public String toHex() {
        return HexFormat.of().formatHex(array, offset, offset + length);
    }

    public static Octets fromHex(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }
}

package org.beistand.crypto.secret;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * What is kept of a password: Argon2id (RFC 9106) in the usual text form
 * {@code $argon2id$v=19$m=65536,t=3,p=1$salt$hash}. One computation takes 64 MiB and a good part of a second, so the caller
 * bounds how many run at once.
 */
public final class PasswordHash {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    // What a stored line may ask for at most: a manipulated database must not exhaust the server.
    private static final int MOST_MEMORY_KIB = 256 * 1024;
    private static final int MOST_ROUNDS = 10;
    private static final int MOST_LANES = 4;

    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,6}),t=(\\d{1,2}),p=(\\d)\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    private PasswordHash() {}

    /** What one computation takes. A line in the store says with what it was made. */
    public record Cost(int memoryKib, int rounds, int lanes) {
        /** What every server uses; anything less is for tests that hash hundreds of passwords and prove something else. */
        public static final Cost USUAL = new Cost(64 * 1024, 3, 1);
    }

    /** A new line for the store. */
    public static String hash(Secret password, Cost cost, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new Line(cost, salt, compute(password, cost, salt, HASH_BYTES)).text();
    }

    /**
     * False for a wrong password and for a line that is not of this form.
     *
     * @param cost of what is done in vain when the line is none
     */
    public static boolean verify(String stored, Secret password, Cost cost) {
        Optional<Line> parsed = Line.parse(stored);
        if (parsed.isEmpty()) {
            return verifyAgainstNobody(password, cost);
        }
        Line line = parsed.get();
        byte[] actual = compute(password, line.cost, line.salt, line.hash.length);
        return MessageDigest.isEqual(line.hash, actual);
    }

    /**
     * Takes as long as {@link #verify} and says no: who asks for an unknown user must not learn from the time that there is
     * none.
     */
    public static boolean verifyAgainstNobody(Secret password, Cost cost) {
        compute(password, cost, new byte[SALT_BYTES], HASH_BYTES);
        return false;
    }

    /** Whether a stored line is of the form that {@link #hash} makes, with bounds that this server can bear. */
    static boolean isOfTheForm(String stored) {
        return Line.parse(stored).isPresent();
    }

    private static byte[] compute(Secret password, Cost cost, byte[] salt, int length) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.rounds())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        return password.lend(bytes -> {
            argon2.generateBytes(bytes, hash);
            return hash;
        });
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves this class
    private record Line(Cost cost, byte[] salt, byte[] hash) {
        static Optional<Line> parse(String text) {
            Matcher form = FORM.matcher(text);
            if (text.length() > 256 || !form.matches()) {
                return Optional.empty();
            }
            int memory = Integer.parseInt(form.group(1));
            int rounds = Integer.parseInt(form.group(2));
            int lanes = Integer.parseInt(form.group(3));
            if (lanes < 1
                    || lanes > MOST_LANES
                    || rounds < 1
                    || rounds > MOST_ROUNDS
                    || memory < 8 * lanes
                    || memory > MOST_MEMORY_KIB) {
                return Optional.empty();
            }
            try {
                Base64.Decoder base64 = Base64.getDecoder();
                return Optional.of(new Line(
                        new Cost(memory, rounds, lanes), base64.decode(form.group(4)), base64.decode(form.group(5))));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        String text() {
            Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
            return "$argon2id$v=19$m=" + cost.memoryKib() + ",t=" + cost.rounds() + ",p=" + cost.lanes() + "$"
                    + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
        }
    }
}

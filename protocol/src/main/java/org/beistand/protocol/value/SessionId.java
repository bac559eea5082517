package org.beistand.protocol.value;

import java.util.random.RandomGenerator;
import org.beistand.protocol.wire.Codec;
import org.beistand.protocol.wire.Octets;

/**
 * The name of one session among all that ever were; it stands in logs and reports.
 *
 * @param value 128 random bits
 */
public record SessionId(Octets value) {
    public static final int BYTES = 16;
    public static final Codec<SessionId> CODEC = Codec.exactly(BYTES).as(SessionId::new, SessionId::value);

    public SessionId {
        if (value.length() != BYTES) {
            throw new IllegalArgumentException("not 128 bits");
        }
    }

    public static SessionId random(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new SessionId(Octets.of(bytes));
    }

    /** @param hex 32 hexadecimal digits */
    public static SessionId parse(String hex) {
        return new SessionId(Octets.fromHex(hex));
    }

    /** 32 hexadecimal digits. */
    @Override
    public String toString() {
        return value.toHex();
    }
}

package org.beistand.crypto.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.beistand.protocol.wire.Octets;

/**
 * The records (RFC 8446, 5.1) in what one end sends at once. Stricter than the standard, which leaves a few bits of the first
 * records unprotected: whole records only; the first of all is the hello, every other one is encrypted.
 */
final class Records {
    static final int HEADER = 5;
    private static final int HANDSHAKE = 22;
    private static final int CHANGE_CIPHER_SPEC = 20;
    private static final int APPLICATION_DATA = 23;
    private static final int LONGEST_BODY = (1 << 14) + 256;

    private boolean greeted;

    /** The records in it, or nothing if it is not made of records that may come now. */
    Optional<List<Octets>> split(Octets received) {
        List<Octets> records = new ArrayList<>(5);
        int at = 0;
        while (at < received.length()) {
            if (received.length() - at < HEADER) {
                return Optional.empty();
            }
            int body = (received.at(at + 3) & 0xFF) << 8 | received.at(at + 4) & 0xFF;
            if (body > LONGEST_BODY || body > received.length() - at - HEADER || !mayCome(received, at)) {
                return Optional.empty();
            }
            records.add(received.slice(at, HEADER + body));
            at += HEADER + body;
            greeted = true;
        }
        return records.isEmpty() ? Optional.empty() : Optional.of(records);
    }

    private boolean mayCome(Octets received, int at) {
        return received.at(at) == (greeted ? APPLICATION_DATA : HANDSHAKE)
                && received.at(at + 1) == 3
                && received.at(at + 2) == 3;
    }

    /**
     * What the library wants to send, as this channel sends it: without the empty change of cipher that TLS 1.3 sends for old
     * boxes' sake, and with the same version in every header.
     */
    static Octets toSend(byte[] flight) {
        byte[] kept = new byte[flight.length];
        int length = 0;
        int at = 0;
        while (at < flight.length) {
            int size = HEADER + ((flight[at + 3] & 0xFF) << 8 | flight[at + 4] & 0xFF);
            if (flight[at] != CHANGE_CIPHER_SPEC) {
                System.arraycopy(flight, at, kept, length, size);
                kept[length + 1] = 3;
                kept[length + 2] = 3;
                length += size;
            }
            at += size;
        }
        return Octets.of(kept, 0, length);
    }
}

package org.beistand.protocol.wire;

import java.util.Set;

/**
 * All there is to know about one message. Both sides read the same row: the sender's check is a courtesy, the receiver's
 * check is the law.
 *
 * @param number on the wire, 1 to 65535, never reused
 * @param from who may send it
 * @param law further conditions of this family, such as the phase and the right that it needs
 * @param atMost bytes of the body
 */
public record Row<M extends Message, S, L>(
        int number, Class<? extends M> type, Codec<? extends M> codec, Set<S> from, L law, int atMost) {
    public Row {
        if (number < 1 || number > 0xFFFF || atMost < 0) {
            throw new IllegalArgumentException("a row out of range: " + number);
        }
        from = Set.copyOf(from);
    }
}

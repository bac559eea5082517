package org.beistand.protocol.value;

import org.beistand.protocol.wire.Codec;

/**
 * A participant within one session, given by the communication server in the order of arrival, never given twice.
 *
 * @param value 1 to 65535
 */
public record ParticipantId(int value) implements Comparable<ParticipantId> {
    public static final Codec<ParticipantId> CODEC = Codec.U16.as(ParticipantId::new, ParticipantId::value);

    public ParticipantId {
        if (value < 1 || value > 0xFFFF) {
            throw new IllegalArgumentException("not a participant");
        }
    }

    @Override
    public int compareTo(ParticipantId other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return "#" + value;
    }
}

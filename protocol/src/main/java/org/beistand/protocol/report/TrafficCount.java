package org.beistand.protocol.report;

import org.beistand.protocol.value.Traffic;
import org.beistand.protocol.wire.Codec;

/** Bytes of one kind, counted by the communication server.
 *
 * @param sent by the participant, in envelopes
 * @param received by the participant, in envelopes
 */
public record TrafficCount(Traffic kind, long sent, long received) {
    public static final Codec<TrafficCount> CODEC = Codec.of(
            Traffic.CODEC,
            TrafficCount::kind,
            Codec.I64,
            TrafficCount::sent,
            Codec.I64,
            TrafficCount::received,
            TrafficCount::new);
}

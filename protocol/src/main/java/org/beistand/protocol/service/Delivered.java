package org.beistand.protocol.service;

import org.beistand.protocol.report.SessionReport;
import org.beistand.protocol.wire.Codec;

/** A session is over; here is its report. Repeated until it was taken. */
public record Delivered(SessionReport report) implements ServiceMessage {
    public static final Codec<Delivered> CODEC = Codec.of(SessionReport.CODEC, Delivered::report, Delivered::new);
}

package org.beistand.protocol.operator;

import java.time.Instant;
import org.beistand.protocol.wire.Codec;

/** An auditor asks for reports that began in a span of time, newest first. */
public record ListReports(Instant from, Instant until, int atMost) implements OperatorMessage {
    public static final Codec<ListReports> CODEC = Codec.of(
            Codec.INSTANT,
            ListReports::from,
            Codec.INSTANT,
            ListReports::until,
            Codec.U16,
            ListReports::atMost,
            ListReports::new);
}

package org.beistand.protocol.operator;

import org.beistand.protocol.report.SessionReport;
import org.beistand.protocol.wire.Codec;

/** One report. */
public record ReportFound(SessionReport report) implements OperatorMessage {
    public static final Codec<ReportFound> CODEC = Codec.of(SessionReport.CODEC, ReportFound::report, ReportFound::new);
}

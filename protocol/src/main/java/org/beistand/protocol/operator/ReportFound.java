package org.beistand.protocol.operator;

import java.util.Optional;
import org.beistand.protocol.report.SessionReport;
import org.beistand.protocol.report.Vouched;
import org.beistand.protocol.wire.Codec;

/** One report.
 *
 * @param vouched what the operator server itself knows of the moderator; absent for sessions before it kept that
 */
public record ReportFound(SessionReport report, Optional<Vouched> vouched) implements OperatorMessage {
    public static final Codec<ReportFound> CODEC = Codec.of(
            SessionReport.CODEC,
            ReportFound::report,
            Codec.optional(Vouched.CODEC),
            ReportFound::vouched,
            ReportFound::new);
}

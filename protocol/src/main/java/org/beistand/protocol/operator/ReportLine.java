package org.beistand.protocol.operator;

import java.time.Duration;
import java.time.Instant;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.wire.Codec;

/** One line of the list of reports. */
public record ReportLine(
        SessionId session, Instant began, Duration duration, PersonName moderator, int participants, Reason reason) {
    public static final Codec<ReportLine> CODEC = Codec.of(
            SessionId.CODEC,
            ReportLine::session,
            Codec.INSTANT,
            ReportLine::began,
            Codec.DURATION,
            ReportLine::duration,
            PersonName.CODEC,
            ReportLine::moderator,
            Codec.U16,
            ReportLine::participants,
            Reason.CODEC,
            ReportLine::reason,
            ReportLine::new);
}

package org.beistand.protocol.report;

import java.time.Instant;
import java.util.List;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.wire.Codec;

/** All that is known about one session after its end.
 *
 * @param server the communication server's name
 * @param began when the moderator arrived
 * @param ended when the session was over
 * @param reason how it ended
 * @param complete false if testimony had to be left out because there was too much of it
 */
public record SessionReport(
        SessionId session,
        String server,
        Instant began,
        Instant ended,
        Reason reason,
        List<Attendance> participants,
        List<Testimony> testimony,
        boolean complete) {
    public static final Codec<SessionReport> CODEC = Codec.of(
            SessionId.CODEC,
            SessionReport::session,
            Codec.text(64),
            SessionReport::server,
            Codec.INSTANT,
            SessionReport::began,
            Codec.INSTANT,
            SessionReport::ended,
            Reason.CODEC,
            SessionReport::reason,
            Codec.list(Attendance.CODEC, 64),
            SessionReport::participants,
            Codec.list(Testimony.CODEC, 4000),
            SessionReport::testimony,
            Codec.BOOL,
            SessionReport::complete,
            SessionReport::new);
}

package org.beistand.protocol.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.Role;
import org.beistand.protocol.wire.Codec;

/** One participant's presence.
 *
 * @param knocked when he or she came
 * @param admitted when the moderator let her in, absent if he did not
 * @param left when it was over
 * @param reason how it was over
 */
public record Attendance(
        ParticipantId id,
        Role role,
        PersonName name,
        String organisation,
        Instant knocked,
        Optional<Instant> admitted,
        Instant left,
        Reason reason,
        List<TrafficCount> traffic) {
    public static final Codec<Attendance> CODEC = Codec.of(
            ParticipantId.CODEC,
            Attendance::id,
            Role.CODEC,
            Attendance::role,
            PersonName.CODEC,
            Attendance::name,
            Codec.text(200),
            Attendance::organisation,
            Codec.INSTANT,
            Attendance::knocked,
            Codec.optional(Codec.INSTANT),
            Attendance::admitted,
            Codec.INSTANT,
            Attendance::left,
            Reason.CODEC,
            Attendance::reason,
            Codec.list(TrafficCount.CODEC, 8),
            Attendance::traffic,
            Attendance::new);
}

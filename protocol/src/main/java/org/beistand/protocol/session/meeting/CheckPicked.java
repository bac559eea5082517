package org.beistand.protocol.session.meeting;

import org.beistand.protocol.report.CheckOutcome;
import org.beistand.protocol.wire.Codec;

/** What came of the code that was read out. */
public record CheckPicked(CheckOutcome outcome) implements MeetingMessage {
    public static final Codec<CheckPicked> CODEC = Codec.of(CheckOutcome.CODEC, CheckPicked::outcome, CheckPicked::new);
}

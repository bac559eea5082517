package org.beistand.client.meeting;

import java.time.Duration;
import org.beistand.protocol.value.Reason;

/** The way into a session is closed, for a reason that can be told to the person. */
public final class MeetingRefused extends Exception {
    private final Reason reason;
    private final Duration pause;

    /** @param pause how long to wait before another try, zero if at once */
    public MeetingRefused(Reason reason, Duration pause) {
        super(reason.name(), null, false, false);
        this.reason = reason;
        this.pause = pause;
    }

    public Reason reason() {
        return reason;
    }

    public Duration pause() {
        return pause;
    }
}

package org.beistand.communication.story;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Moves only when it is moved. */
public final class HandClock implements InstantSource {
    private volatile Instant now;

    public HandClock(Instant now) {
        this.now = now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    public void move(Duration on) {
        now = now.plus(on);
    }
}

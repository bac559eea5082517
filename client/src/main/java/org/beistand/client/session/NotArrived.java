package org.beistand.client.session;

import org.beistand.protocol.value.Reason;

/** The session was over before this person had come into it. */
public final class NotArrived extends Exception {
    private final Reason reason;

    NotArrived(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}

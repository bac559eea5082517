package org.beistand.transport.pipeline;

import org.beistand.protocol.value.Reason;

/** A stage has found that the connection is over. Carries no stack trace: it is news, not a mistake. */
final class LinkLost extends Exception {
    private final Reason reason;

    LinkLost(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}

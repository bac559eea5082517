package org.beistand.operator.mail;

import org.beistand.protocol.value.Reason;

/** A mail was not sent, or nobody knows whether it was. The message is for the log: it never has an address or a mail server's words. */
public final class NotSent extends Exception {
    private final Reason reason;

    public NotSent(Reason reason, String what) {
        super(what, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}

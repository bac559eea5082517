package org.beistand.client.desktop;

import org.beistand.protocol.value.Reason;

/** This machine cannot do that. */
public final class DesktopException extends Exception {
    private final Reason reason;

    public DesktopException(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    public DesktopException(Reason reason, String detail, Throwable cause) {
        super(detail, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}

package org.beistand.transport.dial;

import org.beistand.protocol.value.Reason;

/**
 * A server was not reached: SERVER_UNREACHABLE, SERVER_NOT_GENUINE, CLIENT_NOT_GENUINE, or what the server itself said
 * (SERVER_BUSY, SERVER_STOPPING).
 */
public final class DialFailed extends Exception {
    private final Reason reason;

    public DialFailed(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}

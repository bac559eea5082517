package org.beistand.transport.listen;

import org.beistand.protocol.value.Reason;

/** A server cannot listen: PORT_TAKEN, ADDRESS_UNUSABLE or KEY_FOREIGN (its key and certificate do not fit each other). */
public final class ListenFailed extends Exception {
    private final Reason reason;

    /** @param where the address and port, for the person who starts the server */
    ListenFailed(Reason reason, String where, Throwable cause) {
        super(where, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}

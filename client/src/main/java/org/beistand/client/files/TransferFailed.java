package org.beistand.client.files;

import org.beistand.protocol.value.Reason;

/** A file could not be sent or kept, for a reason that can be told to the person. */
public final class TransferFailed extends Exception {
    private final Reason reason;

    TransferFailed(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}

package org.beistand.communication;

import org.beistand.protocol.value.Reason;

/** The server does not start; a person can mend why. */
public final class StartRefused extends Exception {
    private final Reason reason;
    private final String place;

    /** @param place the file, folder or address that it is about */
    StartRefused(Reason reason, String place) {
        super(reason + ": " + place);
        this.reason = reason;
        this.place = place;
    }

    public Reason reason() {
        return reason;
    }

    public String place() {
        return place;
    }
}

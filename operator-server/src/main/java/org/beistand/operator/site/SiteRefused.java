package org.beistand.operator.site;

import org.beistand.crypto.identity.KeyRefused;
import org.beistand.protocol.value.Reason;

/** Something about the installation is not as it must be; a person can mend it. */
public final class SiteRefused extends Exception {
    private final Reason reason;
    private final String place;

    /** @param place the file, folder or value that it is about */
    public SiteRefused(Reason reason, String place) {
        super(reason + ": " + place);
        this.reason = reason;
        this.place = place;
    }

    public SiteRefused(KeyRefused cause) {
        super(cause);
        this.reason = cause.reason();
        this.place = cause.path().toString();
    }

    public Reason reason() {
        return reason;
    }

    public String place() {
        return place;
    }
}

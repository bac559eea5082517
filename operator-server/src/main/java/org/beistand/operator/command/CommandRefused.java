package org.beistand.operator.command;

import org.beistand.operator.site.SiteRefused;
import org.beistand.protocol.value.Reason;

/** A command ends without success, for a reason that can be told to the person who gave it. */
final class CommandRefused extends Exception {
    private final Reason reason;
    private final String place;

    CommandRefused(Reason reason) {
        this(reason, "");
    }

    /** @param place the file, folder or value that it is about, empty if there is none */
    CommandRefused(Reason reason, String place) {
        super(reason.name(), null, false, false);
        this.reason = reason;
        this.place = place;
    }

    CommandRefused(SiteRefused cause) {
        this(cause.reason(), cause.place());
    }

    Reason reason() {
        return reason;
    }

    String place() {
        return place;
    }
}

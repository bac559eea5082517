package org.beistand.communication.report;

import java.nio.file.Path;
import org.beistand.protocol.value.Reason;

/** The spool cannot be used, and so no session can be held. */
public final class SpoolUnusable extends Exception {
    private final Reason reason;
    private final transient Path place;

    SpoolUnusable(Reason reason, Path place) {
        super(reason + ": " + place);
        this.reason = reason;
        this.place = place;
    }

    static SpoolUnusable full(Path place) {
        return new SpoolUnusable(Reason.DISK_FULL, place);
    }

    public Reason reason() {
        return reason;
    }

    public Path place() {
        return place;
    }
}

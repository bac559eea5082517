package org.beistand.operator.store;

import org.beistand.protocol.value.Reason;

/** The store could not do what it was asked; nothing was half done. */
public final class StoreFailure extends RuntimeException {
    private final Reason reason;
    private final String place;

    /** @param place the file or folder that the sentence for a person speaks of */
    public StoreFailure(Reason reason, String place, Throwable cause) {
        super(reason + " " + place, cause);
        this.reason = reason;
        this.place = place;
    }

    /** {@link Reason#DATABASE_LOCKED}, {@link Reason#DATABASE_UNUSABLE}, {@link Reason#DISK_FULL} or {@link Reason#SERVER_BUSY}. */
    public Reason reason() {
        return reason;
    }

    public String place() {
        return place;
    }
}

package org.beistand.crypto.identity;

import java.nio.file.Path;
import org.beistand.protocol.value.Reason;

/** A key or an anchor is not used: nothing starts with a wrong one. */
public final class KeyRefused extends Exception {
    private final Reason reason;
    private final transient Path path;

    KeyRefused(Reason reason, Path path) {
        super(reason + ": " + path);
        this.reason = reason;
        this.path = path;
    }

    /** {@code KEY_MISSING}, {@code KEY_FOREIGN} or {@code KEY_READABLE_BY_OTHERS}. */
    public Reason reason() {
        return reason;
    }

    /** Which file. */
    public Path path() {
        return path;
    }
}

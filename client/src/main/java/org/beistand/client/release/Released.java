package org.beistand.client.release;

import org.beistand.client.consent.Permitted;

/**
 * Proof that something may leave this computer, or may act on it: made only in this package, and only from a
 * {@link Permitted}.
 *
 * @param <T> a picture, or an input
 */
public final class Released<T> {
    private final Permitted<T> permitted;

    Released(Permitted<T> permitted) {
        this.permitted = permitted;
    }

    public T value() {
        return permitted.action();
    }

    Permitted<T> permitted() {
        return permitted;
    }
}

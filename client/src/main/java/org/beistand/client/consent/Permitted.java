package org.beistand.client.consent;

/**
 * Proof that the owner of this computer allowed an action: made only by the {@link Gate}.
 *
 * @param <A> the action
 */
public final class Permitted<A> {
    private final A action;
    private final Grant grant;

    Permitted(A action, Grant grant) {
        this.action = action;
        this.grant = grant;
    }

    public A action() {
        return action;
    }

    /** The grant that it acts under. It may have ended since: who acts asks {@link Gate#whileLive}. */
    public Grant grant() {
        return grant;
    }
}

package org.beistand.client.session;

/**
 * How often a wrong password was tried: for the moderator by everybody together, so that whoever comes back does not begin anew;
 * for a guest with this moderator. A try counts from its beginning. Belongs to the session's thread.
 */
final class PasswordTries { // 002-71
    static final int MOST = 3;

    private int wrong;

    int left() {
        return Math.max(0, MOST - wrong);
    }

    void begun() {
        wrong++;
    }

    /** The try that was begun was no wrong one. */
    void wasRight() {
        wrong--;
    }
}

package org.beistand.operator.login;

import java.util.Optional;
import org.beistand.crypto.secret.Secret;
import org.beistand.protocol.value.PersonName;

/** The directory of the company: it knows who somebody is and to which groups he belongs. Every call may block. */
public interface Directory extends AutoCloseable {
    /**
     * One account, found and not yet proved.
     *
     * @param sid given once by the directory and never again
     * @param dn its place now; it moves when somebody marries
     * @param name as attendees will see him
     */
    record Found(String sid, String dn, PersonName name) {
        @Override
        public String toString() {
            return "Found[hidden]";
        }
    }

    /** What the directory said to a password. Everything but WRONG and LOCKED it says only to the right one. */
    enum Verdict {
        PROVED,
        /** Or nobody has that name: not told apart. */
        WRONG,
        LOCKED,
        DISABLED,
        EXPIRED,
        PASSWORD_EXPIRED,
        PASSWORD_MUST_CHANGE,
        OUTSIDE_HOURS,
        OTHER_WORKSTATION
    }

    /** What an account may do now. */
    enum Standing {
        MODERATOR,
        /** A living account in none of the groups. */
        NOT_IN_GROUP,
        /** Disabled, expired or no longer there. */
        GONE
    }

    /** No domain controller answered in time and proved itself. */
    final class Unreachable extends Exception {
        public Unreachable(String what) {
            super(what, null, false, false);
        }

        public Unreachable(String what, Throwable cause) {
            super(what, cause);
        }
    }

    /** Nobody, if more than one account answers to the name. */
    Optional<Found> find(DirectoryName name) throws Unreachable;

    /**
     * Asks with this password. For nobody the directory is asked as well, so that the time tells nothing.
     *
     * @param password not empty: with an empty one the directory would say yes to anybody
     */
    Verdict prove(Optional<Found> account, Secret password) throws Unreachable;

    Standing standing(String sid) throws Unreachable;

    @Override
    void close();
}

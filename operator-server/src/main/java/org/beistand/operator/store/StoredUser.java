package org.beistand.operator.store;

import java.time.Instant;
import org.beistand.protocol.operator.UserRole;
import org.beistand.protocol.value.PersonName;

/**
 * One user of our own.
 *
 * @param login as it was typed when the user was added
 * @param name as attendees see him
 * @param password Argon2id, a PHC string
 * @param mustChange whether the password was set by an administrator and is only good for choosing another one
 * @param factorRequired whether he needs a second factor even where the site asks nobody for one
 */
public record StoredUser(
        String login,
        PersonName name,
        String password,
        boolean enabled,
        boolean mustChange,
        boolean factorRequired,
        UserRole role,
        Instant created,
        Instant changed) {

    /** As an administrator adds him: the first password is for choosing another one. */
    public static StoredUser added(String login, PersonName name, String password, Instant now) {
        return new StoredUser(login, name, password, true, true, false, UserRole.MODERATOR, now, now);
    }

    /** With a password from an administrator; whether he may sign in stays as it was. */
    public StoredUser withFirstPassword(String other, Instant now) {
        return new StoredUser(login, name, other, enabled, true, factorRequired, role, created, now);
    }

    /** With the password that he chose himself. */
    public StoredUser withOwnPassword(String own, Instant now) {
        return new StoredUser(login, name, own, enabled, false, factorRequired, role, created, now);
    }

    public StoredUser enabled(boolean may, Instant now) {
        return new StoredUser(login, name, password, may, mustChange, factorRequired, role, created, now);
    }

    public StoredUser factorRequired(boolean required, Instant now) {
        return new StoredUser(login, name, password, enabled, mustChange, required, role, created, now);
    }

    public StoredUser as(UserRole other, Instant now) {
        return new StoredUser(login, name, password, enabled, mustChange, factorRequired, other, created, now);
    }

    @Override
    public String toString() {
        return "StoredUser[hidden]";
    }
}

package org.beistand.operator.store;

import java.time.Instant;
import org.beistand.protocol.value.PersonName;

/**
 * One user of our own.
 *
 * @param login as it was typed when the user was added
 * @param name as attendees see him
 * @param password Argon2id, a PHC string
 */
public record StoredUser(
        String login, PersonName name, String password, boolean enabled, Instant created, Instant changed) {

    /** With another password he may sign in again, even if he was disabled. */
    public StoredUser withPassword(String other, Instant now) {
        return new StoredUser(login, name, other, true, created, now);
    }

    public StoredUser disabled(Instant now) {
        return new StoredUser(login, name, password, false, created, now);
    }

    @Override
    public String toString() {
        return "StoredUser[hidden]";
    }
}

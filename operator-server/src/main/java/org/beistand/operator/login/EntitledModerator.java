package org.beistand.operator.login;

import org.beistand.protocol.value.PersonName;

/**
 * Somebody who proved who he is and who may open sessions. Made in this package only, so that a session cannot be opened
 * on anybody else's behalf.
 */
public final class EntitledModerator { // 001-16
    private final String login;
    private final PersonName name;

    EntitledModerator(String login, PersonName name) {
        this.login = login;
        this.name = name;
    }

    /** The login in the spelling of the account, not as it was typed. */
    public String login() {
        return login;
    }

    /** As attendees see him. */
    public PersonName name() {
        return name;
    }

    @Override
    public String toString() {
        return "EntitledModerator[hidden]";
    }
}

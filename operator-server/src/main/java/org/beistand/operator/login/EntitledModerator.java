package org.beistand.operator.login;

import org.beistand.protocol.value.PersonName;

/**
 * Somebody who proved who he is and who may open sessions. Made in this package only, so that a session cannot be opened
 * on anybody else's behalf.
 */
public final class EntitledModerator { // 001-16
    private final Account account;
    private final Proof proof;
    private final PersonName name;

    /** What his account says in its own realm, so that it can be asked again. */
    sealed interface Proof {
        /** @param login in the spelling of the account, not as it was typed */
        record Local(String login) implements Proof {}

        record OfDirectory(String sid) implements Proof {}
    }

    private EntitledModerator(Account account, Proof proof, PersonName name) {
        this.account = account;
        this.proof = proof;
        this.name = name;
    }

    static EntitledModerator local(String login, PersonName name) {
        return new EntitledModerator(Account.local(login), new Proof.Local(login), name);
    }

    static EntitledModerator ofDirectory(String sid, PersonName name) {
        return new EntitledModerator(Account.directory(sid), new Proof.OfDirectory(sid), name);
    }

    /** Whose sessions these are. */
    public Account account() {
        return account;
    }

    Proof proof() {
        return proof;
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

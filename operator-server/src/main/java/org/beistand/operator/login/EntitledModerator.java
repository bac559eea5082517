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
    private final Entitlement entitlement;

    /** What his account says in its own realm, so that it can be asked again. */
    sealed interface Proof {
        /** @param login in the spelling of the account, not as it was typed */
        record Local(String login) implements Proof {}

        record OfDirectory(String sid) implements Proof {}
    }

    private EntitledModerator(Account account, Proof proof, PersonName name, Entitlement entitlement) {
        this.account = account;
        this.proof = proof;
        this.name = name;
        this.entitlement = entitlement;
    }

    static EntitledModerator local(String login, PersonName name) {
        return new EntitledModerator(Account.local(login), new Proof.Local(login), name, Entitlement.NOT_CHECKED);
    }

    static EntitledModerator ofDirectory(String sid, PersonName name) {
        return new EntitledModerator(Account.directory(sid), new Proof.OfDirectory(sid), name, Entitlement.NOT_CHECKED);
    }

    /** The same person, whose entitlement was looked at now. */
    EntitledModerator with(Entitlement found) {
        return new EntitledModerator(account, proof, name, found);
    }

    /** On what his right rests; nothing, and over, until {@link SignIns} has looked at it. */
    public Entitlement entitlement() {
        return entitlement;
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

package org.beistand.client.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.beistand.protocol.session.consent.RightGranted;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;

/**
 * The other side of the gate: what this person has asked others for, and what they have granted. It only spares the other
 * side vain messages; the law is kept at the owner's gate. Belongs to the session's thread.
 */
public final class Requests {
    private final List<Asked> pending = new ArrayList<>();
    private final List<Held> held = new ArrayList<>();
    private int lastAsk;

    public record Asked(int ask, ParticipantId owner, Permission permission) {}

    public record Held(ParticipantId owner, Permission permission, int epoch, Instant expires) {}

    /** Empty if the same request stands already. */
    public Optional<Asked> ask(ParticipantId owner, Permission permission) {
        if (findPending(owner, permission).isPresent()) {
            return Optional.empty();
        }
        Asked asked = new Asked(++lastAsk, owner, permission);
        pending.add(asked);
        return Optional.of(asked);
    }

    /** The owner said yes to something that this person really asked for. */
    public Optional<Held> granted(ParticipantId owner, RightGranted answer) {
        return answered(owner, answer.ask(), answer.permission()).map(asked -> {
            held.removeIf(one -> one.owner().equals(owner) && one.permission() == answer.permission());
            Held right = new Held(owner, answer.permission(), answer.epoch(), answer.expires());
            held.add(right);
            return right;
        });
    }

    /** The owner answered; the request does not stand any more. Empty if it never did. */
    public Optional<Asked> answered(ParticipantId owner, int ask, Permission permission) {
        Optional<Asked> found = pending.stream()
                .filter(one -> one.ask() == ask && one.owner().equals(owner) && one.permission() == permission)
                .findFirst();
        found.ifPresent(pending::remove);
        return found;
    }

    public Optional<Asked> cancel(ParticipantId owner, Permission permission) {
        Optional<Asked> found = findPending(owner, permission);
        found.ifPresent(pending::remove);
        return found;
    }

    /** The right is over, whoever ended it. */
    public Optional<Held> ended(ParticipantId owner, Permission permission, int epoch) {
        Optional<Held> found = find(owner, permission).filter(one -> one.epoch() == epoch);
        found.ifPresent(held::remove);
        return found;
    }

    public Optional<Held> find(ParticipantId owner, Permission permission) {
        return held.stream()
                .filter(one -> one.owner().equals(owner) && one.permission() == permission)
                .findFirst();
    }

    /** Takes out what has run out. */
    public List<Held> expire(Instant now) {
        List<Held> gone =
                held.stream().filter(one -> !now.isBefore(one.expires())).toList();
        held.removeAll(gone);
        return gone;
    }

    /** The owner is gone; so is all that he granted. */
    public void forget(ParticipantId owner) {
        pending.removeIf(one -> one.owner().equals(owner));
        held.removeIf(one -> one.owner().equals(owner));
    }

    public List<Asked> pending() {
        return List.copyOf(pending);
    }

    public List<Held> held() {
        return List.copyOf(held);
    }

    private Optional<Asked> findPending(ParticipantId owner, Permission permission) {
        return pending.stream()
                .filter(one -> one.owner().equals(owner) && one.permission() == permission)
                .findFirst();
    }
}

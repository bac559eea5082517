package org.beistand.client.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.beistand.client.consent.Gate;
import org.beistand.client.consent.Grant;
import org.beistand.client.consent.Requests.Held;
import org.beistand.client.release.Pause;
import org.beistand.client.release.Sharing;
import org.beistand.client.session.SessionView.Person;
import org.beistand.client.session.SessionView.Present;
import org.beistand.protocol.relay.Attach;
import org.beistand.protocol.relay.RelayMessage;
import org.beistand.protocol.relay.RelayParty;
import org.beistand.protocol.relay.Stated;
import org.beistand.protocol.report.Statement;
import org.beistand.protocol.session.Law;
import org.beistand.protocol.session.SessionMessage;
import org.beistand.protocol.session.SessionVocabulary;
import org.beistand.protocol.session.files.FileOffer;
import org.beistand.protocol.session.meeting.CheckAnswered;
import org.beistand.protocol.session.meeting.CheckCommitted;
import org.beistand.protocol.session.meeting.CheckPicked;
import org.beistand.protocol.session.meeting.CheckRevealed;
import org.beistand.protocol.session.meeting.Farewell;
import org.beistand.protocol.session.meeting.Introduced;
import org.beistand.protocol.session.meeting.MeetingMessage;
import org.beistand.protocol.session.meeting.PasswordConfirmed;
import org.beistand.protocol.session.meeting.PasswordProved;
import org.beistand.protocol.session.meeting.PasswordTried;
import org.beistand.protocol.session.meeting.PasswordWanted;
import org.beistand.protocol.session.meeting.PasswordWrong;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.Role;
import org.beistand.protocol.wire.Octets;
import org.beistand.transport.link.Conversation;

/**
 * A session while it runs: carries out the effects of {@link SessionStep} and brings the parts together. Everything here
 * belongs to the session's thread, but what takes rights back ({@link #gate}, {@link #pause}) works from any.
 */
final class SessionRun implements Talk, Peers.Heard {
    private static final Duration TICK = Duration.ofSeconds(1);

    final Ground ground;
    final Gate gate;
    final Pause pause = new Pause();
    final Sharing sharing = new Sharing();
    final Owner owner;
    final Asker asker;
    final Transfers transfers;
    final OwnedMachine machine;
    final Peers peers;
    private final SessionParts parts;
    private final Conversation<RelayMessage, RelayParty> relay;
    private final Notices notices = new Notices();
    private final Refusals refusals;
    private final Outbox outbox;
    private final Words words;
    private final Map<ParticipantId, Octets> introduced = new HashMap<>();
    private final List<Session.Watcher> watchers = new ArrayList<>();
    private final CompletableFuture<SessionRun> arrived = new CompletableFuture<>();
    private Optional<ParticipantId> self = Optional.empty();
    private SessionState state = new SessionState.Arriving();
    private boolean viewIsOld;

    SessionRun(Ground ground, SessionParts parts, Conversation<RelayMessage, RelayParty> relay) {
        this.ground = ground;
        this.parts = parts;
        this.relay = relay;
        this.gate = new Gate(ground.clock());
        this.refusals = new Refusals(this, ground.clock());
        this.peers = new Peers(ground, this, parts, relay::send, this);
        this.outbox = new Outbox(relay::isWritable, this::say);
        this.transfers = new Transfers(
                ground, this, gate, refusals, parts.unfinished(), parts.takenFolder(), new TransferRights());
        this.machine = new OwnedMachine(
                ground,
                this,
                gate,
                pause,
                sharing,
                parts.desktop(),
                parts.announced(),
                refusals,
                this::securityKeyPressed,
                this::screenLost);
        this.owner = new Owner(ground, this, gate, pause, sharing, machine, transfers, refusals);
        this.asker = new Asker(ground, this, transfers, parts.desktop().clipboard());
        this.words = new Words(this, gate, owner, machine, asker, transfers, refusals, this::heard);
        // Whoever does not know how it stands with rights must not go on granting them.
        ground.afterMistake(() -> event(new SessionEvent.Leaving(Reason.INTERNAL)));
    }

    /** Hands in the ticket. Completes in the lobby, or for a moderator in the session; fails with {@link NotArrived}. */
    CompletableFuture<SessionRun> arrive(int version) {
        relay.open(new RelayEar(ground, relay, this));
        relay.send(new Attach(version, parts.ticket()));
        ground.every(TICK, this::tick);
        return arrived;
    }

    @Override
    public void event(SessionEvent event) {
        SessionStep step = SessionStep.step(ground.role(), state, event);
        state = step.state();
        step.effects().forEach(this::carryOut);
        switch (state) {
            case SessionState.Arriving arriving -> {}
            case SessionState.Waiting waiting -> arrivedAs(waiting.self());
            case SessionState.Running running -> arrivedAs(running.self());
            case SessionState.Ended ended -> arrived.completeExceptionally(new NotArrived(ended.reason()));
        }
        changed();
    }

    private void arrivedAs(ParticipantId id) {
        self = Optional.of(id);
        arrived.complete(this);
    }

    void pump() {
        outbox.pump();
    }

    @Override
    public void said(Person from, Law law, SessionMessage message) {
        words.said(from, law, message);
    }

    void watch(Session.Watcher watcher) {
        watchers.add(watcher);
        watcher.changed(view());
    }

    /** Control is taken back before anything else happens; on any thread. */
    void securityKeyPressed() { // 001-66
        List<Grant> ended = gate.withdrawAll(Permission.REMOTE_CONTROL);
        machine.letGo();
        if (!ended.isEmpty()) {
            ground.run(() -> {
                owner.withdrawn(ended, Reason.WITHDRAWN_BY_SECURITY_KEY);
                ended.forEach(
                        grant -> notify(grant.holder(), Permission.REMOTE_CONTROL, Reason.WITHDRAWN_BY_SECURITY_KEY));
            });
        }
    }

    private void screenLost(ParticipantId viewer) {
        gate.withdraw(viewer, Permission.VIEW_SCREEN).ifPresent(grant -> {
            owner.ended(grant, Reason.SCREEN_NOT_CAPTURED);
            notify(viewer, Permission.VIEW_SCREEN, Reason.SCREEN_NOT_CAPTURED);
        });
    }

    // Talk

    @Override
    public ParticipantId self() {
        return self.orElseThrow(() -> new IllegalStateException("nobody yet"));
    }

    @Override
    public void say(ParticipantId to, SessionMessage message) {
        peers.say(to, message);
    }

    @Override
    public void sayLater(ParticipantId to, SessionMessage message, Guard guard) {
        outbox.add(to, SessionVocabulary.TABLE.rowOf(message).law().kind(), message, guard);
    }

    @Override
    public void state(Statement statement) {
        relay.send(new Stated(ground.now(), statement));
    }

    @Override
    public void notify(ParticipantId about, Optional<Permission> permission, Reason reason, int refused) {
        notices.add(Optional.of(about), permission, reason, refused);
        changed();
    }

    /** However much changes in one go, the windows are told once. */
    @Override
    public void changed() {
        if (!viewIsOld) {
            viewIsOld = true;
            ground.run(() -> {
                viewIsOld = false;
                SessionView now = view();
                watchers.forEach(watcher -> watcher.changed(now));
            });
        }
    }

    private SessionView view() {
        return ViewOf.session(
                state,
                parts,
                owner.questions(),
                gate.all(),
                asker.requests(),
                transfers.view(),
                pause.isPaused(),
                sharing.now().share(),
                notices.lately());
    }

    private void carryOut(SessionEffect effect) {
        switch (effect) {
            case SessionEffect.Tell tell -> relay.send(tell.message());
            case SessionEffect.Seal seal ->
                peers.open(
                        seal.person(),
                        Optional.ofNullable(introduced.get(seal.person().id())));
            case SessionEffect.Part part -> part(part.id(), part.reason());
            case SessionEffect.Welcome welcome -> welcome(welcome.person());
            case SessionEffect.Notify notice -> notify(notice.about(), Optional.empty(), notice.reason());
            case SessionEffect.End end -> end(end.reason());
            case SessionEffect.HangUp hangUp -> relay.close(hangUp.reason());
        }
    }

    private void heard(Person from, MeetingMessage message) {
        switch (message) {
            case Introduced word -> {
                introduced.put(word.participant(), word.fingerprint());
                event(new SessionEvent.Introduction(word.participant()));
            }
            case Farewell word -> {
                if (from.role() == Role.MODERATOR) {
                    event(new SessionEvent.Departed(from.id(), word.reason()));
                }
            }
            // The password and the check have their turns elsewhere; out of turn these are nothing.
            case PasswordWanted word -> {}
            case PasswordTried word -> {}
            case PasswordProved word -> {}
            case PasswordConfirmed word -> {}
            case PasswordWrong word -> {}
            case CheckCommitted word -> {}
            case CheckAnswered word -> {}
            case CheckRevealed word -> {}
            case CheckPicked word -> {}
        }
    }

    /** Introduces the one who has just been checked and those who are there already to each other. */
    private void welcome(Person newcomer) {
        if (ground.role() != Role.MODERATOR || !(state instanceof SessionState.Running running)) {
            return;
        }
        for (Person other : running.people()) {
            if (other.standing() instanceof Present && !other.id().equals(newcomer.id())) {
                peers.fingerprint(other.id()).ifPresent(print -> say(newcomer.id(), new Introduced(other.id(), print)));
                peers.fingerprint(newcomer.id())
                        .ifPresent(print -> say(other.id(), new Introduced(newcomer.id(), print)));
            }
        }
    }

    /** Rights first: nothing acts for somebody who is gone. */
    private void part(ParticipantId id, Reason reason) {
        owner.forget(id, reason);
        asker.forget(id, reason);
        transfers.forget(id, reason);
        outbox.forget(id);
        refusals.tell();
        refusals.forget(id);
        peers.part(id);
        introduced.remove(id);
    }

    private void end(Reason reason) {
        owner.close(reason);
        transfers.close(reason);
        asker.close(reason);
        refusals.tell();
        refusals.close();
        peers.sayToAll(new Farewell(reason));
        peers.partAll();
    }

    private void tick() {
        owner.tick();
        asker.tick();
        refusals.tell();
    }

    /** What transfers need of the two sides of consent. */
    private final class TransferRights implements Transfers.Rights {
        @Override
        public Optional<Held> held(ParticipantId other, Permission permission) {
            return asker.requests().find(other, permission);
        }

        @Override
        public void usedUp(Grant grant) {
            owner.ended(grant, Reason.RETURNED);
        }

        @Override
        public void giveBack(ParticipantId other, Permission permission) {
            asker.giveBack(other, permission);
        }

        @Override
        public void requestSending(ParticipantId receiver, List<FileOffer> files) {
            asker.request(receiver, Permission.SEND_FILE, files);
        }
    }
}

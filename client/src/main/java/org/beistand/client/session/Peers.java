package org.beistand.client.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.beistand.client.session.SessionView.AwaitingPassword;
import org.beistand.client.session.SessionView.EnteringPassword;
import org.beistand.client.session.SessionView.Person;
import org.beistand.client.session.SessionView.Sealing;
import org.beistand.client.session.SessionView.Standing;
import org.beistand.crypto.channel.Binding;
import org.beistand.crypto.channel.ChannelEvent;
import org.beistand.crypto.channel.Sealed;
import org.beistand.crypto.handshake.SessionPassword;
import org.beistand.crypto.identity.Certificates;
import org.beistand.protocol.relay.Envelope;
import org.beistand.protocol.report.ChannelEnded;
import org.beistand.protocol.report.ChannelOpened;
import org.beistand.protocol.report.CheckConcluded;
import org.beistand.protocol.report.CheckOutcome;
import org.beistand.protocol.report.PasswordConcluded;
import org.beistand.protocol.session.Law;
import org.beistand.protocol.session.Phase;
import org.beistand.protocol.session.SessionMessage;
import org.beistand.protocol.session.SessionVocabulary;
import org.beistand.protocol.session.meeting.CheckCommitted;
import org.beistand.protocol.session.meeting.Farewell;
import org.beistand.protocol.session.meeting.MeetingMessage;
import org.beistand.protocol.session.meeting.PasswordWanted;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.Role;
import org.beistand.protocol.value.Traffic;
import org.beistand.protocol.wire.MalformedMessage;
import org.beistand.protocol.wire.Octets;

/**
 * The sealed channels to all others. What comes out of one is a word of the vocabulary, from the right sender, in the right
 * phase, counted as what it is; anything else ends that channel. Belongs to the session's thread.
 */
final class Peers {
    private static final Duration TO_SEAL = Duration.ofSeconds(30);
    private static final int EARLY_PEOPLE = 16;
    private static final int EARLY_ENVELOPES = 2;
    private static final int EARLY_BYTES = 8 * 1024;
    private static final Duration TO_CHECK = Duration.ofMinutes(3);
    private static final Duration TO_BE_TOLD_WHY = Duration.ofSeconds(5);
    private static final Duration TO_ENTER = Duration.ofMinutes(5);

    private final Ground ground;
    private final Talk talk;
    private final SessionParts parts;
    private final Consumer<Envelope> out;
    private final Heard heard;
    private final PasswordTries tries = new PasswordTries();
    private final Map<ParticipantId, Peer> peers = new HashMap<>();
    /** From guests who heard of the introduction before this side did; kept until it comes, and few. */
    private final Map<ParticipantId, List<Envelope>> early = new HashMap<>();

    /** Who is told. */
    interface Heard {
        void event(SessionEvent event);

        void said(Person from, Law law, SessionMessage message);
    }

    Peers(Ground ground, Talk talk, SessionParts parts, Consumer<Envelope> out, Heard heard) {
        this.ground = ground;
        this.talk = talk;
        this.parts = parts;
        this.out = out;
        this.heard = heard;
    }

    void open(Person person, Optional<Octets> fingerprint) {
        end(person.id());
        Peer peer = new Peer(person, parts.channels().open(talk.self(), person, fingerprint));
        peers.put(person.id(), peer);
        limit(peer, TO_SEAL, Reason.SEAL_REFUSED);
        List<Envelope> before = early.remove(person.id());
        handle(peer, Traffic.SESSION, peer.channel.start());
        if (before != null) {
            before.forEach(this::received);
        }
    }

    void received(Envelope envelope) {
        Peer peer = peers.get(envelope.other());
        if (peer != null) {
            handle(peer, envelope.kind(), peer.channel.received(envelope.sealed()));
        } else if (early.size() < EARLY_PEOPLE || early.containsKey(envelope.other())) {
            List<Envelope> kept = early.computeIfAbsent(envelope.other(), id -> new ArrayList<>());
            // A handshake begins with one envelope, and its author waits for the answer.
            if (kept.size() < EARLY_ENVELOPES && envelope.sealed().length() <= EARLY_BYTES) {
                kept.add(envelope);
            }
        }
    }

    /** To somebody who is not there, or with whom one has not come so far, it says nothing. */
    boolean say(ParticipantId to, SessionMessage message) {
        Peer peer = peers.get(to);
        Law law = SessionVocabulary.TABLE.rowOf(message).law();
        if (peer == null || !peer.established || !law.during().contains(peer.phase)) {
            return false;
        }
        send(peer, law.kind(), peer.channel.seal(SessionVocabulary.TABLE.encode(message)));
        return true;
    }

    void sayToAll(SessionMessage message) {
        List.copyOf(peers.keySet()).forEach(id -> say(id, message));
    }

    /** The code that this person heard the moderator read out. */
    void pick(ParticipantId moderator, Optional<String> code) {
        Peer peer = peers.get(moderator);
        if (peer != null) {
            peer.check.flatMap(check -> check.pick(code)).ifPresent(outcome -> concluded(peer, outcome));
        }
    }

    /** What this person typed as the session's password. */
    void enterPassword(ParticipantId moderator, SessionPassword typed) {
        Peer peer = peers.get(moderator);
        if (peer != null) {
            peer.password.flatMap(run -> run.entered(typed)).ifPresent(turn -> passwordTurn(peer, turn));
        }
    }

    Optional<Octets> fingerprint(ParticipantId id) {
        return Optional.ofNullable(peers.get(id)).flatMap(peer -> peer.fingerprint);
    }

    void part(ParticipantId id) {
        early.remove(id);
        end(id);
    }

    private void end(ParticipantId id) {
        Peer peer = peers.remove(id);
        if (peer != null) {
            peer.deadline.ifPresent(task -> task.cancel(false));
            // A last word in good order, so that the other side need not guess.
            for (ChannelEvent event : peer.channel.close()) {
                if (event instanceof ChannelEvent.ToSend last) {
                    send(peer, Traffic.SESSION, last.sealed());
                }
            }
        }
    }

    void partAll() {
        List.copyOf(peers.keySet()).forEach(this::part);
    }

    private void handle(Peer peer, Traffic kind, List<ChannelEvent> events) {
        for (ChannelEvent event : events) {
            if (peers.get(peer.id()) != peer) {
                return;
            }
            switch (event) {
                case ChannelEvent.ToSend toSend -> send(peer, Traffic.SESSION, toSend.sealed());
                case ChannelEvent.Established established -> established(peer, established);
                case ChannelEvent.Opened opened -> opened(peer, kind, opened.plain());
                case ChannelEvent.Closed closed -> closed(peer);
                case ChannelEvent.Broken broken -> broken(peer, broken.reason());
            }
        }
    }

    private void send(Peer peer, Traffic kind, Sealed sealed) {
        out.accept(new Envelope(peer.id(), kind, sealed.bytes()));
    }

    private void established(Peer peer, ChannelEvent.Established event) {
        peer.established = true;
        peer.fingerprint = Optional.of(Certificates.fingerprint(event.peer()));
        talk.state(new ChannelOpened(peer.id(), event.suite()));
        heard.event(new SessionEvent.Sealed(
                peer.id(), event.moderator().map(who -> new SessionEvent.Certified(who.name(), who.organisation()))));
        boolean introduced = ground.role() != Role.MODERATOR && peer.person.role() != Role.MODERATOR;
        if (introduced) {
            peer.phase = Phase.RUNNING;
            limitOver(peer);
            return;
        }
        peer.binding = Optional.of(event.binding());
        if (ground.role() == Role.MODERATOR && parts.password().isPresent()) {
            PasswordRun run =
                    PasswordRun.moderator(event.binding(), parts.password().get(), tries, ground.random());
            beginPassword(peer, run);
            passwordTurn(peer, run.begin());
        } else if (ground.role() != Role.MODERATOR && parts.passwordRequired()) {
            beginPassword(peer, PasswordRun.guest(event.binding(), ground.random()));
        } else {
            beginCheck(peer, event.binding());
        }
    }

    private void beginPassword(Peer peer, PasswordRun run) {
        peer.phase = Phase.PASSWORD;
        peer.password = Optional.of(run);
        limit(peer, TO_ENTER, Reason.SESSION_PASSWORD_NOT_ENTERED);
    }

    private void beginCheck(Peer peer, Binding binding) {
        peer.phase = Phase.CHECKING;
        peer.password = Optional.empty();
        limit(peer, TO_CHECK, Reason.CHECK_NOT_ANSWERED);
        CheckRun check = ground.role() == Role.MODERATOR
                ? CheckRun.reading(binding, ground.random())
                : CheckRun.listening(binding, ground.random());
        peer.check = Optional.of(check);
        check.begin().ifPresent(word -> say(peer.id(), word));
    }

    private void opened(Peer peer, Traffic kind, Octets plain) {
        SessionMessage message;
        Law law;
        try {
            message = SessionVocabulary.TABLE.decode(plain, peer.person.role());
            law = SessionVocabulary.TABLE.rowOf(message).law();
        } catch (MalformedMessage e) {
            broken(peer, Reason.PROTOCOL_VIOLATION);
            return;
        }
        if (peer.phase == Phase.PASSWORD && message instanceof CheckCommitted) {
            // Here every session has a password, and this moderator knows of none.
            broken(peer, Reason.SESSION_PASSWORD_LACKING);
            return;
        }
        // The kind stands outside the seal; a relay or a peer that says another one miscounts on purpose.
        if (law.kind() != kind || !law.during().contains(peer.phase)) {
            broken(peer, Reason.PROTOCOL_VIOLATION);
            return;
        }
        if (message instanceof MeetingMessage word && isPassword(peer, word)) {
            return;
        }
        if (peer.phase == Phase.CHECKING && message instanceof MeetingMessage word && isCheck(peer, word)) {
            return;
        }
        heard.said(peer.person, law, message);
    }

    private boolean isPassword(Peer peer, MeetingMessage word) {
        boolean first = word instanceof PasswordWanted
                && peer.phase == Phase.CHECKING
                && peer.check.filter(CheckRun::isFresh).isPresent();
        if (first) {
            // What a guest learns only now: the session has a password.
            peer.check = Optional.empty();
            peer.binding.ifPresent(binding -> beginPassword(peer, PasswordRun.guest(binding, ground.random())));
        }
        Optional<PasswordRun.Turn> turn = peer.password.flatMap(run -> run.heard(word));
        turn.ifPresent(next -> passwordTurn(peer, next));
        if (turn.isEmpty() && word instanceof PasswordWanted) {
            broken(peer, Reason.PROTOCOL_VIOLATION);
            return true;
        }
        return turn.isPresent();
    }

    private void passwordTurn(Peer peer, PasswordRun.Turn turn) {
        turn.say().ifPresent(word -> say(peer.id(), word));
        switch (turn.outcome()) {
            case GO_ON -> standing(peer, ground.role() == Role.MODERATOR ? new AwaitingPassword() : new Sealing());
            case ASK ->
                standing(
                        peer,
                        new EnteringPassword(
                                peer.password.map(PasswordRun::triesLeft).orElse(0)));
            case RIGHT -> {
                talk.state(new PasswordConcluded(peer.id(), CheckOutcome.MATCHED));
                standing(peer, new Sealing());
                peer.binding.ifPresent(binding -> beginCheck(peer, binding));
            }
            case FAILED -> {
                talk.state(new PasswordConcluded(peer.id(), CheckOutcome.FAILED));
                say(peer.id(), new Farewell(Reason.SESSION_PASSWORD_FAILED));
                broken(peer, Reason.SESSION_PASSWORD_FAILED);
            }
            case OUT_OF_TURN -> broken(peer, Reason.PROTOCOL_VIOLATION);
        }
    }

    private void standing(Peer peer, Standing standing) {
        heard.event(new SessionEvent.PasswordTurn(peer.id(), standing));
    }

    private boolean isCheck(Peer peer, MeetingMessage word) {
        Optional<CheckRun.Turn> turn = peer.check.flatMap(check -> check.heard(word));
        turn.ifPresent(next -> {
            next.say().ifPresent(answer -> say(peer.id(), answer));
            switch (next.outcome()) {
                case CheckRun.GoOn goOn -> {}
                case CheckRun.ReadOut read -> heard.event(new SessionEvent.CodeReady(peer.id(), read.code()));
                case CheckRun.Listen listen -> heard.event(new SessionEvent.ChoicesReady(peer.id(), listen.choices()));
                case CheckRun.Concluded done -> concluded(peer, done.outcome());
                case CheckRun.OutOfTurn wrong -> broken(peer, Reason.PROTOCOL_VIOLATION);
            }
        });
        return turn.isPresent();
    }

    private void concluded(Peer peer, CheckOutcome outcome) {
        limitOver(peer);
        peer.check.ifPresent(check -> check.result(outcome).ifPresent(word -> say(peer.id(), word)));
        peer.check = Optional.empty();
        peer.phase = Phase.RUNNING;
        talk.state(new CheckConcluded(peer.id(), outcome));
        heard.event(new SessionEvent.Checked(peer.id(), outcome));
    }

    /** The other side is going. Why comes from the communication server; if it does not come, the channel is over all the same. */
    private void closed(Peer peer) {
        peer.established = false;
        limit(peer, TO_BE_TOLD_WHY, Reason.SEAL_BROKEN);
    }

    private void broken(Peer peer, Reason reason) {
        talk.state(new ChannelEnded(peer.id(), reason));
        part(peer.id());
        heard.event(new SessionEvent.Unsealed(peer.id(), reason));
    }

    private void limit(Peer peer, Duration time, Reason reason) {
        limitOver(peer);
        peer.deadline = Optional.of(ground.after(time, () -> {
            if (peers.get(peer.id()) == peer) {
                broken(peer, reason);
            }
        }));
    }

    private static void limitOver(Peer peer) {
        peer.deadline.ifPresent(task -> task.cancel(false));
        peer.deadline = Optional.empty();
    }
}

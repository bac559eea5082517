package org.beistand.client.session;

import java.util.List;
import java.util.Optional;
import org.beistand.client.session.SessionEffect.End;
import org.beistand.client.session.SessionEffect.HangUp;
import org.beistand.client.session.SessionEffect.Notify;
import org.beistand.client.session.SessionEffect.Part;
import org.beistand.client.session.SessionEffect.Seal;
import org.beistand.client.session.SessionEffect.Tell;
import org.beistand.client.session.SessionEffect.Welcome;
import org.beistand.client.session.SessionState.Arriving;
import org.beistand.client.session.SessionState.Ended;
import org.beistand.client.session.SessionState.Running;
import org.beistand.client.session.SessionState.Waiting;
import org.beistand.client.session.SessionView.AwaitingPassword;
import org.beistand.client.session.SessionView.EnteringPassword;
import org.beistand.client.session.SessionView.Knocking;
import org.beistand.client.session.SessionView.Listening;
import org.beistand.client.session.SessionView.Person;
import org.beistand.client.session.SessionView.Present;
import org.beistand.client.session.SessionView.ReadingOut;
import org.beistand.client.session.SessionView.Sealing;
import org.beistand.client.session.SessionView.Standing;
import org.beistand.client.session.SessionView.Verification;
import org.beistand.protocol.relay.Admit;
import org.beistand.protocol.relay.Block;
import org.beistand.protocol.relay.Leave;
import org.beistand.protocol.relay.Remove;
import org.beistand.protocol.relay.TurnAway;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.Role;

/**
 * One step of a session: pure, for one person.
 *
 * @param state afterwards
 * @param effects to be carried out, in order
 */
record SessionStep(SessionState state, List<SessionEffect> effects) {
    SessionStep {
        effects = List.copyOf(effects);
    }

    static SessionStep step(Role me, SessionState state, SessionEvent event) {
        return switch (state) {
            case Arriving arriving -> arriving(me, arriving, event);
            case Waiting waiting -> waiting(me, waiting, event);
            case Running running -> running(me, running, event);
            case Ended ended -> stay(ended);
        };
    }

    private static SessionStep arriving(Role me, Arriving state, SessionEvent event) {
        return switch (event) {
            case SessionEvent.Attached attached ->
                stay(
                        me == Role.MODERATOR
                                ? new Running(attached.self(), List.of(), false)
                                : new Waiting(attached.self()));
            case SessionEvent.Cut cut -> over(cut.reason());
            case SessionEvent.Leaving leaving -> left(leaving.reason());
            case SessionEvent.Knocked e -> over(Reason.PROTOCOL_VIOLATION);
            case SessionEvent.Entered e -> over(Reason.PROTOCOL_VIOLATION);
            case SessionEvent.Departed e -> over(Reason.PROTOCOL_VIOLATION);
            case SessionEvent.Admitting e -> stay(state);
            case SessionEvent.TurningAway e -> stay(state);
            case SessionEvent.Removing e -> stay(state);
            case SessionEvent.Blocking e -> stay(state);
            case SessionEvent.Sealed e -> stay(state);
            case SessionEvent.PasswordTurn e -> stay(state);
            case SessionEvent.CodeReady e -> stay(state);
            case SessionEvent.ChoicesReady e -> stay(state);
            case SessionEvent.Checked e -> stay(state);
            case SessionEvent.Unsealed e -> stay(state);
            case SessionEvent.Introduction e -> stay(state);
        };
    }

    private static SessionStep waiting(Role me, Waiting state, SessionEvent event) {
        return switch (event) {
            case SessionEvent.Entered entered ->
                entered.role() == Role.MODERATOR
                        ? entered(me, new Running(state.self(), List.of(), false), entered)
                        // The moderator is always the first whom a newcomer is told of.
                        : over(Reason.PROTOCOL_VIOLATION);
            case SessionEvent.Cut cut -> over(cut.reason());
            case SessionEvent.Leaving leaving -> left(leaving.reason());
            case SessionEvent.Attached e -> over(Reason.PROTOCOL_VIOLATION);
            case SessionEvent.Knocked e -> over(Reason.PROTOCOL_VIOLATION);
            case SessionEvent.Departed e -> over(Reason.PROTOCOL_VIOLATION);
            case SessionEvent.Admitting e -> stay(state);
            case SessionEvent.TurningAway e -> stay(state);
            case SessionEvent.Removing e -> stay(state);
            case SessionEvent.Blocking e -> stay(state);
            case SessionEvent.Sealed e -> stay(state);
            case SessionEvent.PasswordTurn e -> stay(state);
            case SessionEvent.CodeReady e -> stay(state);
            case SessionEvent.ChoicesReady e -> stay(state);
            case SessionEvent.Checked e -> stay(state);
            case SessionEvent.Unsealed e -> stay(state);
            case SessionEvent.Introduction e -> stay(state);
        };
    }

    private static SessionStep running(Role me, Running state, SessionEvent event) {
        return switch (event) {
            case SessionEvent.Attached e -> over(Reason.PROTOCOL_VIOLATION);
            case SessionEvent.Knocked e ->
                me == Role.MODERATOR
                                && state.find(e.id()).isEmpty()
                                && !e.id().equals(state.self())
                                && e.role() != Role.MODERATOR
                        ? stay(state.with(new Person(
                                e.id(), e.role(), e.name(), "", new Knocking(), new Verification(Optional.empty()))))
                        : over(Reason.PROTOCOL_VIOLATION);
            case SessionEvent.Entered e -> entered(me, state, e);
            case SessionEvent.Departed e -> departed(state, e);
            case SessionEvent.Cut cut -> over(cut.reason());
            case SessionEvent.Leaving leaving -> left(leaving.reason());
            case SessionEvent.Admitting e ->
                lobby(me, state, e.id(), state.change(e.id(), p -> stand(p, new Sealing())), new Admit(e.id()));
            case SessionEvent.TurningAway e -> lobby(me, state, e.id(), state.without(e.id()), new TurnAway(e.id()));
            case SessionEvent.Removing e ->
                me == Role.MODERATOR && state.find(e.id()).isPresent()
                        ? new SessionStep(
                                state.without(e.id()),
                                List.of(new Part(e.id(), Reason.REMOVED), new Tell(new Remove(e.id()))))
                        : stay(state);
            case SessionEvent.Blocking e ->
                me == Role.MODERATOR
                        ? new SessionStep(
                                new Running(state.self(), state.people(), e.blocked()),
                                List.of(new Tell(new Block(e.blocked()))))
                        : stay(state);
            case SessionEvent.Sealed e -> sealed(me, state, e);
            case SessionEvent.PasswordTurn e ->
                stay(state.change(e.id(), p -> isBeforeCheck(p.standing()) ? stand(p, e.standing()) : p));
            case SessionEvent.CodeReady e ->
                stay(changeIf(state, e.id(), Sealing.class, p -> stand(p, new ReadingOut(e.code()))));
            case SessionEvent.ChoicesReady e ->
                stay(changeIf(state, e.id(), Sealing.class, p -> stand(p, new Listening(e.choices()))));
            case SessionEvent.Checked e -> checked(state, e);
            case SessionEvent.Unsealed e -> unsealed(me, state, e);
            case SessionEvent.Introduction e ->
                state.find(e.id())
                        .filter(p -> me != Role.MODERATOR && p.standing() instanceof Sealing)
                        .map(p -> new SessionStep(state, List.of(new Seal(p))))
                        .orElse(stay(state));
        };
    }

    private static SessionStep entered(Role me, Running state, SessionEvent.Entered e) {
        Optional<Person> known = state.find(e.id());
        if (me == Role.MODERATOR) {
            // Only whom this moderator admitted himself may come in, whatever the communication server says.
            return known.filter(p -> p.standing() instanceof Sealing)
                    .map(p -> new SessionStep(state, List.of(new Seal(p))))
                    .orElse(over(Reason.PROTOCOL_VIOLATION));
        }
        boolean secondModerator =
                e.role() == Role.MODERATOR && state.people().stream().anyMatch(p -> p.role() == Role.MODERATOR);
        if (known.isPresent() || secondModerator || e.id().equals(state.self())) {
            return over(Reason.PROTOCOL_VIOLATION);
        }
        Person person = new Person(e.id(), e.role(), e.name(), "", new Sealing(), new Verification(Optional.empty()));
        // With other guests it waits until the moderator introduces them.
        return new SessionStep(state.with(person), e.role() == Role.MODERATOR ? List.of(new Seal(person)) : List.of());
    }

    private static SessionStep departed(Running state, SessionEvent.Departed e) {
        return state.find(e.id())
                .map(gone -> gone.role() == Role.MODERATOR
                        ? left(e.reason())
                        : new SessionStep(
                                state.without(e.id()),
                                List.of(new Part(e.id(), e.reason()), new Notify(e.id(), e.reason()))))
                // Somebody whom this side removed at the same moment.
                .orElse(stay(state));
    }

    private static SessionStep lobby(
            Role me, Running state, ParticipantId id, Running after, org.beistand.protocol.relay.RelayMessage word) {
        boolean knocks =
                state.find(id).filter(p -> p.standing() instanceof Knocking).isPresent();
        return me == Role.MODERATOR && knocks ? new SessionStep(after, List.of(new Tell(word))) : stay(state);
    }

    private static SessionStep sealed(Role me, Running state, SessionEvent.Sealed e) {
        Optional<Person> person = state.find(e.id());
        if (person.isEmpty()) {
            return stay(state);
        }
        Person known = person.get();
        if (known.role() != Role.MODERATOR && me != Role.MODERATOR) {
            // Introduced by the moderator over his own checked channels; there is no code to read out.
            return stay(state.change(e.id(), p -> stand(p, new Present())));
        }
        return stay(e.certified()
                .map(who -> state.change(
                        e.id(),
                        p -> new Person(p.id(), p.role(), who.name(), who.organisation(), p.standing(), p.verified())))
                .orElse(state));
    }

    private static SessionStep checked(Running state, SessionEvent.Checked e) {
        if (state.find(e.id()).isEmpty()) {
            return stay(state);
        }
        return switch (e.outcome()) {
            case MATCHED, SKIPPED -> {
                Running after = state.change(
                        e.id(),
                        p -> new Person(
                                p.id(),
                                p.role(),
                                p.name(),
                                p.organisation(),
                                new Present(),
                                new Verification(Optional.of(e.outcome()))));
                yield new SessionStep(
                        after, List.of(new Welcome(after.find(e.id()).orElseThrow())));
            }
            // Somebody may sit in between: nothing of this session can be trusted any more.
            case FAILED -> left(Reason.CHECK_FAILED);
        };
    }

    private static SessionStep unsealed(Role me, Running state, SessionEvent.Unsealed e) {
        Optional<Person> person = state.find(e.id());
        if (person.isEmpty()) {
            return stay(state);
        }
        if (person.get().role() == Role.MODERATOR) {
            return left(e.reason());
        }
        return me == Role.MODERATOR
                ? new SessionStep(
                        state.without(e.id()),
                        List.of(
                                new Part(e.id(), e.reason()),
                                new Notify(e.id(), e.reason()),
                                new Tell(new Remove(e.id()))))
                : new SessionStep(
                        state.change(e.id(), p -> stand(p, new Sealing())), List.of(new Part(e.id(), e.reason())));
    }

    private static SessionStep left(Reason reason) {
        return new SessionStep(
                new Ended(reason), List.of(new End(reason), new Tell(new Leave(reason)), new HangUp(reason)));
    }

    private static SessionStep over(Reason reason) {
        return new SessionStep(new Ended(reason), List.of(new End(reason), new HangUp(reason)));
    }

    private static SessionStep stay(SessionState state) {
        return new SessionStep(state, List.of());
    }

    private static Running changeIf(
            Running state,
            ParticipantId id,
            Class<? extends Standing> standing,
            java.util.function.UnaryOperator<Person> how) {
        return state.change(id, p -> standing.isInstance(p.standing()) ? how.apply(p) : p);
    }

    private static boolean isBeforeCheck(Standing standing) {
        return standing instanceof Sealing
                || standing instanceof AwaitingPassword
                || standing instanceof EnteringPassword;
    }

    private static Person stand(Person person, Standing standing) {
        return new Person(
                person.id(), person.role(), person.name(), person.organisation(), standing, person.verified());
    }
}

package org.beistand.client.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.beistand.client.session.SessionState.Arriving;
import org.beistand.client.session.SessionState.Ended;
import org.beistand.client.session.SessionState.Running;
import org.beistand.client.session.SessionState.Waiting;
import org.beistand.client.session.SessionView.Knocking;
import org.beistand.client.session.SessionView.Present;
import org.beistand.client.session.SessionView.ReadingOut;
import org.beistand.client.session.SessionView.Sealing;
import org.beistand.protocol.relay.Admit;
import org.beistand.protocol.relay.Remove;
import org.beistand.protocol.relay.TurnAway;
import org.beistand.protocol.report.CheckOutcome;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The drawing above {@link SessionState}, arrow by arrow. */
class SessionStepTest {
    private static final ParticipantId MODERATOR = new ParticipantId(1);
    private static final ParticipantId ATTENDEE = new ParticipantId(2);
    private static final ParticipantId COLLEAGUE = new ParticipantId(3);

    private final List<SessionEffect> effects = new ArrayList<>();

    @Test
    @Tag("001-20")
    void aModeratorWhoWasAttachedIsInHisSession() {
        assertInstanceOf(Running.class, walk(Role.MODERATOR, new SessionEvent.Attached(MODERATOR)));
    }

    @Test
    void anAttendeeWhoWasAttachedWaitsInTheLobby() {
        assertInstanceOf(Waiting.class, walk(Role.ATTENDEE, new SessionEvent.Attached(ATTENDEE)));
    }

    @Test
    void whoKnocksIsSealedOnlyAfterTheModeratorAdmittedHer() {
        Running knocked = running(walk(Role.MODERATOR, new SessionEvent.Attached(MODERATOR), knocks()));
        assertInstanceOf(Knocking.class, knocked.find(ATTENDEE).orElseThrow().standing());
        assertTrue(effects.isEmpty());
        Running admitted = running(step(Role.MODERATOR, knocked, new SessionEvent.Admitting(ATTENDEE)));
        assertEquals(List.of(new SessionEffect.Tell(new Admit(ATTENDEE))), effects);
        effects.clear();
        step(Role.MODERATOR, admitted, enters(ATTENDEE, Role.ATTENDEE));
        assertInstanceOf(SessionEffect.Seal.class, effects.getFirst());
    }

    @Test
    void aServerThatLetsSomebodyInWhomTheModeratorDidNotAdmitEndsTheSession() {
        SessionState knocked = walk(Role.MODERATOR, new SessionEvent.Attached(MODERATOR), knocks());
        assertEquals(
                new Ended(Reason.PROTOCOL_VIOLATION), step(Role.MODERATOR, knocked, enters(ATTENDEE, Role.ATTENDEE)));
        SessionState alone = walk(Role.MODERATOR, new SessionEvent.Attached(MODERATOR));
        assertEquals(
                new Ended(Reason.PROTOCOL_VIOLATION), step(Role.MODERATOR, alone, enters(ATTENDEE, Role.ATTENDEE)));
    }

    @Test
    void aSecondModeratorIsAViolation() {
        SessionState inside =
                walk(Role.ATTENDEE, new SessionEvent.Attached(ATTENDEE), enters(MODERATOR, Role.MODERATOR));
        assertEquals(
                new Ended(Reason.PROTOCOL_VIOLATION), step(Role.ATTENDEE, inside, enters(COLLEAGUE, Role.MODERATOR)));
    }

    @Test
    void guestsAreSealedWithEachOtherOnlyWhenTheModeratorIntroducesThem() {
        SessionState inside =
                walk(Role.ATTENDEE, new SessionEvent.Attached(ATTENDEE), enters(MODERATOR, Role.MODERATOR));
        effects.clear();
        SessionState three = step(Role.ATTENDEE, inside, enters(COLLEAGUE, Role.EXPERT));
        assertTrue(effects.isEmpty());
        step(Role.ATTENDEE, three, new SessionEvent.Introduction(COLLEAGUE));
        assertInstanceOf(SessionEffect.Seal.class, effects.getFirst());
    }

    @Test
    void turningAwayTellsTheServerAndForgets() {
        Running knocked = running(walk(Role.MODERATOR, new SessionEvent.Attached(MODERATOR), knocks()));
        Running after = running(step(Role.MODERATOR, knocked, new SessionEvent.TurningAway(ATTENDEE)));
        assertTrue(after.people().isEmpty());
        assertEquals(List.of(new SessionEffect.Tell(new TurnAway(ATTENDEE))), effects);
    }

    @Test
    void theCodeIsReadOutAndThenTheyAreTogether() {
        Running sealing = running(admitted());
        Running reading = running(step(Role.MODERATOR, sealing, new SessionEvent.CodeReady(ATTENDEE, "12345")));
        assertEquals(
                new ReadingOut("12345"), reading.find(ATTENDEE).orElseThrow().standing());
        Running together =
                running(step(Role.MODERATOR, reading, new SessionEvent.Checked(ATTENDEE, CheckOutcome.MATCHED)));
        assertInstanceOf(Present.class, together.find(ATTENDEE).orElseThrow().standing());
        assertEquals(
                Optional.of(CheckOutcome.MATCHED),
                together.find(ATTENDEE).orElseThrow().verified().check());
    }

    @Test
    void aWrongCodeEndsTheSessionOnEitherSide() {
        assertEquals(
                new Ended(Reason.CHECK_FAILED),
                step(Role.MODERATOR, admitted(), new SessionEvent.Checked(ATTENDEE, CheckOutcome.FAILED)));
        SessionState inside =
                walk(Role.ATTENDEE, new SessionEvent.Attached(ATTENDEE), enters(MODERATOR, Role.MODERATOR));
        assertEquals(
                new Ended(Reason.CHECK_FAILED),
                step(Role.ATTENDEE, inside, new SessionEvent.Checked(MODERATOR, CheckOutcome.FAILED)));
    }

    @Test
    void aBrokenSealRemovesTheGuestAndEndsTheGuestsSession() {
        Running after =
                running(step(Role.MODERATOR, admitted(), new SessionEvent.Unsealed(ATTENDEE, Reason.SEAL_BROKEN)));
        assertTrue(after.people().isEmpty());
        assertTrue(effects.contains(new SessionEffect.Part(ATTENDEE, Reason.SEAL_BROKEN)));
        assertTrue(effects.contains(new SessionEffect.Tell(new Remove(ATTENDEE))));
        SessionState inside =
                walk(Role.ATTENDEE, new SessionEvent.Attached(ATTENDEE), enters(MODERATOR, Role.MODERATOR));
        assertEquals(
                new Ended(Reason.SEAL_BROKEN),
                step(Role.ATTENDEE, inside, new SessionEvent.Unsealed(MODERATOR, Reason.SEAL_BROKEN)));
    }

    @Test
    @Tag("001-138")
    void whenTheModeratorGoesItIsOver() {
        SessionState inside =
                walk(Role.ATTENDEE, new SessionEvent.Attached(ATTENDEE), enters(MODERATOR, Role.MODERATOR));
        assertEquals(
                new Ended(Reason.MODERATOR_LEFT),
                step(Role.ATTENDEE, inside, new SessionEvent.Departed(MODERATOR, Reason.MODERATOR_LEFT)));
    }

    @Test
    @Tag("001-70")
    void theAttendeeCanGoAtAnyTime() {
        SessionEvent go = new SessionEvent.Leaving(Reason.ATTENDEE_LEFT);
        SessionState arriving = new Arriving();
        SessionState waiting = walk(Role.ATTENDEE, new SessionEvent.Attached(ATTENDEE));
        SessionState inside = step(Role.ATTENDEE, waiting, enters(MODERATOR, Role.MODERATOR));
        for (SessionState state : List.of(arriving, waiting, inside)) {
            effects.clear();
            assertEquals(new Ended(Reason.ATTENDEE_LEFT), step(Role.ATTENDEE, state, go));
            assertInstanceOf(SessionEffect.End.class, effects.getFirst(), "rights end before anything is said");
        }
    }

    @Test
    void afterTheEndNothingHappens() {
        Ended ended = new Ended(Reason.MODERATOR_LEFT);
        assertEquals(ended, step(Role.ATTENDEE, ended, new SessionEvent.Attached(ATTENDEE)));
        assertEquals(ended, step(Role.ATTENDEE, ended, enters(MODERATOR, Role.MODERATOR)));
        assertTrue(effects.isEmpty());
    }

    private SessionState admitted() {
        SessionState state = walk(
                Role.MODERATOR,
                new SessionEvent.Attached(MODERATOR),
                knocks(),
                new SessionEvent.Admitting(ATTENDEE),
                enters(ATTENDEE, Role.ATTENDEE));
        assertInstanceOf(
                Sealing.class, running(state).find(ATTENDEE).orElseThrow().standing());
        effects.clear();
        return state;
    }

    private static SessionEvent knocks() {
        return new SessionEvent.Knocked(ATTENDEE, Role.ATTENDEE, new PersonName("Anna"));
    }

    private static SessionEvent enters(ParticipantId id, Role role) {
        return new SessionEvent.Entered(id, role, new PersonName("Somebody"));
    }

    private SessionState walk(Role me, SessionEvent... events) {
        SessionState state = new Arriving();
        for (SessionEvent event : events) {
            state = step(me, state, event);
        }
        return state;
    }

    private SessionState step(Role me, SessionState state, SessionEvent event) {
        SessionStep step = SessionStep.step(me, state, event);
        effects.addAll(step.effects());
        return step.state();
    }

    private static Running running(SessionState state) {
        return assertInstanceOf(Running.class, state);
    }
}

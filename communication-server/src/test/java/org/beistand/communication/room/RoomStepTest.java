package org.beistand.communication.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.beistand.communication.admission.Admitted;
import org.beistand.communication.admission.Tickets;
import org.beistand.communication.room.RoomEffect.Finished;
import org.beistand.communication.room.RoomEffect.Gone;
import org.beistand.communication.room.RoomEffect.LetIn;
import org.beistand.communication.room.RoomEffect.Parted;
import org.beistand.communication.room.RoomEffect.Parting;
import org.beistand.communication.room.RoomEffect.Started;
import org.beistand.communication.room.RoomEffect.Tell;
import org.beistand.communication.room.RoomEffect.TurnedBack;
import org.beistand.communication.room.RoomEvent.Arrived;
import org.beistand.communication.room.RoomEvent.Closed;
import org.beistand.communication.room.RoomEvent.LastWordsOver;
import org.beistand.communication.room.RoomEvent.LobbyTimedOut;
import org.beistand.communication.room.RoomEvent.Lost;
import org.beistand.communication.room.RoomEvent.Said;
import org.beistand.communication.room.RoomState.Closing;
import org.beistand.communication.room.RoomState.Living;
import org.beistand.communication.room.RoomState.Over;
import org.beistand.communication.room.RoomState.Running;
import org.beistand.communication.room.RoomState.Waiting;
import org.beistand.protocol.relay.Admit;
import org.beistand.protocol.relay.Attach;
import org.beistand.protocol.relay.Attached;
import org.beistand.protocol.relay.Block;
import org.beistand.protocol.relay.Departed;
import org.beistand.protocol.relay.Ended;
import org.beistand.protocol.relay.Entered;
import org.beistand.protocol.relay.Envelope;
import org.beistand.protocol.relay.Knocked;
import org.beistand.protocol.relay.Leave;
import org.beistand.protocol.relay.RelayMessage;
import org.beistand.protocol.relay.RelayVocabulary;
import org.beistand.protocol.relay.Remove;
import org.beistand.protocol.relay.Stated;
import org.beistand.protocol.relay.TurnAway;
import org.beistand.protocol.report.PauseBegan;
import org.beistand.protocol.service.SignedTicket;
import org.beistand.protocol.service.Ticket;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.Role;
import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.value.Traffic;
import org.beistand.protocol.wire.Octets;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class RoomStepTest {
    private static final ParticipantId MARTIN = new ParticipantId(1);
    private static final ParticipantId ANNA = new ParticipantId(2);
    private static final ParticipantId BERTA = new ParticipantId(3);
    private static final ParticipantId GONE = new ParticipantId(4);
    private static final ParticipantId NEVER = new ParticipantId(99);

    /**
     * Who says what, with Martin moderating and Berta in the lobby; Anna is in where the room is running. "-" is nothing at all,
     * "bad" is the end for whoever said it.
     */
    private static final String TABLE = """
            message          | Martin waiting | Martin running | Anna running | Berta anywhere | somebody gone
            Admit Berta      | in             | in             | bad          | bad            | -
            Admit Anna       | -              | -              | bad          | bad            | -
            Admit nobody     | -              | -              | bad          | bad            | -
            TurnAway Berta   | away           | away           | bad          | bad            | -
            TurnAway Anna    | -              | -              | bad          | bad            | -
            Remove Anna      | -              | out            | bad          | bad            | -
            Remove Berta     | -              | -              | bad          | bad            | -
            Remove Martin    | -              | -              | bad          | bad            | -
            Block            | blocked        | blocked        | bad          | bad            | -
            Leave            | over           | over           | left         | left           | -
            Stated           | noted          | noted          | noted        | bad            | -
            Envelope         | -              | -              | -            | bad            | -
            Attach           | over bad       | over bad       | bad          | bad            | -
            Attached         | over bad       | over bad       | bad          | bad            | -
            Knocked          | over bad       | over bad       | bad          | bad            | -
            Entered          | over bad       | over bad       | bad          | bad            | -
            Departed         | over bad       | over bad       | bad          | bad            | -
            Ended            | over bad       | over bad       | bad          | bad            | -
            """;

    private static final Map<String, RelayMessage> MESSAGES = messages();

    @TestFactory
    Stream<DynamicTest> everyMessageByEverybodyInEveryState() {
        List<DynamicTest> tests = new ArrayList<>();
        TABLE.lines().skip(1).forEach(line -> {
            String[] cells = line.split("\\|");
            String name = cells[0].strip();
            RelayMessage message = MESSAGES.get(name);
            tests.add(test(name, "Martin", waiting(), MARTIN, message, cells[1]));
            tests.add(test(name, "Martin", running(), MARTIN, message, cells[2]));
            tests.add(test(name, "Anna", running(), ANNA, message, cells[3]));
            tests.add(test(name, "Berta", waiting(), BERTA, message, cells[4]));
            tests.add(test(name, "Berta", running(), BERTA, message, cells[4]));
            tests.add(test(name, "somebody gone", waiting(), GONE, message, cells[5]));
            tests.add(test(name, "somebody gone", running(), GONE, message, cells[5]));
            for (ParticipantId who : List.of(MARTIN, ANNA, BERTA, GONE)) {
                tests.add(test(name, who.toString(), new Over(Reason.MODERATOR_LEFT), who, message, "-"));
            }
        });
        assertEquals(18 * 11, tests.size());
        return tests.stream();
    }

    @Test
    void theTableNamesEveryMessageThereIs() {
        assertEquals(
                RelayVocabulary.TABLE.rows().size(),
                MESSAGES.values().stream().map(Object::getClass).distinct().count());
        assertEquals(TABLE.lines().count() - 1, MESSAGES.size());
    }

    @Test
    @Tag("001-30")
    void theFirstOneLetInStartsTheSessionAndHearsOfTheModeratorFirst() {
        Running room = (Running) running();
        RoomStep step = RoomStep.of(room, new Said(MARTIN, new Admit(BERTA)));
        Member martin = room.moderator();
        Member anna = room.in().getFirst();
        Member berta = room.lobby().waiting().getFirst();
        assertEquals(
                List.of(
                        new LetIn(BERTA),
                        new Tell(BERTA, martin.entered()),
                        new Tell(BERTA, anna.entered()),
                        new Tell(MARTIN, berta.entered()),
                        new Tell(ANNA, berta.entered())),
                step.effects());
        assertEquals(
                new Started(),
                RoomStep.of(waiting(), new Said(MARTIN, new Admit(BERTA)))
                        .effects()
                        .get(1));
    }

    @Test
    @Tag("001-138")
    void losingTheModeratorEndsEverythingForEverybody() {
        RoomStep step = RoomStep.of(running(), new Lost(MARTIN, Reason.TOO_SLOW));
        assertEquals(new Closing(List.of(ANNA), Reason.PARTICIPANT_LOST), step.next());
        assertEquals(
                List.of(
                        new Gone(MARTIN, Reason.TOO_SLOW),
                        new Parting(ANNA, Reason.PARTICIPANT_LOST),
                        new Gone(BERTA, Reason.PARTICIPANT_LOST)),
                step.effects());
    }

    @Test
    @Tag("001-80")
    void whoHadToGoIsHeardUntilSheLeavesOrIsLostOrTookTooLong() {
        Stated word = new Stated(Instant.EPOCH, new PauseBegan(ANNA));
        RoomState closing =
                RoomStep.of(running(), new Lost(MARTIN, Reason.CONNECTION_LOST)).next();
        RoomState removed =
                RoomStep.of(running(), new Said(MARTIN, new Remove(ANNA))).next();
        for (RoomState state : List.of(closing, removed)) {
            assertEquals(
                    new RoomStep(state, List.of(new RoomEffect.Testified(ANNA, word))),
                    RoomStep.of(state, new Said(ANNA, word)));
            for (RoomEvent end : List.of(
                    new Said(ANNA, new Leave(Reason.ATTENDEE_LEFT)),
                    new Lost(ANNA, Reason.CONNECTION_LOST),
                    new LastWordsOver(ANNA))) {
                RoomStep step = RoomStep.of(state, end);
                assertEquals(new Parted(ANNA), step.effects().getFirst());
                assertEquals(
                        List.of(),
                        RoomStep.of(step.next(), new Said(ANNA, word)).effects());
                assertEquals(List.of(), RoomStep.of(step.next(), end).effects());
            }
        }
        assertEquals(
                new RoomStep(
                        new Over(Reason.PARTICIPANT_LOST),
                        List.of(new Parted(ANNA), new Finished(Reason.PARTICIPANT_LOST))),
                RoomStep.of(closing, new LastWordsOver(ANNA)));
    }

    @Test
    void whoHadToGoCanDoNothingButTestify() {
        for (RoomState state : List.of(
                RoomStep.of(running(), new Lost(MARTIN, Reason.CONNECTION_LOST)).next(),
                RoomStep.of(running(), new Said(MARTIN, new Remove(ANNA))).next())) {
            MESSAGES.values().stream()
                    .filter(message -> !(message instanceof Stated) && !(message instanceof Leave))
                    .forEach(message ->
                            assertEquals(new RoomStep(state, List.of()), RoomStep.of(state, new Said(ANNA, message))));
        }
        RoomState closing =
                RoomStep.of(running(), new Lost(MARTIN, Reason.CONNECTION_LOST)).next();
        assertEquals(
                List.of(new TurnedBack(Reason.TICKET_REFUSED)),
                RoomStep.of(closing, new Arrived(person(Role.ATTENDEE))).effects());
    }

    @Test
    void theLastWordsOfSomebodyRemovedAreWaitedForWhenTheSessionEndsMeanwhile() {
        RoomState removed =
                RoomStep.of(running(), new Said(MARTIN, new Remove(ANNA))).next();
        assertEquals(
                new Closing(List.of(ANNA), Reason.MODERATOR_LEFT),
                RoomStep.of(removed, new Said(MARTIN, new Leave(Reason.MODERATOR_LEFT)))
                        .next());
    }

    @Test
    void losingSomebodyWhoIsInIsToldToTheOthers() {
        RoomStep step = RoomStep.of(running(), new Lost(ANNA, Reason.CONNECTION_LOST));
        assertEquals(
                List.of(
                        new Gone(ANNA, Reason.CONNECTION_LOST),
                        new Tell(MARTIN, new Departed(ANNA, Reason.PARTICIPANT_LOST))),
                step.effects());
        assertInstanceOf(Running.class, step.next());
    }

    @Test
    void timeRunsOutOnlyForThoseInTheLobby() {
        assertEquals(
                List.of(
                        new Gone(BERTA, Reason.LOBBY_TIMED_OUT),
                        new Tell(MARTIN, new Departed(BERTA, Reason.LOBBY_TIMED_OUT))),
                RoomStep.of(running(), new LobbyTimedOut(BERTA)).effects());
        for (ParticipantId other : List.of(MARTIN, ANNA, GONE)) {
            assertEquals(
                    List.of(), RoomStep.of(running(), new LobbyTimedOut(other)).effects());
        }
    }

    @Test
    void theServersCanCloseARoomOnce() {
        RoomStep step = RoomStep.of(running(), new Closed(Reason.SERVER_STOPPING));
        assertEquals(new Closing(List.of(ANNA), Reason.SERVER_STOPPING), step.next());
        assertEquals(3, step.effects().size());
        assertEquals(
                List.of(),
                RoomStep.of(step.next(), new Closed(Reason.SESSION_ENDED)).effects());
    }

    @Test
    void aLeaverCanGiveOnlyReasonsThatAreHersToGive() {
        assertEquals(
                new Closing(List.of(ANNA), Reason.CHECK_FAILED),
                RoomStep.of(running(), new Said(MARTIN, new Leave(Reason.CHECK_FAILED)))
                        .next());
        assertEquals(
                new Closing(List.of(ANNA), Reason.MODERATOR_LEFT),
                RoomStep.of(running(), new Said(MARTIN, new Leave(Reason.SERVER_STOPPING)))
                        .next());
        assertEquals(
                new Gone(ANNA, Reason.ATTENDEE_LEFT),
                RoomStep.of(running(), new Said(ANNA, new Leave(Reason.REMOVED)))
                        .effects()
                        .getFirst());
    }

    @Test
    @Tag("001-69")
    @Tag("001-137")
    void whoIsInTheLobbyAlreadyCanStillBeLetIntoABlockedSession() {
        RoomState blocked =
                RoomStep.of(waiting(), new Said(MARTIN, new Block(true))).next();
        assertEquals(
                List.of(new TurnedBack(Reason.SESSION_BLOCKED)),
                RoomStep.of(blocked, new Arrived(person(Role.EXPERT))).effects());
        assertInstanceOf(
                Running.class,
                RoomStep.of(blocked, new Said(MARTIN, new Admit(BERTA))).next());
    }

    @Test
    void aSecondModeratorIsRefusedLikeABadTicket() {
        assertEquals(
                List.of(new TurnedBack(Reason.TICKET_REFUSED)),
                RoomStep.of(running(), new Arrived(person(Role.MODERATOR))).effects());
        assertEquals(
                List.of(new TurnedBack(Reason.TICKET_REFUSED)),
                RoomStep.of(new Over(Reason.MODERATOR_LEFT), new Arrived(person(Role.MODERATOR)))
                        .effects());
    }

    @Test
    void sixteenCanWaitAndSixteenCanBeIn() {
        RoomState room = RoomStep.opened(person(Role.MODERATOR)).next();
        for (int i = 0; i < RoomStep.MOST_IN; i++) {
            room = admitted(room);
        }
        assertEquals(RoomStep.MOST_IN, ((Living) room).in().size());
        assertEquals(
                List.of(new TurnedBack(Reason.SESSION_FULL)),
                RoomStep.of(room, new Arrived(person(Role.ATTENDEE))).effects());

        RoomState lobby = RoomStep.opened(person(Role.MODERATOR)).next();
        for (int i = 0; i < RoomStep.MOST_WAITING; i++) {
            lobby = RoomStep.of(lobby, new Arrived(person(Role.ATTENDEE))).next();
        }
        assertEquals(
                List.of(new TurnedBack(Reason.SESSION_FULL)),
                RoomStep.of(lobby, new Arrived(person(Role.ATTENDEE))).effects());
    }

    @Test
    void whoeverIsLetInWhenTheRoomHasFilledUpMeanwhileHearsThatItIsFull() {
        RoomState room = RoomStep.opened(person(Role.MODERATOR)).next();
        for (int i = 0; i < RoomStep.MOST_IN - 1; i++) {
            room = admitted(room);
        }
        room = RoomStep.of(room, new Arrived(person(Role.ATTENDEE))).next();
        ParticipantId late = ((Living) room).lobby().waiting().getLast().id();
        room = RoomStep.of(room, new Arrived(person(Role.ATTENDEE))).next();
        ParticipantId later = ((Living) room).lobby().waiting().getLast().id();
        room = RoomStep.of(room, new Said(MARTIN, new Admit(late))).next();
        assertEquals(
                new Gone(later, Reason.SESSION_FULL),
                RoomStep.of(room, new Said(MARTIN, new Admit(later))).effects().getFirst());
    }

    @Test
    void anIdIsNeverGivenTwice() {
        RoomState room = running();
        room = RoomStep.of(room, new Said(BERTA, new Leave(Reason.ATTENDEE_LEFT)))
                .next();
        room = RoomStep.of(room, new Arrived(person(Role.ATTENDEE))).next();
        assertEquals(
                new ParticipantId(5),
                ((Living) room).lobby().waiting().getFirst().id());
    }

    private static RoomState admitted(RoomState room) {
        RoomState knocked =
                RoomStep.of(room, new Arrived(person(Role.ATTENDEE))).next();
        ParticipantId who = ((Living) knocked).lobby().waiting().getLast().id();
        return RoomStep.of(knocked, new Said(MARTIN, new Admit(who))).next();
    }

    private static DynamicTest test(
            String name, String by, RoomState state, ParticipantId who, RelayMessage message, String expected) {
        return DynamicTest.dynamicTest(
                name + " by " + by + " in " + state.getClass().getSimpleName(),
                () -> assertEquals(expected.strip(), outcome(state, who, message)));
    }

    /** What a step did, in the table's words; and what must hold of it in any case. */
    private static String outcome(RoomState state, ParticipantId who, RelayMessage message) {
        RoomStep step = RoomStep.of(state, new Said(who, message));
        List<RoomEffect> effects = step.effects();
        if (effects.isEmpty()) {
            assertEquals(state, step.next());
            return "-";
        }
        List<String> words = new ArrayList<>();
        if (step.next() instanceof Over) {
            words.add("over");
            assertInstanceOf(Finished.class, effects.getLast());
        } else if (step.next() instanceof Closing) {
            words.add("over");
        }
        if (effects.contains(new Gone(who, Reason.PROTOCOL_VIOLATION))) {
            words.add("bad");
        } else if (effects.contains(new Gone(who, Reason.ATTENDEE_LEFT))) {
            words.add("left");
        } else if (effects.contains(new Gone(BERTA, Reason.REFUSED_IN_LOBBY))) {
            words.add("away");
        } else if (effects.contains(new Parting(ANNA, Reason.REMOVED))) {
            words.add("out");
        } else if (effects.contains(new LetIn(BERTA))) {
            assertTrue(((Running) step.next()).findIn(BERTA).isPresent());
            words.add("in");
        } else if (effects.contains(new RoomEffect.BlockChanged(true))) {
            assertTrue(((Living) step.next()).lobby().blocked());
            words.add("blocked");
        } else if (effects.getFirst() instanceof RoomEffect.Testified) {
            words.add("noted");
        }
        return String.join(" ", words);
    }

    /** Martin moderates, Berta waits; number 2 and number 4 have gone already. */
    private static RoomState waiting() {
        RoomState room = RoomStep.opened(person(Role.MODERATOR)).next();
        for (int i = 0; i < 3; i++) {
            room = RoomStep.of(room, new Arrived(person(Role.ATTENDEE))).next();
        }
        room = RoomStep.of(room, new Lost(ANNA, Reason.CONNECTION_LOST)).next();
        room = RoomStep.of(room, new Lost(GONE, Reason.CONNECTION_LOST)).next();
        return assertInstanceOf(Waiting.class, room);
    }

    /** Martin moderates, Anna is in, Berta waits. */
    private static RoomState running() {
        RoomState room = RoomStep.opened(person(Role.MODERATOR)).next();
        for (int i = 0; i < 3; i++) {
            room = RoomStep.of(room, new Arrived(person(Role.ATTENDEE))).next();
        }
        room = RoomStep.of(room, new Said(MARTIN, new Admit(ANNA))).next();
        room = RoomStep.of(room, new Lost(GONE, Reason.CONNECTION_LOST)).next();
        return assertInstanceOf(Running.class, room);
    }

    private static Admitted person(Role role) {
        return Tickets.admitted(new Ticket(
                Octets.of(new byte[16]),
                new SessionId(Octets.of(new byte[16])),
                role,
                new PersonName("Somebody"),
                "",
                "communication-1",
                Instant.EPOCH));
    }

    private static Map<String, RelayMessage> messages() {
        PersonName name = new PersonName("X");
        Map<String, RelayMessage> all = new LinkedHashMap<>();
        all.put("Admit Berta", new Admit(BERTA));
        all.put("Admit Anna", new Admit(ANNA));
        all.put("Admit nobody", new Admit(NEVER));
        all.put("TurnAway Berta", new TurnAway(BERTA));
        all.put("TurnAway Anna", new TurnAway(ANNA));
        all.put("Remove Anna", new Remove(ANNA));
        all.put("Remove Berta", new Remove(BERTA));
        all.put("Remove Martin", new Remove(MARTIN));
        all.put("Block", new Block(true));
        all.put("Leave", new Leave(Reason.ATTENDEE_LEFT));
        all.put("Stated", new Stated(Instant.EPOCH, new PauseBegan(ANNA)));
        all.put("Envelope", new Envelope(MARTIN, Traffic.SCREEN, Octets.EMPTY));
        all.put("Attach", new Attach(1, new SignedTicket(Octets.EMPTY, Octets.EMPTY)));
        all.put("Attached", new Attached(MARTIN));
        all.put("Knocked", new Knocked(NEVER, Role.ATTENDEE, name, ""));
        all.put("Entered", new Entered(NEVER, Role.ATTENDEE, name, ""));
        all.put("Departed", new Departed(ANNA, Reason.REMOVED));
        all.put("Ended", new Ended(Reason.REMOVED));
        return all;
    }
}

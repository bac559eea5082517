package org.beistand.communication.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.beistand.communication.admission.Tickets;
import org.beistand.communication.report.Spool;
import org.beistand.communication.story.House;
import org.beistand.protocol.relay.Admit;
import org.beistand.protocol.relay.RelayMessage;
import org.beistand.protocol.report.TrafficCount;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.Role;
import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.value.Traffic;
import org.beistand.protocol.wire.Octets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In which order a room does what its steps say. */
final class RoomTest {
    @TempDir
    Path folder;

    private final SessionId session = House.session();
    private final List<String> done = new ArrayList<>();
    private House house;
    private Room room;

    @BeforeEach
    void open() throws Exception {
        house = new House(folder);
        Spool spool = house.spool;
        room = new Room(
                Tickets.admitted(house.ticket(session, Role.MODERATOR, "Martin")),
                spool.begin(session).join(),
                house.clock,
                house.scheduler,
                new Silent());
        room.open(new Chair("Martin"));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void herFirstEnvelopeCannotOvertakeHerName() {
        Chair anna = new Chair("Anna");
        room.arrive(Tickets.admitted(house.ticket(session, Role.ATTENDEE, "Anna")), anna);
        done.clear();

        room.said(new ParticipantId(1), new Admit(new ParticipantId(2)));

        assertEquals(
                List.of("hold Anna", "Anna hears Entered", "Martin hears Entered", "release Anna"),
                done,
                "not read from before the others know of her");
        assertTrue(room.routes().containsKey(new ParticipantId(2)));
    }

    @Test
    void whoHasGoneCanBeReachedNoMoreBeforeTheOthersHearOfIt() {
        room.arrive(Tickets.admitted(house.ticket(session, Role.ATTENDEE, "Anna")), new Chair("Anna"));
        room.said(new ParticipantId(1), new Admit(new ParticipantId(2)));
        done.clear();
        room.lost(new ParticipantId(2), Reason.CONNECTION_LOST);
        assertEquals(List.of("Anna is dismissed with 1 in reach", "Martin hears Departed"), done);
    }

    @Test
    void whatHappensWithinAStepHappensAfterIt() {
        Chair anna = new Chair("Anna") {
            @Override
            public void taken(Room room, Member member) {
                super.taken(room, member);
                room.lost(member.id(), Reason.CONNECTION_LOST); // gone while she was being taken
            }
        };
        done.clear();
        room.arrive(Tickets.admitted(house.ticket(session, Role.ATTENDEE, "Anna")), anna);
        assertEquals(
                List.of(
                        "Anna is taken",
                        "Anna hears Attached",
                        "Martin hears Knocked",
                        "Anna is dismissed with 1 in reach",
                        "Martin hears Departed"),
                done);
    }

    @Test
    void aRoomThatIsOverLeavesNoAlarmsBehind() {
        room.close(Reason.SESSION_ENDED);
        house.pass(Duration.ofHours(1));
        assertEquals(0, house.scheduler.waiting());
    }

    /** Writes down what it is told. */
    private class Chair implements Seat {
        private final String name;

        Chair(String name) {
            this.name = name;
        }

        @Override
        public void taken(Room room, Member member) {
            done.add(name + " is taken");
        }

        @Override
        public void tell(RelayMessage message) {
            done.add(name + " hears " + message.getClass().getSimpleName());
        }

        @Override
        public void dismiss(Reason reason) {
            done.add(name + " is dismissed with " + room.routes().size() + " in reach");
        }

        @Override
        public void part(Reason reason) {
            done.add(name + " has to go with " + room.routes().size() + " in reach");
        }

        @Override
        public void close(Reason reason) {
            done.add(name + " is cut off");
        }

        @Override
        public void hold(Object cause) {
            done.add("hold " + name);
        }

        @Override
        public void release(Object cause) {
            done.add("release " + name);
        }

        @Override
        public void pass(Octets frame, Traffic kind, int sealed, Seat sender) {}

        @Override
        public List<TrafficCount> traffic() {
            return List.of();
        }
    }

    /** Does not care. */
    private static final class Silent implements RoomWatch {
        @Override
        public void opened(SessionId session) {}

        @Override
        public void started(SessionId session) {}

        @Override
        public void blocked(SessionId session, boolean blocked) {}

        @Override
        public void over(SessionId session) {}
    }
}

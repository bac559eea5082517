package org.beistand.communication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.beistand.communication.story.House;
import org.beistand.communication.story.Person;
import org.beistand.protocol.relay.Admit;
import org.beistand.protocol.relay.Attached;
import org.beistand.protocol.relay.Block;
import org.beistand.protocol.relay.Departed;
import org.beistand.protocol.relay.Ended;
import org.beistand.protocol.relay.Entered;
import org.beistand.protocol.relay.Envelope;
import org.beistand.protocol.relay.Knocked;
import org.beistand.protocol.relay.Leave;
import org.beistand.protocol.report.SessionReport;
import org.beistand.protocol.report.TrafficCount;
import org.beistand.protocol.service.Began;
import org.beistand.protocol.service.Blocked;
import org.beistand.protocol.service.Delivered;
import org.beistand.protocol.service.Register;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.value.Traffic;
import org.beistand.protocol.wire.Octets;
import org.beistand.transport.pipeline.Loops;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Over TCP and TLS, with an operator server that takes the reports. */
@Timeout(60)
final class RunningServerTest {
    @TempDir
    Path path;

    private final Loops loops = new Loops(2);
    private ServerFolder folder;
    private FakeOperator operator;
    private CommunicationServer server;

    @BeforeEach
    void start() throws Exception {
        folder = new ServerFolder(path);
        operator = new FakeOperator(loops, folder);
        folder.write(operator.address(), 0);
        server = CommunicationServer.start(path, Clock.systemUTC(), new Random(1));
    }

    @AfterEach
    void stop() {
        server.close();
        operator.close();
        loops.close();
    }

    @Test
    @Tag("001-19")
    @Tag("001-29")
    @Tag("001-30")
    @Tag("001-74")
    @Tag("001-79")
    @Tag("001-124")
    void aSessionRunsAndItsReportReachesTheOperatorServer() throws Exception {
        assertEquals(House.NAME, operator.hears(Register.class).name());
        SessionId session = House.session();
        Person martin = folder.moderator(loops, server.port(), session);
        martin.await(Attached.class);
        assertEquals(new Began(session, false), operator.hears(Began.class));

        Person anna = folder.attendee(loops, server.port(), session, "Anna");
        anna.await(Attached.class);
        martin.say(new Admit(martin.await(Knocked.class).participant()));
        anna.await(Entered.class);
        martin.await(Entered.class);
        assertEquals(new Began(session, true), operator.hears(Began.class));

        martin.say(new Block(true));
        assertEquals(new Blocked(session, true), operator.hears(Blocked.class)); // 001-69

        byte[] picture = new byte[70_000];
        new Random(7).nextBytes(picture);
        anna.seal(martin, Traffic.SCREEN, picture);
        assertEquals(new Envelope(anna.id(), Traffic.SCREEN, Octets.of(picture)), martin.await(Envelope.class));
        anna.say(new Leave(Reason.ATTENDEE_LEFT));
        assertEquals(new Departed(anna.id(), Reason.ATTENDEE_LEFT), martin.await(Departed.class));
        martin.say(new Leave(Reason.MODERATOR_LEFT));

        SessionReport report = operator.hears(Delivered.class).report();
        assertEquals(session, report.session());
        assertEquals(Reason.MODERATOR_LEFT, report.reason());
        assertEquals(
                List.of(new TrafficCount(Traffic.SCREEN, 70_000, 0)),
                report.participants().get(1).traffic());
    }

    @Test
    void thousandsOfEnvelopesArriveInOrderThroughAReaderWhoStopsNowAndThen() throws Exception {
        SessionId session = House.session();
        Person martin = folder.moderator(loops, server.port(), session);
        martin.await(Attached.class);
        Person anna = folder.attendee(loops, server.port(), session, "Anna");
        anna.await(Attached.class);
        martin.say(new Admit(martin.await(Knocked.class).participant()));
        anna.await(Entered.class);
        int count = 5000;
        Thread sender = Thread.ofVirtual().start(() -> {
            for (int i = 0; i < count; i++) {
                byte[] sealed = new byte[i % 10 == 0 ? 60_000 : 3_000];
                sealed[0] = (byte) (i >>> 8);
                sealed[1] = (byte) i;
                anna.whenWritable(martin, Traffic.SCREEN, sealed);
            }
        });
        for (int i = 0; i < count; i++) {
            if (i % 1000 == 500) {
                martin.link().pause();
                martin.link().resume();
            }
            Envelope envelope = martin.await(Envelope.class);
            assertEquals(
                    i, (envelope.sealed().at(0) & 0xFF) << 8 | envelope.sealed().at(1) & 0xFF);
        }
        sender.join();
    }

    @Test
    void whenTheServerStopsPeopleAreToldAndTheReportIsHandedOverOrKept() throws Exception {
        operator.hears(Register.class);
        SessionId session = House.session();
        Person martin = folder.moderator(loops, server.port(), session);
        martin.await(Attached.class);

        server.close();

        assertEquals(new Ended(Reason.SERVER_STOPPING), martin.await(Ended.class));
        assertEquals(
                Reason.SERVER_STOPPING, operator.hears(Delivered.class).report().reason());
        try (var left = Files.list(path.resolve("spool"))) {
            assertTrue(left.noneMatch(file -> file.toString().endsWith(".finished")), "taken, so forgotten");
        }
        server = CommunicationServer.start(path, Clock.systemUTC(), new Random(1));
    }
}

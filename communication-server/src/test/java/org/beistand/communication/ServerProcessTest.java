package org.beistand.communication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.beistand.communication.story.House;
import org.beistand.communication.story.Person;
import org.beistand.protocol.relay.Admit;
import org.beistand.protocol.relay.Attached;
import org.beistand.protocol.relay.Ended;
import org.beistand.protocol.relay.Entered;
import org.beistand.protocol.relay.Knocked;
import org.beistand.protocol.relay.Stated;
import org.beistand.protocol.report.PauseBegan;
import org.beistand.protocol.report.SessionReport;
import org.beistand.protocol.service.Began;
import org.beistand.protocol.service.Delivered;
import org.beistand.protocol.service.Register;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.SessionId;
import org.beistand.transport.pipeline.Loops;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server as a process of its own, asked to end and killed. */
@Timeout(120)
final class ServerProcessTest {
    private static final Pattern READY = Pattern.compile("Communication server \\S+ is ready on port (\\d+)\\.");

    @TempDir
    Path path;

    private final Loops loops = new Loops(2);
    private ServerFolder folder;
    private FakeOperator operator;
    private Process server;
    private int port;

    @BeforeEach
    void start() throws Exception {
        folder = new ServerFolder(path);
        operator = new FakeOperator(loops, folder);
        folder.write(operator.address(), 0);
        launch();
    }

    @AfterEach
    void stop() throws Exception {
        server.destroyForcibly().waitFor();
        operator.close();
        loops.close();
    }

    @Test
    void askedToEndItTellsThePeopleAndHandsOverTheReport() throws Exception {
        SessionId session = House.session();
        Person martin = folder.moderator(loops, port, session);
        martin.await(Attached.class);
        operator.hears(Began.class);

        server.destroy();

        assertEquals(new Ended(Reason.SERVER_STOPPING), martin.await(Ended.class));
        SessionReport report = operator.hears(Delivered.class).report();
        assertEquals(session, report.session());
        assertEquals(Reason.SERVER_STOPPING, report.reason());
        assertTrue(server.waitFor(30, TimeUnit.SECONDS));
    }

    @Test
    @Tag("001-74")
    void killedItLosesNothingOfWhatItHeard() throws Exception {
        SessionId session = House.session();
        Person martin = folder.moderator(loops, port, session);
        martin.await(Attached.class);
        folder.attendee(loops, port, session, "Anna");
        Knocked anna = martin.await(Knocked.class);
        for (int i = 0; i < 20; i++) {
            martin.say(new Stated(Clock.systemUTC().instant(), new PauseBegan(martin.id())));
        }
        martin.say(new Admit(anna.participant()));
        martin.await(Entered.class); // heard after all that he stated
        // Another session begins only after everything before it was written.
        folder.moderator(loops, port, House.session()).await(Attached.class);

        server.destroyForcibly().waitFor();
        launch();

        operator.hears(Register.class);
        SessionReport first = operator.hears(Delivered.class).report();
        SessionReport second = operator.hears(Delivered.class).report();
        SessionReport report = first.session().equals(session) ? first : second;
        assertEquals(session, report.session());
        assertEquals(Reason.CONNECTION_LOST, report.reason());
        assertEquals(20, report.testimony().size());
        assertTrue(report.complete());
    }

    private void launch() throws IOException {
        server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "--site",
                        path.toString())
                .redirectErrorStream(true)
                .start();
        BufferedReader out = server.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher ready = READY.matcher(line);
            if (ready.matches()) {
                port = Integer.parseInt(ready.group(1));
                return;
            }
        }
        throw new AssertionError("the server never was ready");
    }
}

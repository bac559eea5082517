package org.beistand.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.beistand.client.desktop.FakeDesktop;
import org.beistand.client.files.Unfinished;
import org.beistand.client.meeting.AttendeeWay;
import org.beistand.client.meeting.DomainTickets;
import org.beistand.client.meeting.InstalledPackage;
import org.beistand.client.meeting.ModeratorWay;
import org.beistand.client.meeting.SignInStep;
import org.beistand.client.meeting.Way;
import org.beistand.communication.CommunicationServer;
import org.beistand.operator.command.CommandLines;
import org.beistand.operator.server.OperatorProgram;
import org.beistand.operator.site.SiteCreation;
import org.beistand.operator.site.SitePlan;
import org.beistand.protocol.value.Endpoint;
import org.beistand.transport.dial.Dialler;
import org.beistand.transport.dial.Ladder;
import org.beistand.transport.pipeline.Loops;
import picocli.CommandLine;

/** An installation that runs. */
public final class House implements AutoCloseable {
    public static final String LOGIN = "m.keller";
    public static final String PASSWORD = "correct horse battery";
    public static final String NAME = "Martin Keller";
    private static final String FIRST_PASSWORD = "written on a note";

    private final Path folder;
    private final Path site;
    private final Clock clock = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();
    private final Loops loops = new Loops(2);
    private OperatorProgram operator;
    private CommunicationServer communication;

    public House(Path folder) throws Exception {
        this.folder = folder;
        this.site = folder.resolve("site");
        SitePlan plan = new SitePlan(
                "Optics South",
                "powered by Beistand",
                new Endpoint("127.0.0.1", freePort()),
                List.of(new SitePlan.Communication("south", new Endpoint("127.0.0.1", freePort()))),
                "127.0.0.1",
                false,
                Optional.empty());
        SiteCreation.create(site, plan, clock, random);
        startOperator();
        startCommunication();
        Path password = folder.resolve("password");
        Files.writeString(password, FIRST_PASSWORD + "\n");
        command(
                "users",
                "add",
                LOGIN,
                "--name",
                NAME,
                "--site",
                site.toString(),
                "--password-file",
                password.toString());
        String days = LocalDate.now(ZoneOffset.UTC).minusDays(1) + ".."
                + LocalDate.now(ZoneOffset.UTC).plusDays(300);
        command(
                "entitlements",
                "set",
                LOGIN,
                "--training",
                days,
                "--briefing",
                days,
                "--undertaking",
                days,
                "--site",
                site.toString());
        chooseAPassword();
    }

    /** The first sign-in, as everybody's. */
    private void chooseAPassword() throws Exception {
        try (ModeratorWay way = moderator(Machine.of("first"))) {
            assertInstanceOf(
                    SignInStep.NewPassword.class,
                    way.signIn(LOGIN, FIRST_PASSWORD.toCharArray()).get(30, TimeUnit.SECONDS));
            assertInstanceOf(
                    SignInStep.Welcome.class,
                    way.choosePassword(PASSWORD.toCharArray()).get(30, TimeUnit.SECONDS));
        }
    }

    public void startOperator() throws Exception {
        operator = OperatorProgram.start(site, clock, random);
    }

    public void stopOperator() {
        operator.close();
    }

    public void startCommunication() throws Exception {
        communication = CommunicationServer.start(site.resolve("communication-south"), clock, random);
    }

    public void stopCommunication() {
        communication.close();
    }

    /** @return what it printed; it must succeed */
    public String command(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = CommandLines.make();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        assertEquals(0, line.execute(arguments), () -> String.join(" ", arguments) + ": " + err);
        return out.toString();
    }

    /** The report of the only session so far, as an auditor gets it; waits until it is stored. */
    public JsonNode report() throws Exception {
        String list = Eventually.get(
                "a report is stored",
                () -> Optional.of(command("reports", "list", "--site", site.toString(), "--format", "json"))
                        .filter(text -> text.contains("\"session\"")));
        JsonNode first = new ObjectMapper().readTree(list).findValue("session");
        String session =
                first.isTextual() ? first.asText() : first.findValue("id").asText();
        return new ObjectMapper()
                .readTree(command("reports", "show", session, "--site", site.toString(), "--format", "json"));
    }

    public ModeratorWay moderator(Machine machine) throws Exception {
        return moderator(machine, DomainTickets.none());
    }

    /** @param tickets of whoever is signed in at that machine's domain */
    public ModeratorWay moderator(Machine machine, DomainTickets tickets) throws Exception {
        InstalledPackage installed = InstalledPackage.ofModerator(site.resolve("moderator-package"), clock.instant());
        return new ModeratorWay(way(installed, machine), tickets, Duration.ofSeconds(2));
    }

    public AttendeeWay attendee(Machine machine) throws Exception {
        InstalledPackage installed = InstalledPackage.ofAttendee(site.resolve("attendee-package"), clock.instant());
        return new AttendeeWay(way(installed, machine));
    }

    /** From now on both packages say that every session has a password. */
    public void requirePasswords() throws IOException {
        for (String name : List.of("moderator-package", "attendee-package")) {
            Path file = site.resolve(name).resolve("beistand.json");
            ObjectMapper json = new ObjectMapper();
            Files.writeString(
                    file,
                    json.writeValueAsString(
                            ((com.fasterxml.jackson.databind.node.ObjectNode) json.readTree(Files.readString(file)))
                                    .put("sessionPassword", "required")));
        }
    }

    public Path site() {
        return site;
    }

    @Override
    public void close() {
        communication.close();
        operator.close();
        loops.close();
    }

    private Way way(InstalledPackage installed, Machine machine) throws IOException {
        Dialler dialler = machine.way().apply(new Ladder(loops, installed.transport(), clock));
        Path home = Files.createDirectories(folder.resolve(machine.name()));
        return new Way(
                dialler,
                installed.site(),
                installed.anchors(),
                machine.desktop(),
                machine.windows(),
                new Unfinished(home.resolve("unfinished")),
                home.resolve("taken"),
                machine.clock(),
                random);
    }

    /** Somebody's computer. @param way puts something into her line, such as a hostile relay @param clock of hers alone */
    public record Machine(
            String name, FakeDesktop desktop, FakeWindows windows, UnaryOperator<Dialler> way, ShiftedClock clock) {
        public static Machine of(String name) {
            return of(name, dialler -> dialler);
        }

        public static Machine of(String name, UnaryOperator<Dialler> way) {
            return new Machine(name, new FakeDesktop(), new FakeWindows(), way, new ShiftedClock());
        }
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

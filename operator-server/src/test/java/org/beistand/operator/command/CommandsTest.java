package org.beistand.operator.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.beistand.crypto.identity.Anchors;
import org.beistand.crypto.identity.CertifiedRole;
import org.beistand.crypto.identity.Identity;
import org.beistand.crypto.identity.KeyFile;
import org.beistand.crypto.identity.SessionKey;
import org.beistand.operator.SampleReports;
import org.beistand.operator.server.OperatorProgram;
import org.beistand.operator.server.OperatorServer;
import org.beistand.operator.store.Database;
import org.beistand.operator.store.SqlUsers;
import org.beistand.protocol.operator.ChoosePassword;
import org.beistand.protocol.operator.Greeted;
import org.beistand.protocol.operator.Greeting;
import org.beistand.protocol.operator.JoinSession;
import org.beistand.protocol.operator.OpenSession;
import org.beistand.protocol.operator.OperatorMessage;
import org.beistand.protocol.operator.OperatorVocabulary;
import org.beistand.protocol.operator.Party;
import org.beistand.protocol.operator.PasswordNeeded;
import org.beistand.protocol.operator.SessionFound;
import org.beistand.protocol.operator.SessionOpened;
import org.beistand.protocol.operator.SignIn;
import org.beistand.protocol.operator.SignedIn;
import org.beistand.protocol.report.SessionReport;
import org.beistand.protocol.service.Began;
import org.beistand.protocol.service.Delivered;
import org.beistand.protocol.service.Register;
import org.beistand.protocol.service.Registered;
import org.beistand.protocol.service.ServiceMessage;
import org.beistand.protocol.service.ServiceParty;
import org.beistand.protocol.service.ServiceVocabulary;
import org.beistand.protocol.service.Taken;
import org.beistand.protocol.value.Endpoint;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.Message;
import org.beistand.protocol.wire.Vocabulary;
import org.beistand.transport.dial.Ladder;
import org.beistand.transport.link.Conversation;
import org.beistand.transport.link.Link;
import org.beistand.transport.link.MessageReceiver;
import org.beistand.transport.pipeline.Loops;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole installation with real keys, sockets and TLS, kept by command. */
class CommandsTest {
    private static final String PASSWORD = "correct horse battery";

    @TempDir
    Path folder;

    private final SecureRandom random = new SecureRandom();
    private final Loops loops = new Loops(1);
    private Path site;
    private int port;

    private record Result(int code, String out, String err) {}

    @BeforeEach
    void createTheSite() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        site = folder.resolve("site");
        Result created = run(
                "site",
                "create",
                "--folder",
                site + "",
                "--organisation",
                "Optik Süd",
                "--operator",
                "localhost:" + port,
                "--communication",
                "ks1=localhost:1",
                "--bind",
                "127.0.0.1");
        assertEquals(0, created.code(), created.err());
        Files.writeString(folder.resolve("password"), PASSWORD + "\n");
    }

    @AfterEach
    void close() {
        loops.close();
    }

    private static Result run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = CommandLines.make()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Result(code, out.toString(), err.toString());
    }

    @Test
    @Tag("001-135")
    @Tag("002-68")
    void aSiteSaysInBothPackagesWhetherASessionNeedsAPassword() throws Exception {
        assertEquals(List.of("optional", "optional"), sessionPasswords(site));
        Path strict = folder.resolve("strict");
        String[] create = {
            "site",
            "create",
            "--folder",
            strict + "",
            "--organisation",
            "X",
            "--operator",
            "localhost",
            "--communication",
            "ks1=localhost:1",
            "--session-password",
            "perhaps"
        };
        Result wrong = run(create);
        assertTrue(wrong.code() != 0 && wrong.err().contains("(B-811)"), wrong.err());
        assertFalse(Files.exists(strict));
        create[create.length - 1] = "required";
        assertEquals(0, run(create).code());
        assertEquals(List.of("required", "required"), sessionPasswords(strict));
    }

    private static List<String> sessionPasswords(Path site) throws IOException {
        List<String> said = new ArrayList<>();
        for (String name : List.of("moderator-package", "attendee-package")) {
            said.add(new ObjectMapper()
                    .readTree(Files.readString(site.resolve(name).resolve("beistand.json")))
                    .path("sessionPassword")
                    .asText());
        }
        return said;
    }

    private OperatorProgram started() throws Exception {
        return OperatorProgram.start(site, Clock.systemUTC(), random);
    }

    private Result add(String login) {
        return run(
                "users",
                "add",
                login,
                "--name",
                "Anna Weber",
                "--site",
                site + "",
                "--language",
                "en",
                "--password-file",
                folder.resolve("password") + "");
    }

    /** A program at the other end of a real connection. */
    private static final class Program<M extends Message, S> implements MessageReceiver<M> {
        final Conversation<M, S> conversation;
        final LinkedBlockingQueue<Object> heard = new LinkedBlockingQueue<>();

        Program(Link link, Vocabulary<M, S, ?> words, S server) {
            conversation = new Conversation<>(link, words, server);
            conversation.open(this);
        }

        @Override
        public void received(M message) {
            heard.add(message);
        }

        @Override
        public void closed(Reason reason) {
            heard.add(reason);
        }

        <T> T next(Class<T> type) throws InterruptedException {
            Object next = heard.poll(30, TimeUnit.SECONDS);
            assertTrue(type.isInstance(next), () -> "expected " + type + " but heard " + next);
            return type.cast(next);
        }

        <T> T ask(M message, Class<T> answer) throws InterruptedException {
            conversation.send(message);
            return next(answer);
        }
    }

    private Link dial(Identity identity, Anchors anchors) throws Exception {
        return new Ladder(loops, OperatorProgram.outer(identity, anchors), Clock.systemUTC())
                .dial(new Endpoint("localhost", port), OperatorServer.atMost())
                .get(30, TimeUnit.SECONDS);
    }

    private Program<OperatorMessage, Party> client(String key, CertifiedRole role) throws Exception {
        Anchors anchors = Anchors.read(site.resolve("attendee-package/anchors.pem"));
        Identity identity = role == CertifiedRole.ATTENDEE_PACKAGE
                ? KeyFile.readShipped(site.resolve(key), anchors, Instant.now())
                : KeyFile.read(site.resolve(key), role, anchors, Instant.now());
        return new Program<>(dial(identity, anchors), OperatorVocabulary.TABLE, Party.OPERATOR_SERVER);
    }

    private Program<ServiceMessage, ServiceParty> communicationServer() throws Exception {
        Anchors anchors = Anchors.read(site.resolve("communication-ks1/anchors.pem"));
        Identity identity = KeyFile.read(
                site.resolve("communication-ks1/communication.p12"),
                CertifiedRole.COMMUNICATION_SERVER,
                anchors,
                Instant.now());
        Program<ServiceMessage, ServiceParty> server =
                new Program<>(dial(identity, anchors), ServiceVocabulary.TABLE, ServiceParty.OPERATOR_SERVER);
        server.ask(new Register(OperatorVocabulary.VERSION, "ks1", new Endpoint("localhost", 1)), Registered.class);
        return server;
    }

    @Test
    @Tag("001-16")
    @Tag("001-28")
    @Tag("001-32")
    @Tag("001-74")
    @Tag("001-131")
    void aSessionIsOpenedJoinedAndReportedOverRealConnections() throws Exception {
        try (OperatorProgram program = started()) {
            assertEquals("127.0.0.1:" + port, program.address());
            assertEquals(
                    "The user anna was added. The first sign-in asks for a password of his own.\n",
                    add("anna").out());
            assertEquals(0, entitle("anna").code());
            Program<ServiceMessage, ServiceParty> communication = communicationServer();
            Program<OperatorMessage, Party> moderator =
                    client("moderator-package/device.p12", CertifiedRole.MODERATOR_DEVICE);
            moderator.ask(new Greeting(OperatorVocabulary.VERSION), Greeted.class);
            moderator.ask(new SignIn("anna", PASSWORD), PasswordNeeded.class);
            moderator.ask(new ChoosePassword("three small kittens"), SignedIn.class);
            SessionOpened opened = moderator.ask(
                    new OpenSession(SessionKey.generate(random).certificationRequest()), SessionOpened.class);
            communication.conversation.send(new Began(opened.session(), false));
            Program<OperatorMessage, Party> attendee =
                    client("attendee-package/attendee.p12", CertifiedRole.ATTENDEE_PACKAGE);
            attendee.ask(new Greeting(OperatorVocabulary.VERSION), Greeted.class);
            SessionFound found =
                    attendee.ask(new JoinSession(opened.number(), new PersonName("花子")), SessionFound.class);
            assertEquals(opened.session(), found.session());
            SessionReport report = SampleReports.full(opened.session(), Instant.parse("2026-11-21T09:00:00Z"));
            communication.ask(new Delivered(report), Taken.class);

            String id = opened.session().toString();
            Result list = run("reports", "list", "--site", site + "", "--language", "en");
            assertTrue(list.out().contains(id) && list.out().contains("12 min 34 s"), list.out());
            Result csv = run("reports", "list", "--site", site + "", "--format", "csv", "--from", "2026-11-20");
            assertEquals(2, csv.out().lines().count(), csv.out());
            assertEquals(
                    "[ ]\n",
                    run("reports", "list", "--site", site + "", "--format", "json", "--until", "2026-11-01")
                            .out());
            assertTrue(run("reports", "show", id, "--site", site + "", "--language", "de")
                    .out()
                    .startsWith("Sitzungsbericht\n"));
            assertTrue(run("reports", "show", "--site", site + "", "--format", "json")
                    .out()
                    .contains(id));
            assertTrue(run("reports", "show", "--site", site + "", "--format", "csv")
                    .out()
                    .startsWith("kind,time,"));
            assertTrue(run("reports", "show", "--site", site.resolve("auditor") + "", "--language", "en")
                    .out()
                    .contains("Account: local:anna\nTraining: valid from "));
            Result unknown = run("reports", "show", "00", "--site", site + "", "--language", "en");
            assertEquals(new Result(1, "", "There is no report of this session. (B-117)\n"), unknown);
        }
    }

    @Test
    @Tag("001-45")
    void passwordsAreStoredAtTheirFullCost() throws Exception {
        try (OperatorProgram program = started()) {
            assertEquals(0, add("anna").code());
        }
        try (Database database = Database.open(site.resolve("operator").resolve("data"))) {
            String stored = new SqlUsers(database).find("anna").orElseThrow().password();
            assertTrue(stored.startsWith("$argon2id$v=19$m=65536,t=3,p=1$"), stored);
        }
    }

    @Test
    @Tag("001-46")
    void usersAreKeptWhileTheServerRuns() throws Exception {
        try (OperatorProgram program = started()) {
            assertEquals(0, add("anna").code());
            assertEquals(new Result(1, "", "There is already a user with this name. (B-114)\n"), add("ANNA"));
            assertEquals(0, run("users", "disable", "anna", "--site", site + "").code());
            Result list = run("users", "list", "--site", site.resolve("administrator") + "", "--language", "en");
            assertEquals(
                    "Login\tName\tState\tPassword\tSecond factor\tRole\n"
                            + "anna\tAnna Weber\tdisabled\tto be changed\tnone\tmoderator\n",
                    list.out());
            Result reset = run(
                    "users", "reset", "anna", "--site", site + "", "--password-file", folder.resolve("password") + "");
            assertEquals(0, reset.code(), reset.err());
            assertTrue(run("users", "list", "--site", site + "", "--language", "de")
                    .out()
                    .contains("gesperrt"));
            assertEquals(0, run("users", "enable", "anna", "--site", site + "").code());
            assertEquals(
                    0,
                    run("users", "second-factor", "anna", "require", "--site", site + "")
                            .code());
            assertEquals(
                    0,
                    run("users", "role", "anna", "expert", "--site", site + "").code());
            assertTrue(run("users", "list", "--site", site + "", "--language", "en")
                    .out()
                    .endsWith("may sign in\tto be changed\tto be set up\tsecond-level expert\n"));
            assertEquals(
                    0,
                    run("users", "second-factor", "anna", "allow", "--site", site + "")
                            .code());
            assertEquals(
                    0,
                    run("users", "second-factor", "anna", "reset", "--site", site + "")
                            .code());
            assertEquals("B-115", code(run("users", "role", "zoe", "moderator", "--site", site + "")));
            assertEquals("B-811", code(run("users", "role", "anna", "king", "--site", site + "")));
            assertTrue(run("users", "list", "--site", site + "", "--language", "de")
                    .out()
                    .contains("darf sich anmelden"));
            Files.writeString(folder.resolve("password"), "short");
            assertEquals("B-116", code(add("berta")));
            Files.writeString(folder.resolve("password"), "");
            assertEquals("B-112", code(add("berta")));
            assertEquals("B-118", code(add("x".repeat(10_000))));
            String longName = "x".repeat(10_000);
            assertEquals("B-106", code(run("users", "add", "berta", "--name", longName, "--site", site + "")));
        }
    }

    private Result entitle(String account) {
        String days = LocalDate.now(ZoneOffset.UTC).minusDays(2) + ".."
                + LocalDate.now(ZoneOffset.UTC).plusDays(365);
        return run(
                "entitlements",
                "set",
                account,
                "--training",
                days,
                "--briefing",
                days,
                "--undertaking",
                days,
                "--site",
                site + "",
                "--language",
                "en");
    }

    private Result imported(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("staff.csv"), text);
        return run("entitlements", "import", file + "", "--site", site + "", "--language", "en");
    }

    @Test
    @Tag("001-115")
    @Tag("001-116")
    @Tag("001-117")
    void entitlementsAreKeptByHandAndByFile() throws Exception {
        try (OperatorProgram program = started()) {
            assertEquals(0, add("anna").code());
            assertEquals(new Result(0, "The entitlements of anna were written down.\n", ""), entitle("anna"));
            assertEquals(
                    "Nothing was taken over, because of this line: zoe – There is no user with this name. (B-115)"
                            + " (B-153)\n",
                    entitle("zoe").err());
            String file = "account,evidence,given,expires\n"
                    + "anna,training,2026-01-15,2028-01-14\n"
                    + "directory:S-1-5-21-1-2-3-1105,undertaking,2026-02-01,2027-01-31\n";
            assertEquals(
                    new Result(0, "2 lines were taken over.\n", ""), imported("\uFEFF" + file.replace("\n", "\r\n")));
            Result list = run("entitlements", "list", "--site", site + "", "--format", "csv");
            assertEquals(5, list.out().lines().count(), list.out());
            assertTrue(list.out().contains("local:anna,training,2026-01-15,2028-01-14\r\n"), list.out());
            assertEquals(
                    new Result(0, "4 lines were taken over.\n", ""), imported(list.out()), "it reads what it writes");
            assertEquals(
                    0,
                    run("entitlements", "remove", "anna", "training", "--site", site + "")
                            .code());
            assertEquals("B-115", code(run("entitlements", "remove", "anna", "training", "--site", site + "")));
            String trail = run("entitlements", "changes", "--site", site + "", "--language", "en")
                    .out();
            assertEquals(1 + 3 + 2 + 4 + 1, trail.lines().count(), trail);
            assertTrue(
                    trail.lines()
                            .skip(1)
                            .findFirst()
                            .orElseThrow()
                            .endsWith("\tadministrator\tlocal:anna\ttraining\tstruck out\tstruck out"),
                    trail);
        }
    }

    @Test
    void oneWrongLineRefusesTheWholeFileAndIsNamed() throws Exception {
        String header = "account,evidence,given,expires\n";
        String good = "anna,training,2026-01-15,2028-01-14\n";
        Map<String, String> wrong = Map.of(
                "",
                ":1 (account,evidence,given,expires)",
                good,
                ":1 (account,evidence,given,expires)",
                header + good + "\n" + good,
                ":3 (account,evidence,given,expires)",
                header + good + "anna,diploma,2026-01-15,2028-01-14\n",
                ":3 (evidence)",
                header + good + "anna,briefing,15.01.2026,2028-01-14\n",
                ":3 (given)",
                header + good + "anna,briefing,2026-01-15,2026-02-30\n",
                ":3 (expires)",
                header + good + "anna,briefing,2026-01-15,2026-01-14\n",
                ":3 (given, expires)",
                header + good + " ,briefing,2026-01-15,2026-01-14\n",
                ":3 (account)",
                header + good + "ANNA,training,2026-01-15,2026-02-28\n",
                ":3 (anna,training)",
                header + good.repeat(6001),
                ":6002 (> 6000)");
        try (OperatorProgram program = started()) {
            assertEquals(0, add("anna").code());
            for (Map.Entry<String, String> one : wrong.entrySet()) {
                Result refused = imported(one.getKey());
                assertEquals(
                        "Nothing was taken over, because this line cannot be read: " + folder.resolve("staff.csv")
                                + one.getValue() + " (B-152)\n",
                        refused.err());
            }
            assertTrue(imported(header + good + "zoe,training,2026-01-15,2028-01-14\n")
                    .err()
                    .contains("staff.csv:3 – There is no user with this name. (B-115)"));
            assertEquals(
                    1,
                    run("entitlements", "list", "--site", site + "")
                            .out()
                            .lines()
                            .count());
            Files.write(folder.resolve("staff.csv"), new byte[] {(byte) 0xFF});
            assertEquals(
                    "B-152",
                    code(run("entitlements", "import", folder.resolve("staff.csv") + "", "--site", site + "")));
            assertEquals("B-606", code(run("entitlements", "import", folder + "/none.csv", "--site", site + "")));
            assertEquals("B-151", code(run("entitlements", "set", "anna", "--training", "today", "--site", site + "")));
            assertEquals("B-811", code(run("entitlements", "set", "anna", "--site", site + "")));
        }
    }

    /** The code to read out, of one clear line without a stack trace. */
    private static String code(Result result) {
        assertEquals(1, result.err().lines().count(), result.err());
        assertFalse(result.code() == 0);
        assertEquals("", result.out());
        return result.err().replaceAll("(?s).*\\((B-[0-9]+)\\)\n", "$1");
    }

    @Test
    void everyFailureIsOneSentenceInThePersonsLanguage() {
        Map<String, String> sentences = Map.of(
                "en",
                "The server cannot be reached. Please check the network connection and try again. (B-201)\n",
                "de",
                "Der Server ist nicht erreichbar. Bitte prüfen Sie die Netzwerkverbindung und versuchen Sie es"
                        + " erneut. (B-201)\n");
        sentences.forEach((language, sentence) -> assertEquals(
                sentence,
                run("users", "list", "--site", site + "", "--language", language)
                        .err()));
        assertEquals("B-201", code(run("reports", "list", "--site", site + "", "--language=ja")));
        assertEquals("B-809", code(run("users", "list", "--site", folder + "")));
        assertEquals("B-809", code(run("operator", "--site", folder + "")));
        assertEquals("B-811", code(run("users", "add", "--site", site + "")));
        assertEquals("B-811", code(run("reports", "list", "--site", site + "", "--format", "xml")));
        assertEquals("B-811", code(run("reports", "list", "--site", site + "", "--shout")));
        assertEquals(
                "B-811",
                code(run(
                        "site",
                        "create",
                        "--folder",
                        "x",
                        "--organisation",
                        "x",
                        "--operator",
                        "x y",
                        "--communication",
                        "a=b")));
        assertEquals(
                "B-808",
                code(run(
                        "site",
                        "create",
                        "--folder",
                        site + "",
                        "--organisation",
                        "x",
                        "--operator",
                        "x",
                        "--communication",
                        "a=b")));
    }

    @Test
    void aServerThatCannotStartSaysWhy() throws Exception {
        try (OperatorProgram program = started()) {
            // The same database file can be opened again within one program, so the port is what is taken here.
            assertEquals("B-804", code(run("operator", "--site", site + "")));
        }
        Path key = site.resolve("operator/operator.p12");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        Result readable = run("operator", "--site", site + "", "--language", "en");
        assertEquals("B-803", code(readable));
        assertTrue(readable.err().contains(key.toString()), readable.err());
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(site.resolve("operator/operator.json"), "{\"organisation\":\"x\",\"colour\":\"red\"}");
        Result wrong = run("operator", "--site", site + "", "--language", "en");
        assertEquals("B-807", code(wrong));
        assertTrue(wrong.err().contains("(colour)"), wrong.err());
        Files.writeString(
                site.resolve("operator/operator.json"),
                "{\"organisation\":\"x\",\"listen\":{\"host\":\"192.0.2.55\"}}");
        assertEquals("B-810", code(run("operator", "--site", site + "")));
        Files.writeString(site.resolve("operator/operator.json"), "{\"organisation\":\"x\"}");
        Files.writeString(site.resolve("operator/data/operator.mv.db"), "no database".repeat(1000));
        assertEquals("B-806", code(run("operator", "--site", site + "")));
    }

    @Test
    void whoIsConnectedIsToldThatTheServerStops() throws Exception {
        Program<OperatorMessage, Party> attendee;
        try (OperatorProgram program = started()) {
            attendee = client("attendee-package/attendee.p12", CertifiedRole.ATTENDEE_PACKAGE);
            attendee.ask(new Greeting(OperatorVocabulary.VERSION), Greeted.class);
        }
        assertEquals(Reason.SERVER_STOPPING, attendee.next(Reason.class));
        try (OperatorProgram again = started()) {
            assertEquals(0, run("users", "list", "--site", site + "").code());
        }
    }

    @Test
    @Tag("001-32")
    void anotherSitesAdministratorIsNotLetIn() throws Exception {
        Path other = folder.resolve("other");
        assertEquals(
                0,
                run(
                                "site",
                                "create",
                                "--folder",
                                other + "",
                                "--organisation",
                                "Other",
                                "--operator",
                                "localhost:" + port,
                                "--communication",
                                "ks1=localhost:1")
                        .code());
        try (OperatorProgram program = started()) {
            assertEquals("B-202", code(run("users", "list", "--site", other + "")));
        }
    }
}

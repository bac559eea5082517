package org.beistand.operator.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.beistand.protocol.value.Endpoint;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.value.SessionNumber;

/** Another program that has the database open, stores one report, and says so. */
final class OtherProcess implements AutoCloseable {
    static final SessionId SESSION = SessionId.parse("00112233445566778899aabbccddeeff");
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

    private final Process process;

    private OtherProcess(Process process) {
        this.process = process;
    }

    /** Returns when its report is stored. */
    static OtherProcess start(Path folder) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        OtherProcess other = new OtherProcess(process);
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); !"stored".equals(line); line = said.readLine()) {
            if (line == null) {
                throw new IOException("the other process ended early");
            }
        }
        return other;
    }

    /** At once, without any chance to tidy up. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] arguments) throws IOException {
        Database database = Database.open(Path.of(arguments[0]));
        StoredSession session = new StoredSession(
                SESSION,
                new SessionNumber(42),
                "anna",
                new PersonName("Anna"),
                StoredSession.Stage.OPEN,
                "ks1",
                new Endpoint("ks1.example", 2000),
                false,
                NOW,
                NOW.plusSeconds(60),
                Optional.empty(),
                Optional.empty());
        new SqlSessions(database).add(session, NOW);
        new SqlReports(database)
                .add(
                        new StoredReport(SESSION, "ks1", NOW, NOW, session.moderator(), 1, Reason.MODERATOR_LEFT, "{}"),
                        session,
                        session);
        System.out.println("stored");
        // Until it is killed: nobody writes to its input.
        System.in.read();
    }
}

package org.beistand.operator.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.beistand.operator.number.SessionNumbers;
import org.beistand.protocol.value.Endpoint;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.value.SessionNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database file. */
class StoreTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final SessionNumber NUMBER = new SessionNumber(42_137);

    @TempDir
    Path folder;

    private final SecureRandom random = new SecureRandom();
    private Database database;
    private Sessions sessions;

    @BeforeEach
    void open() {
        database = Database.open(folder);
        sessions = new SqlSessions(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private StoredSession session(SessionNumber number) {
        return new StoredSession(
                SessionId.random(random),
                number,
                "anna",
                new PersonName("Anna"),
                StoredSession.Stage.OPEN,
                "ks1",
                new Endpoint("ks1.example", 2000),
                false,
                NOW,
                NOW.plus(Duration.ofMinutes(30)),
                Optional.empty(),
                Optional.empty());
    }

    private static StoredSession over(StoredSession session, Instant ended) {
        return new StoredSession(
                session.id(),
                session.number(),
                session.moderatorAccount(),
                session.moderator(),
                StoredSession.Stage.ENDED,
                session.server(),
                session.address(),
                session.blocked(),
                session.opened(),
                session.expires(),
                Optional.of(ended),
                Optional.of(Reason.MODERATOR_LEFT));
    }

    @Test
    @Tag("001-47")
    void noTwoLivingSessionsHaveTheSameNumber() {
        assertTrue(sessions.add(session(NUMBER), NOW));
        assertFalse(sessions.add(session(NUMBER), NOW));
        assertEquals(1, sessions.living().size());
    }

    @Test
    @Tag("001-47")
    void theDatabaseItselfForbidsTwoLivingSessionsWithOneNumber() {
        sessions.add(session(NUMBER), NOW);
        sessions.add(session(new SessionNumber(1)), NOW);
        StoreFailure failure = assertThrows(
                StoreFailure.class,
                () -> database.transaction(connection -> {
                    try (PreparedStatement update =
                            connection.prepareStatement("UPDATE sessions SET number = 42137, living_number = 42137")) {
                        return update.executeUpdate();
                    }
                }));
        assertEquals("23505", ((SQLException) failure.getCause()).getSQLState());
    }

    @Test
    @Tag("001-133")
    void aNumberIsNotGivenAgainSoonAfterItsSession() {
        StoredSession first = session(NUMBER);
        sessions.add(first, NOW);
        sessions.change(first, over(first, NOW));
        assertFalse(sessions.add(session(NUMBER), NOW.minusSeconds(1)));
        assertTrue(sessions.findLiving(NUMBER).isEmpty());
        assertTrue(sessions.add(session(NUMBER), NOW));
    }

    @Test
    @Tag("001-47")
    void numbersStayUniqueWhenManyAskAtOnce() throws InterruptedException {
        // Nine numbers for sixteen requests: nine get one.
        SessionNumbers numbers = new SessionNumbers(sessions, new java.util.Random(7) {
            @Override
            public int nextInt(int from, int to) {
                return 1 + nextInt(9);
            }
        });
        ConcurrentLinkedQueue<SessionNumber> given = new ConcurrentLinkedQueue<>();
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    start.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                numbers.give(NOW, this::session).ifPresent(one -> given.add(one.number()));
            }));
        }
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        Set<SessionNumber> different = new HashSet<>(given);
        assertEquals(different.size(), given.size());
        assertEquals(9, given.size());
        assertTrue(numbers.give(NOW, this::session).isEmpty());
    }

    @Test
    void aChangeThatComesTooLateChangesNothing() {
        StoredSession open = session(NUMBER);
        sessions.add(open, NOW);
        assertTrue(sessions.change(open, over(open, NOW)));
        assertFalse(sessions.change(open, over(open, NOW.plusSeconds(9))));
        assertEquals(Optional.of(NOW), sessions.find(open.id()).orElseThrow().ended());
    }

    @Test
    void loginsThatDifferOnlyInCaseAreOneUser() {
        Users users = new SqlUsers(database);
        assertTrue(users.add(StoredUser.added("Jürgen", new PersonName("J"), "x", NOW)));
        assertFalse(users.add(StoredUser.added("JÜRGEN", new PersonName("K"), "y", NOW)));
        assertEquals("Jürgen", users.find("jürgen").orElseThrow().login());
        assertEquals(Optional.empty(), users.find("jurgen"));
    }

    @Test
    void aNameIsKeptAsItIsWhateverItsScript() {
        PersonName longest = new PersonName("𠮷".repeat(PersonName.LONGEST));
        Users users = new SqlUsers(database);
        users.add(StoredUser.added("x", longest, "x", NOW));
        assertEquals(longest, users.find("x").orElseThrow().name());
        users.add(StoredUser.added("y", new PersonName("'; DROP TABLE users; --"), "x", NOW));
        assertEquals(2, users.count());
    }

    @Test
    void reportsAreListedByTimeAndNeverDoubled() {
        Reports reports = new SqlReports(database);
        List<SessionId> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            StoredSession session = session(new SessionNumber(100 + i));
            sessions.add(session, NOW);
            ids.add(session.id());
            StoredReport report = report(session, NOW.plusSeconds(i), "{}");
            assertEquals(Reports.Added.STORED, reports.add(report, session, over(session, NOW)));
            assertEquals(Reports.Added.KNOWN, reports.add(report, session, over(session, NOW)));
            assertEquals(
                    Reports.Added.DIFFERENT,
                    reports.add(report(session, NOW, "{\"other\":1}"), session, over(session, NOW)));
        }
        assertEquals(
                List.of(ids.get(3), ids.get(2)),
                reports.list(NOW.plusSeconds(1), NOW.plusSeconds(4), 2).stream()
                        .map(StoredReport::session)
                        .toList());
        assertEquals(List.of(), sessions.living());
        assertEquals("{}", reports.find(ids.getFirst()).orElseThrow().document());
    }

    private static StoredReport report(StoredSession session, Instant began, String document) {
        return new StoredReport(
                session.id(), "ks1", began, began, session.moderator(), 1, Reason.MODERATOR_LEFT, document);
    }

    @Test
    void aReportAsLongAsAMessageMayBeIsStored() {
        StoredSession session = session(NUMBER);
        sessions.add(session, NOW);
        String document = "x".repeat(8_000_000);
        new SqlReports(database).add(report(session, NOW, document), session, over(session, NOW));
        close();
        open();
        assertEquals(
                document,
                new SqlReports(database).find(session.id()).orElseThrow().document());
    }

    @Test
    void aFileThatIsNoDatabaseIsUnusableAndLeftAlone() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));
        Path file = other.resolve("operator.mv.db");
        Files.writeString(file, "not a database".repeat(1000));
        StoreFailure failure = assertThrows(StoreFailure.class, () -> Database.open(other));
        assertEquals(Reason.DATABASE_UNUSABLE, failure.reason());
        assertEquals("not a database".repeat(1000), Files.readString(file));
    }

    @Test
    void aFolderThatIsNotThereIsUnusable() {
        StoreFailure failure = assertThrows(StoreFailure.class, () -> Database.open(folder.resolve("nowhere")));
        assertEquals(Reason.DATABASE_UNUSABLE, failure.reason());
    }

    @Test
    void tablesChangedByHandAreNotTrusted() {
        database.transaction(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE \"flyway_schema_history\" SET \"checksum\" = 1")) {
                return update.executeUpdate();
            }
        });
        close();
        StoreFailure failure = assertThrows(StoreFailure.class, () -> Database.open(folder));
        assertEquals(Reason.DATABASE_UNUSABLE, failure.reason());
    }
}

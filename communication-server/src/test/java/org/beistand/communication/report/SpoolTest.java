package org.beistand.communication.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.beistand.communication.story.HandClock;
import org.beistand.protocol.report.PauseBegan;
import org.beistand.protocol.report.SessionReport;
import org.beistand.protocol.report.Testimony;
import org.beistand.protocol.report.TrafficCount;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.Role;
import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.value.Traffic;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class SpoolTest {
    private static final Instant START = Instant.parse("2026-11-21T09:00:00Z");
    private static final SessionId SESSION = SessionId.parse("00112233445566778899aabbccddeeff");
    private static final ParticipantId MARTIN = new ParticipantId(1);
    private static final long RESERVE = 8 << 20;

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock(START);

    @Test
    @Tag("001-74")
    void aFinishedSessionBecomesAReportAndIsForgottenWhenSomebodyElseKeepsIt() throws Exception {
        List<SessionId> told = Collections.synchronizedList(new ArrayList<>());
        try (Spool spool = open()) {
            spool.onFinished(told::add);
            Journal journal = spool.begin(SESSION).join();
            write(journal);
            clock.move(Duration.ofMinutes(3));
            journal.close(new JournalEntry.Closed(Reason.MODERATOR_LEFT, clock.instant()));

            assertEquals(List.of(SESSION), spool.finished().join());
            assertEquals(List.of(SESSION), told);
            SessionReport report = spool.read(SESSION).join().orElseThrow();
            assertEquals(Reason.MODERATOR_LEFT, report.reason());
            assertEquals(START.plus(Duration.ofMinutes(3)), report.ended());
            assertEquals(1, report.testimony().size());
            assertTrue(report.complete());

            spool.forget(SESSION);
            assertEquals(List.of(), spool.finished().join());
            assertEquals(Optional.empty(), spool.read(SESSION).join());
        }
        assertEquals(List.of("lock", "reserve"), names());
    }

    @Test
    void onlyTheirOwnerMayReadTheFiles() throws Exception {
        try (Spool spool = open()) {
            spool.begin(SESSION).join();
            var onlyOwner = PosixFilePermissions.fromString("rw-------");
            assertEquals(onlyOwner, Files.getPosixFilePermissions(file(".journal")));
            assertEquals(onlyOwner, Files.getPosixFilePermissions(folder.resolve("reserve")));
        }
    }

    @Test
    void whatAKilledServerHadHeardIsThereAfterTheNextStart() throws Exception {
        try (Spool killed = open()) {
            Journal journal = killed.begin(SESSION).join();
            write(journal);
            killed.finished().join();
            // Nothing is closed: this is all that the killed server leaves behind.
            Files.copy(file(".journal"), folder.resolve("left"));
        }
        Files.move(folder.resolve("left"), file(".journal"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        clock.move(Duration.ofHours(8));

        try (Spool again = open()) {
            assertEquals(List.of(SESSION), again.finished().join());
            SessionReport report = again.read(SESSION).join().orElseThrow();
            assertEquals(Reason.CONNECTION_LOST, report.reason());
            assertEquals(START.plusSeconds(2), report.ended(), "the last that is known");
            assertEquals(1, report.testimony().size());
            assertEquals(
                    List.of(new TrafficCount(Traffic.SCREEN, 1, 2)),
                    report.participants().getFirst().traffic());
            assertEquals(
                    Reason.CONNECTION_LOST, report.participants().getFirst().reason());
            assertTrue(report.complete());
        }
    }

    @Test
    void anEntryTornByASuddenEndIsLeftOutAndTheReportSaysSo() throws Exception {
        byte[] whole = journalBytes();
        int entries = entries(whole);
        for (int length = 1; length < whole.length; length += 7) {
            Files.write(file(".journal"), Arrays.copyOf(whole, length));
            try (Spool again = open()) {
                Optional<SessionReport> report = again.read(SESSION).join();
                if (report.isPresent()) {
                    boolean torn = !ends(whole).contains(length);
                    assertEquals(torn, !report.get().complete(), "cut at " + length);
                    again.forget(SESSION);
                } else {
                    assertTrue(length < ends(whole).getFirst(), "only without a beginning there is no report");
                    assertTrue(Files.exists(file(".damaged")));
                    Files.delete(file(".damaged"));
                }
                again.finished().join();
            }
        }
        assertTrue(entries > 3);
    }

    @Test
    void everySingleWrongBitIsNoticed() throws Exception {
        byte[] whole = journalBytes();
        for (int at = 0; at < whole.length; at += 3) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x10;
            Files.write(file(".journal"), damaged);
            try (Spool again = open()) {
                Optional<SessionReport> report = again.read(SESSION).join();
                assertFalse(report.isPresent() && report.get().complete(), "bit at " + at);
                again.forget(SESSION);
                again.finished().join();
            }
            Files.deleteIfExists(file(".damaged"));
        }
    }

    @Test
    void aReportDamagedOnDiskIsKeptForAPersonAndNotHandedOver() throws Exception {
        try (Spool spool = open()) {
            Journal journal = spool.begin(SESSION).join();
            journal.close(new JournalEntry.Closed(Reason.MODERATOR_LEFT, clock.instant()));
            spool.finished().join();
            Files.write(file(".finished"), new byte[] {1, 2, 3}, StandardOpenOption.TRUNCATE_EXISTING);
            assertEquals(Optional.empty(), spool.read(SESSION).join());
            assertEquals(List.of(), spool.finished().join());
        }
        assertTrue(Files.exists(file(".damaged")));
    }

    @Test
    void twoServersCannotUseOneSpool() throws Exception {
        try (Spool first = open()) {
            first.finished().join();
            SpoolUnusable refused = assertThrows(SpoolUnusable.class, this::open);
            assertEquals(Reason.DATABASE_LOCKED, refused.reason());
        }
        open().close();
    }

    @Test
    void aFolderThatIsNoneIsNamed() throws Exception {
        Path file = folder.resolve("not-a-folder");
        Files.writeString(file, "");
        SpoolUnusable refused = assertThrows(
                SpoolUnusable.class,
                () -> Spool.open(
                        file,
                        "communication-1",
                        clock,
                        Thread.ofPlatform().daemon().factory()));
        assertEquals(Reason.FOLDER_NOT_WRITABLE, refused.reason());
        assertEquals(file, refused.place());
    }

    @Test
    void noSessionBeginsTwice() throws Exception {
        try (Spool spool = open()) {
            spool.begin(SESSION).join();
            assertEquals(Reason.TICKET_REFUSED, refusal(spool, SESSION));
        }
    }

    @Test
    void withAFullDiskNoSessionBegins() throws Exception {
        FillingDisk disk = new FillingDisk(RESERVE + 10);
        try (Spool spool = open(disk)) {
            assertEquals(Reason.DISK_FULL, refusal(spool, SESSION));
            assertEquals(List.of("lock", "reserve"), names(), "nothing half-written is left behind");
            disk.makeFree(1000);
            assertInstanceOf(Journal.class, spool.begin(SESSION).join());
        }
    }

    @Test
    void whenTheDiskFillsTheRunningSessionsAreWrittenToTheirEndFromTheReserve() throws Exception {
        FillingDisk disk = new FillingDisk(RESERVE + 100);
        try (Spool spool = open(disk)) {
            Journal journal = spool.begin(SESSION).join();
            write(journal);
            journal.close(new JournalEntry.Closed(Reason.MODERATOR_LEFT, clock.instant()));
            assertTrue(spool.read(SESSION).join().orElseThrow().complete());
            assertEquals(1, spool.finished().join().size());
            assertEquals(
                    Reason.DISK_FULL,
                    refusal(spool, SessionId.parse("ff112233445566778899aabbccddeeff")),
                    "but without a reserve no new one begins");
        }
    }

    @Test
    void whenEvenTheReserveIsUsedUpNothingIsLostAndWitnessesWait() throws Exception {
        FillingDisk disk = new FillingDisk(RESERVE + 100);
        try (Spool spool = open(disk)) {
            Journal journal = spool.begin(SESSION).join();
            disk.makeFree(-RESERVE); // somebody else takes it, too
            write(journal);
            // Whether it comes before or after the disk was found full: it is refused and does not wait.
            assertEquals(Reason.DISK_FULL, refusal(spool, SessionId.parse("ff112233445566778899aabbccddeeff")));
            assertFalse(journal.isCrowded());
            String longText = "x".repeat(190);
            for (int i = 0; i < 25_000; i++) {
                journal.note(new JournalEntry.Came(MARTIN, Role.MODERATOR, new PersonName("Martin"), longText, START));
            }
            assertTrue(journal.isCrowded(), "whoever states something now is held");
            var calm = new java.util.concurrent.CountDownLatch(1);
            journal.whenCalm(calm::countDown);
            assertEquals(1, calm.getCount());

            disk.makeFree(100 << 20);
            calm.await();
            journal.close(new JournalEntry.Closed(Reason.MODERATOR_LEFT, clock.instant()));
            SessionReport report = spool.read(SESSION).join().orElseThrow();
            assertEquals(1, report.testimony().size());
            assertTrue(report.complete());
        }
    }

    private Spool open() throws SpoolUnusable {
        return open(Disk.REAL);
    }

    private Spool open(Disk disk) throws SpoolUnusable {
        return Spool.open(
                new SpoolFolder(folder, disk),
                "communication-1",
                clock,
                Thread.ofPlatform().daemon().factory(),
                Duration.ofMillis(1));
    }

    private void write(Journal journal) {
        journal.note(new JournalEntry.Came(MARTIN, Role.MODERATOR, new PersonName("Martin"), "AG", START));
        journal.note(new JournalEntry.WasLetIn(MARTIN, START));
        journal.note(new JournalEntry.Counted(
                MARTIN, List.of(new TrafficCount(Traffic.SCREEN, 1, 2)), START.plusSeconds(1)));
        journal.hear(new Testimony(MARTIN, START, START.plusSeconds(2), new PauseBegan(MARTIN)));
    }

    /** The bytes of a journal that was not closed. */
    private byte[] journalBytes() throws Exception {
        try (Spool spool = open()) {
            write(spool.begin(SESSION).join());
            spool.finished().join();
            byte[] bytes = Files.readAllBytes(file(".journal"));
            Files.delete(file(".journal"));
            return bytes;
        }
    }

    /** Where its entries end. */
    private static List<Integer> ends(byte[] journal) {
        List<Integer> ends = new ArrayList<>();
        for (int at = 0; at < journal.length; ) {
            at += 8 + java.nio.ByteBuffer.wrap(journal).getInt(at);
            ends.add(at);
        }
        return ends;
    }

    private static int entries(byte[] journal) {
        return ends(journal).size();
    }

    private static Reason refusal(Spool spool, SessionId session) {
        CompletionException refused = assertThrows(
                CompletionException.class, () -> spool.begin(session).join());
        return assertInstanceOf(SpoolUnusable.class, refused.getCause()).reason();
    }

    private Path file(String ending) {
        return folder.resolve(SESSION + ending);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}

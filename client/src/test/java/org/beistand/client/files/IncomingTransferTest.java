package org.beistand.client.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.beistand.protocol.session.files.FileOffer;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.Octets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncomingTransferTest {
    private static final Octets TEXT = Octets.of("the calibration values".getBytes(StandardCharsets.UTF_8));

    private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");

    @TempDir
    Path home;

    private Path folder;
    private Path notes;

    @BeforeEach
    void folders() throws IOException {
        folder = Files.createDirectory(home.resolve("Downloads"));
        notes = home.resolve("notes");
    }

    @Test
    void aFileThatArrivedWholeHasItsNameAndNothingElseIsLeft() throws Exception {
        try (IncomingTransfer transfer = begin(offer("values.txt"))) {
            transfer.append(0, 0, TEXT);
            Path named = transfer.finish(0, sha256(TEXT));
            assertTrue(transfer.isWhole());
            assertArrayEquals(TEXT.toArray(), Files.readAllBytes(named));
        }
        assertEquals(Set.of("values.txt"), names());
        assertEquals(0, notesLeft());
    }

    @Test
    void nothingIsEverOverwritten() throws Exception {
        Files.writeString(folder.resolve("values.txt"), "mine");
        Files.writeString(folder.resolve("values (2).txt"), "mine too");
        try (IncomingTransfer transfer = begin(offer("values.txt"))) {
            transfer.append(0, 0, TEXT);
            assertEquals(
                    "values (3).txt",
                    transfer.finish(0, sha256(TEXT)).getFileName().toString());
        }
        assertEquals("mine", Files.readString(folder.resolve("values.txt")));
        assertEquals("mine too", Files.readString(folder.resolve("values (2).txt")));
    }

    @Test
    void aLinkThatLiesInTheWayIsNotFollowed() throws Exception {
        Path elsewhere = home.resolve("elsewhere.txt");
        Files.createSymbolicLink(folder.resolve("values.txt"), elsewhere);
        try (IncomingTransfer transfer = begin(offer("values.txt"))) {
            transfer.append(0, 0, TEXT);
            assertEquals(
                    "values (2).txt",
                    transfer.finish(0, sha256(TEXT)).getFileName().toString());
        }
        assertTrue(Files.notExists(elsewhere));
    }

    @Test
    void aFileWithAnotherHashLeavesNothing() throws Exception {
        try (IncomingTransfer transfer = begin(offer("values.txt"))) {
            transfer.append(0, 0, TEXT);
            assertEquals(
                    Reason.FILE_DAMAGED,
                    assertThrows(TransferFailed.class, () -> transfer.finish(0, sha256(Octets.EMPTY)))
                            .reason());
        }
        assertEquals(Set.of(), names());
        assertEquals(0, notesLeft());
    }

    @Test
    @Tag("001-73")
    void aTransferThatIsStoppedLeavesNothing() throws Exception {
        try (IncomingTransfer transfer = begin(offer("values.txt"))) {
            transfer.append(0, 0, TEXT.slice(0, 5));
        }
        assertEquals(Set.of(), names());
        assertEquals(0, notesLeft());
    }

    @Test
    void whatAKilledProgramLeftIsSweptAtTheNextStart() throws Exception {
        IncomingTransfer killed = begin(offer("values.txt"));
        killed.append(0, 0, TEXT.slice(0, 5));
        assertEquals(1, names().size());
        new Unfinished(notes).sweep();
        assertEquals(Set.of(), names());
        assertEquals(0, notesLeft());
    }

    @Test
    void moreThanWasOfferedIsRefused() throws Exception {
        try (IncomingTransfer transfer = begin(offer("values.txt"))) {
            transfer.append(0, 0, TEXT);
            assertThrows(TransferFailed.class, () -> transfer.append(0, TEXT.length(), Octets.of((byte) 1)));
        }
    }

    @Test
    void piecesOutOfOrderAreRefused() throws Exception {
        try (IncomingTransfer transfer = begin(offer("values.txt"))) {
            assertThrows(TransferFailed.class, () -> transfer.append(0, 5, TEXT.slice(5, 5)));
            assertThrows(TransferFailed.class, () -> transfer.append(1, 0, TEXT));
        }
    }

    @Test
    void whatHasNoRoomOnTheDiskIsNotBegun() {
        FileOffer huge = new FileOffer("huge.bin", Long.MAX_VALUE);
        assertEquals(
                Reason.DISK_FULL,
                assertThrows(TransferFailed.class, () -> begin(huge)).reason());
        assertEquals(
                Reason.FILE_TOO_LARGE,
                assertThrows(TransferFailed.class, () -> begin(huge, huge)).reason());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil",
                "..",
                ".",
                "",
                " ",
                "a/b",
                "a\\b",
                "/etc/passwd",
                "C:evil",
                "\\\\server\\share",
                "con",
                "CON.txt",
                "nul",
                "aux.tar.gz",
                "lpt1",
                "COM¹",
                "com1 .txt",
                "a\u0000b",
                "a\nb",
                "a\u202Etxt.exe",
                "a\u200Bb",
                "trailing.",
                "trailing ",
                " leading",
                ".hidden",
                "file.txt:stream",
                "what?",
                "a*b",
                "a|b",
                "<a>",
                "\"a\""
            })
    void aNameThatIsNotSafeIsRefusedAndNotMended(String name) {
        assertEquals(
                Reason.FILE_NAME_REFUSED,
                assertThrows(TransferFailed.class, () -> begin(offer(name))).reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"värden.txt", "顕微鏡の画像.png", "Bericht 2026-11-21 (final).pdf", "données.csv", "no-ending"})
    void namesOfAllScriptsAreKept(String name) throws Exception {
        try (IncomingTransfer transfer = begin(offer(name))) {
            transfer.append(0, 0, TEXT);
            assertEquals(name, transfer.finish(0, sha256(TEXT)).getFileName().toString());
        }
    }

    @Test
    void anEmptyFileArrivesToo() throws Exception {
        try (IncomingTransfer transfer = begin(new FileOffer("empty.txt", 0))) {
            transfer.finish(0, sha256(Octets.EMPTY));
        }
        assertEquals(Set.of("empty.txt"), names());
    }

    private IncomingTransfer begin(FileOffer... offers) throws TransferFailed {
        return IncomingTransfer.begin(folder, List.of(offers), new Unfinished(notes), random);
    }

    private static FileOffer offer(String name) {
        return new FileOffer(name, TEXT.length());
    }

    private static Octets sha256(Octets content) throws NoSuchAlgorithmException {
        return Octets.of(MessageDigest.getInstance("SHA-256").digest(content.toArray()));
    }

    private Set<String> names() throws IOException {
        return list(folder);
    }

    private int notesLeft() throws IOException {
        return Files.isDirectory(notes) ? list(notes).size() : 0;
    }

    private static Set<String> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new TreeSet<>(
                    files.map(file -> file.getFileName().toString()).toList());
        }
    }
}

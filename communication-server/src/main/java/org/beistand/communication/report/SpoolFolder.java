package org.beistand.communication.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.beistand.protocol.report.SessionReport;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.SessionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of a spool. Everything here waits for the disk; only the spool's own thread, or the start of the server, calls it. */
final class SpoolFolder {
    static final String JOURNAL = ".journal";
    static final String FINISHED = ".finished";
    /** Kept for a person to look at: no report can be made of it. */
    static final String DAMAGED = ".damaged";

    static final String RESERVE = "reserve";
    static final String LOCK = "lock";

    private static final Logger LOG = LoggerFactory.getLogger(SpoolFolder.class);
    /** Enough to end some hundred running sessions. */
    private static final int RESERVE_BYTES = 8 << 20;

    private static final int PART = 1 << 16;

    private final Path path;
    private final Disk disk;

    SpoolFolder(Path path, Disk disk) {
        this.path = path;
        this.disk = disk;
    }

    Path path() {
        return path;
    }

    /** Two servers on one spool would end each other's sessions. */
    FileLock lock() throws SpoolUnusable {
        try {
            if (!Files.isDirectory(path)) {
                Files.createDirectories(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            FileChannel channel =
                    FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
            channel.close();
            throw new SpoolUnusable(Reason.DATABASE_LOCKED, path);
        } catch (OverlappingFileLockException e) {
            throw new SpoolUnusable(Reason.DATABASE_LOCKED, path);
        } catch (IOException e) {
            LOG.error("The spool {} cannot be used: {}", path, e.toString());
            throw new SpoolUnusable(Reason.FOLDER_NOT_WRITABLE, path);
        }
    }

    /** Ends what a killed server left open. */
    void recover() throws SpoolUnusable {
        try {
            for (Path journal : list(JOURNAL)) {
                recover(journal);
            }
        } catch (IOException e) {
            LOG.error("The journals in {} cannot be ended: {}", path, e.toString());
            throw SpoolUnusable.full(path);
        }
    }

    private void recover(Path journal) throws IOException {
        Optional<JournalFile.Contents> found = JournalFile.read(journal);
        if (found.isEmpty()) {
            LOG.error("This journal has no beginning and is kept as damaged: {}", journal);
            disk.rename(journal, renamed(journal, DAMAGED));
            return;
        }
        JournalFile.Contents contents = found.get();
        Account account = contents.account();
        try (FileChannel channel = FileChannel.open(journal, StandardOpenOption.WRITE)) {
            channel.truncate(contents.whole());
            Disk.Channel file = new Disk.Channel(channel);
            if (contents.torn()) {
                file.append(JournalFile.encode(new JournalEntry.LeftOut(account.latest())));
            }
            if (!account.isClosed()) {
                file.append(JournalFile.encode(new JournalEntry.Closed(Reason.CONNECTION_LOST, account.latest())));
            }
            file.force();
        }
        disk.rename(journal, renamed(journal, FINISHED));
        LOG.info("A session that this server did not see to its end was closed: {}", journal.getFileName());
    }

    /** @throws IOException if not even the first entry could be written, or if there is a journal or report of that session */
    Disk.Writing begin(SessionId session, ByteBuffer first) throws IOException {
        putReserveAside();
        Path journal = file(session, JOURNAL);
        if (Files.exists(file(session, FINISHED))) {
            throw new FileAlreadyExistsException(session.toString());
        }
        Disk.Writing file = disk.create(journal);
        try {
            file.append(first);
            return file;
        } catch (IOException e) {
            file.close();
            disk.delete(journal);
            throw e;
        }
    }

    /** Can be repeated until it succeeds. */
    void finish(SessionId session, Disk.Writing file) throws IOException {
        file.force();
        if (Files.exists(file(session, JOURNAL))) {
            disk.rename(file(session, JOURNAL), file(session, FINISHED));
        }
        file.close();
    }

    List<SessionId> finished() throws IOException {
        return list(FINISHED).stream().flatMap(file -> session(file).stream()).toList();
    }

    Optional<SessionReport> read(SessionId session) throws IOException {
        Path file = file(session, FINISHED);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Optional<SessionReport> report = JournalFile.read(file)
                .map(JournalFile.Contents::account)
                .filter(Account::isClosed)
                .map(Account::report);
        if (report.isEmpty()) {
            LOG.error("The report of session {} was damaged on disk and is kept as such", session);
            disk.rename(file, renamed(file, DAMAGED));
        }
        return report;
    }

    void forget(SessionId session) throws IOException {
        disk.delete(file(session, FINISHED));
    }

    void giveReserve() {
        try {
            disk.delete(path.resolve(RESERVE));
        } catch (IOException e) {
            LOG.warn("The reserve cannot be given up: {}", e.toString());
        }
    }

    private void putReserveAside() throws IOException {
        Path reserve = path.resolve(RESERVE);
        if (Files.exists(reserve)) {
            return;
        }
        try (Disk.Writing file = disk.create(reserve)) {
            for (int written = 0; written < RESERVE_BYTES; written += PART) {
                file.append(ByteBuffer.allocate(PART));
            }
        } catch (IOException e) {
            disk.delete(reserve);
            throw e;
        }
    }

    private Path file(SessionId session, String ending) {
        return path.resolve(session + ending);
    }

    private static Path renamed(Path file, String ending) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ending);
    }

    private static Optional<SessionId> session(Path file) {
        String name = file.getFileName().toString();
        try {
            return Optional.of(SessionId.parse(name.substring(0, name.lastIndexOf('.'))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private List<Path> list(String ending) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted(Comparator.comparing(SpoolFolder::modified).thenComparing(Path::getFileName))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }
}

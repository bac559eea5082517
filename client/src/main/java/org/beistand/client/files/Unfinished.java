package org.beistand.client.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * Remembers on disk which files are on their way in, so that a program that was killed leaves nothing half-written behind: its
 * next start deletes them. One small note a file, named by the hash of its path. Safe for any thread.
 */
public final class Unfinished {
    private final Path notes;

    /** @param notes a folder of this person's and this program's own */
    public Unfinished(Path notes) {
        this.notes = notes;
    }

    /** Deletes what an earlier run left, and only what carries our name for growing files. */
    public void sweep() {
        if (!Files.isDirectory(notes)) {
            return;
        }
        try (Stream<Path> all = Files.list(notes)) {
            for (Path note : all.toList()) {
                Path growing = Path.of(Files.readString(note));
                if (growing.getFileName().toString().matches("\\.beistand-[0-9a-f]{16}\\.part")) {
                    Files.deleteIfExists(growing);
                }
                Files.deleteIfExists(note);
            }
        } catch (IOException | java.nio.file.InvalidPathException e) {
            // Tried again at the next start.
        }
    }

    void note(Path growing) throws IOException {
        Files.createDirectories(notes);
        Files.writeString(noteOf(growing), growing.toAbsolutePath().toString());
    }

    void forget(Path growing) {
        try {
            Files.deleteIfExists(noteOf(growing));
        } catch (IOException e) {
            // A note about a file that is not there does no harm.
        }
    }

    private Path noteOf(Path growing) {
        return notes.resolve(HexFormat.of().toHexDigits(growing.toAbsolutePath().hashCode())
                + growing.getFileName().toString().substring(".beistand".length()));
    }
}

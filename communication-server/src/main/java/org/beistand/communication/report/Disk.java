package org.beistand.communication.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** What the spool asks of a disk. A disk can be full at every one of these. */
interface Disk {
    /** A new file that only its owner may read and write. */
    Writing create(Path file) throws IOException;

    /** Names a file anew, at once or not at all, and remembers it over a loss of power. */
    void rename(Path from, Path to) throws IOException;

    void delete(Path file) throws IOException;

    /** A file that grows. */
    interface Writing extends AutoCloseable {
        /** All of it, or an exception and the file is as long as before. */
        void append(ByteBuffer bytes) throws IOException;

        /** Returns when a loss of power can no longer undo what was appended. */
        void force() throws IOException;

        @Override
        void close() throws IOException;
    }

    /** The real one. */
    Disk REAL = new Disk() {
        @Override
        public Writing create(Path file) throws IOException {
            var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            return new Channel(
                    FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), onlyOwner));
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel folder = FileChannel.open(to.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }

        @Override
        public void delete(Path file) throws IOException {
            Files.deleteIfExists(file);
        }
    };

    /** A file's end on a real disk. */
    final class Channel implements Writing {
        private final FileChannel channel;
        private long length;

        Channel(FileChannel channel) throws IOException {
            this.channel = channel;
            this.length = channel.size();
        }

        @Override
        public void append(ByteBuffer bytes) throws IOException {
            ByteBuffer rest = bytes.duplicate();
            try {
                while (rest.hasRemaining()) {
                    channel.write(rest, length + rest.position() - bytes.position());
                }
            } catch (IOException e) {
                channel.truncate(length);
                throw e;
            }
            length += bytes.remaining();
        }

        @Override
        public void force() throws IOException {
            channel.force(true);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}

package org.beistand.client.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.beistand.protocol.session.files.FileOffer;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.Octets;

/**
 * One file on its way in. It grows under a name of its own that nobody mistakes for a finished file, and gets its real name
 * only when it is whole and its hash is right. Used by one thread at a time.
 */
final class IncomingFile implements AutoCloseable {
    private static final int TRIES = 999;

    private final Path folder;
    private final SafeName name;
    private final long size;
    private final Path growing;
    private final Unfinished unfinished;
    private final FileChannel channel;
    private final MessageDigest digest = sha256();
    private long written;
    private boolean done;

    private IncomingFile(
            Path folder, SafeName name, long size, Path growing, Unfinished unfinished, FileChannel channel) {
        this.folder = folder;
        this.name = name;
        this.size = size;
        this.growing = growing;
        this.unfinished = unfinished;
        this.channel = channel;
    }

    static IncomingFile begin(Path folder, FileOffer offer, Unfinished unfinished, RandomGenerator random)
            throws TransferFailed {
        SafeName name = SafeName.of(offer.name()).orElseThrow(() -> new TransferFailed(Reason.FILE_NAME_REFUSED));
        byte[] unique = new byte[8];
        random.nextBytes(unique);
        Path growing = folder.resolve(".beistand-" + HexFormat.of().formatHex(unique) + ".part");
        try {
            unfinished.note(growing);
            FileChannel channel = FileChannel.open(growing, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return new IncomingFile(folder, name, offer.size(), growing, unfinished, channel);
        } catch (IOException e) {
            unfinished.forget(growing);
            throw DiskTrouble.writing(e, folder);
        }
    }

    void append(long offset, Octets data) throws TransferFailed {
        if (offset != written || data.length() > size - written) {
            throw new TransferFailed(Reason.FILE_DAMAGED);
        }
        try {
            ByteBuffer rest = ByteBuffer.wrap(data.array(), data.offset(), data.length());
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        } catch (IOException e) {
            throw DiskTrouble.writing(e, folder);
        }
        digest.update(data.array(), data.offset(), data.length());
        written += data.length();
    }

    /**
     * The sender says that it is complete.
     *
     * @return the file under its final name, which was free
     */
    Path finish(Octets sha256) throws TransferFailed {
        if (written != size || !MessageDigest.isEqual(digest.digest(), sha256.toArray())) {
            throw new TransferFailed(Reason.FILE_DAMAGED);
        }
        try {
            channel.force(true);
            channel.close();
            Path named = name();
            done = true;
            unfinished.forget(growing);
            return named;
        } catch (IOException e) {
            throw DiskTrouble.writing(e, folder);
        }
    }

    long written() {
        return written;
    }

    /** Leaves nothing half-written behind. */
    @Override
    public void close() {
        if (done) {
            return;
        }
        done = true;
        try {
            channel.close();
            Files.deleteIfExists(growing);
            unfinished.forget(growing);
        } catch (IOException e) {
            // It stays noted, and is deleted when the program starts again.
        }
    }

    /** Gives it the first free name. A link fails if the name exists, at once and whatever others do meanwhile. */
    private Path name() throws IOException {
        for (int number = 1; number <= TRIES; number++) {
            Path named = folder.resolve(name.numbered(number));
            try {
                Files.createLink(named, growing);
                Files.delete(growing);
                return named;
            } catch (FileAlreadyExistsException taken) {
                continue;
            } catch (UnsupportedOperationException | IOException noLinks) {
                if (moved(named)) {
                    return named;
                }
            }
        }
        throw new FileAlreadyExistsException(name.value());
    }

    /** For file systems without links: takes the name with an empty file first, then puts ours in its place. */
    private boolean moved(Path named) throws IOException {
        try {
            Files.createFile(named);
        } catch (FileAlreadyExistsException taken) {
            return false;
        }
        Files.move(
                growing,
                named,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING,
                java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

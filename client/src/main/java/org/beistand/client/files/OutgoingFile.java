package org.beistand.client.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.beistand.protocol.session.files.FileOffer;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.Octets;

/** One file on its way out, read in order. Used by one thread at a time. */
public final class OutgoingFile implements AutoCloseable {
    /** Bytes of a piece; fits a message. */
    public static final int PIECE = 48 * 1024;

    private final FileChannel channel;
    private final long size;
    private final MessageDigest digest;
    private long read;

    private OutgoingFile(FileChannel channel, long size, MessageDigest digest) {
        this.channel = channel;
        this.size = size;
        this.digest = digest;
    }

    /** What the other side is told about a file before anything else. */
    public static FileOffer offer(Path file) throws TransferFailed {
        try {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new TransferFailed(Reason.FILE_UNREADABLE);
            }
            String name = file.getFileName().toString();
            if (SafeName.of(name).isEmpty()) {
                throw new TransferFailed(Reason.FILE_NAME_REFUSED);
            }
            return new FileOffer(name, Files.size(file));
        } catch (IOException e) {
            throw new TransferFailed(Reason.FILE_UNREADABLE);
        }
    }

    public static OutgoingFile open(Path file, FileOffer offered) throws TransferFailed {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            return new OutgoingFile(channel, offered.size(), MessageDigest.getInstance("SHA-256"));
        } catch (IOException e) {
            throw new TransferFailed(Reason.FILE_UNREADABLE);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    public long position() {
        return read;
    }

    public boolean isComplete() {
        return read == size;
    }

    /** The next piece; never called when complete. */
    public Octets next() throws TransferFailed {
        int want = (int) Math.min(PIECE, size - read);
        byte[] piece = new byte[want];
        ByteBuffer into = ByteBuffer.wrap(piece);
        try {
            while (into.hasRemaining()) {
                if (channel.read(into) < 0) {
                    throw new TransferFailed(Reason.FILE_CHANGED);
                }
            }
        } catch (IOException e) {
            throw new TransferFailed(Reason.FILE_UNREADABLE);
        }
        digest.update(piece);
        read += want;
        return Octets.of(piece);
    }

    /** The hash of the whole file, once complete; a file that grew meanwhile was changed. */
    public Octets sha256() throws TransferFailed {
        try {
            if (channel.size() != size) {
                throw new TransferFailed(Reason.FILE_CHANGED);
            }
        } catch (IOException e) {
            throw new TransferFailed(Reason.FILE_UNREADABLE);
        }
        return Octets.of(digest.digest());
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // It was only read.
        }
    }
}

package org.beistand.communication.report;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.beistand.protocol.wire.MalformedMessage;
import org.beistand.protocol.wire.Octets;
import org.beistand.protocol.wire.WireReader;
import org.beistand.protocol.wire.WireWriter;

/**
 * How a journal lies on disk: entry after entry, each with its length and CRC-32C (both four bytes, big-endian) in front. What a
 * sudden end left half-written is found by these.
 */
final class JournalFile {
    private static final int HEAD = 8;
    /** Bytes of an entry; the largest testimony has fewer. */
    private static final int MOST = 4096;

    /**
     * A journal read from disk.
     *
     * @param whole bytes up to the end of the last whole entry
     * @param torn whether something follows that is not a whole entry
     */
    record Contents(Account account, long whole, boolean torn) {}

    private JournalFile() {}

    static ByteBuffer encode(JournalEntry entry) {
        WireWriter out = new WireWriter(128, MOST);
        JournalEntry.CODEC.write(entry, out);
        Octets body = out.toOctets();
        ByteBuffer bytes = ByteBuffer.allocate(HEAD + body.length());
        bytes.putInt(body.length()).putInt(checksum(body));
        body.copyTo(bytes.array(), HEAD);
        return bytes.clear();
    }

    /** @return empty if not even its first entry is whole */
    static Optional<Contents> read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            Optional<JournalEntry> first = next(in);
            if (first.isEmpty() || !(first.get() instanceof JournalEntry.Opened opened)) {
                return Optional.empty();
            }
            Account account = new Account(opened);
            long whole = encode(opened).remaining();
            Optional<JournalEntry> entry = next(in);
            while (entry.isPresent()) {
                account.hear(entry.get());
                whole += encode(entry.get()).remaining();
                entry = next(in);
            }
            return Optional.of(new Contents(account, whole, whole != Files.size(file)));
        }
    }

    private static Optional<JournalEntry> next(DataInputStream in) throws IOException {
        try {
            int length = in.readInt();
            int checksum = in.readInt();
            if (length < 1 || length > MOST) {
                return Optional.empty();
            }
            byte[] bytes = new byte[length];
            in.readFully(bytes);
            Octets body = Octets.of(bytes);
            if (checksum(body) != checksum) {
                return Optional.empty();
            }
            WireReader reader = new WireReader(body);
            JournalEntry entry = JournalEntry.CODEC.read(reader);
            reader.end();
            return Optional.of(entry);
        } catch (EOFException | MalformedMessage e) {
            return Optional.empty();
        }
    }

    private static int checksum(Octets body) {
        CRC32C crc = new CRC32C();
        crc.update(body.array(), body.offset(), body.length());
        return (int) crc.getValue();
    }
}

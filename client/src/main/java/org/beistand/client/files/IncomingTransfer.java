package org.beistand.client.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.beistand.protocol.session.files.FileOffer;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.Octets;

/** The files of one transfer on their way in, one after the other. Used by one thread at a time. */
public final class IncomingTransfer implements AutoCloseable {
    private final Path folder;
    private final List<FileOffer> offers;
    private final Unfinished unfinished;
    private final RandomGenerator random;
    private int next;
    private Optional<IncomingFile> current = Optional.empty();
    private long total;

    private IncomingTransfer(Path folder, List<FileOffer> offers, Unfinished unfinished, RandomGenerator random) {
        this.folder = folder;
        this.offers = offers;
        this.unfinished = unfinished;
        this.random = random;
    }

    /** Checks all names and the room on the disk before the first byte. */
    public static IncomingTransfer begin(
            Path folder, List<FileOffer> offers, Unfinished unfinished, RandomGenerator random) throws TransferFailed {
        long sum = 0;
        for (FileOffer offer : offers) {
            if (SafeName.of(offer.name()).isEmpty()) {
                throw new TransferFailed(Reason.FILE_NAME_REFUSED);
            }
            sum += offer.size();
            if (sum < 0) {
                throw new TransferFailed(Reason.FILE_TOO_LARGE);
            }
        }
        try {
            Files.createDirectories(folder);
            if (Files.getFileStore(folder).getUsableSpace() < sum) {
                throw new TransferFailed(Reason.DISK_FULL);
            }
        } catch (IOException e) {
            throw DiskTrouble.writing(e, folder);
        }
        return new IncomingTransfer(folder, List.copyOf(offers), unfinished, random);
    }

    /** @return bytes of all files of this transfer that are written */
    public long append(int file, long offset, Octets data) throws TransferFailed {
        growing(file).append(offset, data);
        total += data.length();
        return total;
    }

    /** @return the file under its final name */
    public Path finish(int file, Octets sha256) throws TransferFailed {
        Path named = growing(file).finish(sha256);
        current = Optional.empty();
        next++;
        return named;
    }

    /** Whether every file is there. */
    public boolean isWhole() {
        return next == offers.size();
    }

    @Override
    public void close() {
        current.ifPresent(IncomingFile::close);
        current = Optional.empty();
    }

    private IncomingFile growing(int file) throws TransferFailed {
        if (file != next || next >= offers.size()) {
            throw new TransferFailed(Reason.FILE_DAMAGED);
        }
        if (current.isEmpty()) {
            current = Optional.of(IncomingFile.begin(folder, offers.get(file), unfinished, random));
        }
        return current.orElseThrow();
    }
}

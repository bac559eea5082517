package org.beistand.crypto.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.beistand.crypto.secret.Secret;
import org.beistand.protocol.value.Reason;

/** A password or a key of another system in a file that only its owner may read. */
public final class SecretFile {
    private static final int LARGEST = 64 * 1024;

    private SecretFile() {}

    /**
     * The first line of a file, such as a password.
     *
     * @throws KeyRefused as {@link #demand}, and {@code KEY_FOREIGN} when that line is empty
     */
    public static Secret readLine(Path file) throws KeyRefused {
        demand(file);
        try {
            byte[] all = Files.readAllBytes(file);
            int end = 0;
            while (end < all.length && all[end] != '\n' && all[end] != '\r') {
                end++;
            }
            byte[] line = Arrays.copyOf(all, end);
            Arrays.fill(all, (byte) 0);
            if (end == 0) {
                throw new KeyRefused(Reason.KEY_FOREIGN, file);
            }
            return Secret.of(line);
        } catch (IOException e) {
            throw new KeyRefused(Reason.KEY_FOREIGN, file);
        }
    }

    /** All of it. @throws KeyRefused as {@link #demand} */
    public static byte[] readAll(Path file) throws KeyRefused {
        demand(file);
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new KeyRefused(Reason.KEY_FOREIGN, file);
        }
    }

    /** @throws KeyRefused {@code KEY_MISSING}, {@code KEY_READABLE_BY_OTHERS}, or {@code KEY_FOREIGN} when it belongs to another user */
    public static void demand(Path file) throws KeyRefused {
        if (Files.notExists(file)) {
            throw new KeyRefused(Reason.KEY_MISSING, file);
        }
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST || !OwnerOnly.ownedByMe(file)) {
                throw new KeyRefused(Reason.KEY_FOREIGN, file);
            }
            if (OwnerOnly.readableByOthers(file)) {
                throw new KeyRefused(Reason.KEY_READABLE_BY_OTHERS, file);
            }
        } catch (IOException e) {
            throw new KeyRefused(Reason.KEY_FOREIGN, file);
        }
    }
}

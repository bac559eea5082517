package org.beistand.client.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.beistand.protocol.value.Reason;

/** What an error of the file system means to a person. */
final class DiskTrouble {
    private DiskTrouble() {}

    /** @param folder where something should have been written */
    static TransferFailed writing(IOException error, Path folder) {
        if (error instanceof AccessDeniedException) {
            return new TransferFailed(Reason.FOLDER_NOT_WRITABLE);
        }
        try {
            // The platform's own words differ by language, so it is asked for the room that is left.
            return new TransferFailed(
                    Files.getFileStore(folder).getUsableSpace() < 1 << 20
                            ? Reason.DISK_FULL
                            : Reason.FOLDER_NOT_WRITABLE);
        } catch (IOException alsoUnreadable) {
            return new TransferFailed(Reason.FOLDER_NOT_WRITABLE);
        }
    }
}

package org.beistand.client.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files land where the person looks for them. */
final class DownloadFolderTest {
    @TempDir
    Path home;

    @Test
    void withoutAFolderItIsHome() {
        assertEquals(home, DownloadFolder.of(home));
    }

    @Test
    void theUsualFolder() throws IOException {
        Files.createDirectory(home.resolve("Downloads"));
        assertEquals(home.resolve("Downloads"), DownloadFolder.of(home));
    }

    @Test
    void theDesktopsOwnFolderInItsOwnLanguage() throws IOException {
        Files.createDirectory(home.resolve("ダウンロード"));
        Files.createDirectory(home.resolve(".config"));
        Files.writeString(home.resolve(".config/user-dirs.dirs"), "XDG_DOWNLOAD_DIR=\"$HOME/ダウンロード\"\n");
        assertEquals(home.resolve("ダウンロード"), DownloadFolder.of(home));
    }
}

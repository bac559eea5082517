package org.beistand.client.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a person expects files that come in. */
public final class DownloadFolder {
    private static final Pattern ENTRY = Pattern.compile("(?m)^XDG_DOWNLOAD_DIR=\"\\$HOME/([^\"]+)\"$");

    private DownloadFolder() {}

    /** The desktop's own download folder, else {@code Downloads}, else the home folder itself. */
    public static Path of(Path home) {
        Path named = named(home);
        return Files.isDirectory(named) ? named : home;
    }

    private static Path named(Path home) {
        Path usual = home.resolve("Downloads");
        try {
            Matcher entry =
                    ENTRY.matcher(Files.readString(home.resolve(".config").resolve("user-dirs.dirs")));
            return entry.find() ? home.resolve(entry.group(1)) : usual;
        } catch (IOException | InvalidPathException e) {
            return usual;
        }
    }
}

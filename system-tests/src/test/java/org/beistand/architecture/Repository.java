package org.beistand.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The folders of the project, found from wherever the tests run. */
public final class Repository {
    /** Each module with the package that all of its types live beneath. */
    public static final Map<String, String> MODULES = Map.of(
            "protocol", "org.beistand.protocol",
            "crypto", "org.beistand.crypto",
            "transport", "org.beistand.transport",
            "client", "org.beistand.client",
            "moderator-client", "org.beistand.moderator",
            "attendee-client", "org.beistand.attendee",
            "operator-server", "org.beistand.operator",
            "communication-server", "org.beistand.communication");

    private Repository() {}

    public static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("docs/requirements.tsv"))) {
            Path above = here.getParent();
            if (above == null) {
                throw new IllegalStateException("not within the project");
            }
            here = above;
        }
        return here;
    }

    /** The Java files beneath that folder of a module, none if there is no such folder. */
    public static List<Path> sources(String module, String folder) {
        return files(root().resolve(module).resolve(folder), ".java");
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

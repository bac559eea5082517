package org.beistand.stories;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.beistand.house.House;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The operator server's database stands on a disk of a few megabytes, which only its process has mounted. Where nobody may mount
 * anything, not even in a namespace of his own, this cannot be tried and says so.
 */
class FullDiskTest {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Duration START = Duration.ofSeconds(90);
    private static final String PASSWORD = "correct horse battery\n";

    @TempDir
    Path folder;

    private final Patience patience = new Patience();
    private Troupe troupe;
    private Process server;

    @BeforeEach
    void theDatabaseStandsOnASmallDisk() throws Exception {
        assumeTrue(
                new ProcessBuilder("unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", folder.toString())
                                .redirectErrorStream(true)
                                .start()
                                .waitFor()
                        == 0,
                "nobody may mount a disk here");
        troupe = new Troupe(folder.resolve("logs"));
        operator(
                "",
                "site",
                "create",
                "--folder",
                site(),
                "--organisation",
                "Optics South",
                "--operator",
                "127.0.0.1:" + House.freePort(),
                "--communication",
                "south=127.0.0.1:" + House.freePort(),
                "--bind",
                "127.0.0.1");
        List<String> command = new ArrayList<>(List.of(
                "unshare",
                "-rm",
                "sh",
                "-c",
                "mount -t tmpfs -o size=4m,mode=700 tmpfs \"$0\" && exec \"$@\"",
                Files.createDirectories(database()).toString()));
        command.addAll(Commands.program(
                HOME,
                "operator-server",
                "org.beistand.operator.Main",
                List.of(),
                List.of("operator", "--site", site())));
        server = troupe.start("operator", Map.of("LC_ALL", "C.UTF-8"), command);
        patience.until(
                "the operator server is ready",
                START,
                () -> Optional.of(troupe.said("operator")).filter(text -> text.contains("127.0.0.1:")));
    }

    @AfterEach
    void nothingIsLeft() {
        if (troupe != null) {
            troupe.close();
        }
        patience.close();
    }

    @Test
    void whatCannotBeStoredIsRefusedInPlainWordsAndNothingIsLost() throws Exception {
        add("anna");
        // What the process sees, seen from outside.
        Path disk = Path.of("/proc", String.valueOf(server.pid()), "root")
                .resolve(database().toString().substring(1));
        Path filler = disk.resolve("filler");
        fill(filler);
        StoryFailed refused = assertThrows(StoryFailed.class, this::addUntilItFails);
        assertTrue(refused.getMessage().contains("B-211"), refused::getMessage);
        assertTrue(refused.getMessage().contains("cannot store anything"), refused::getMessage);
        assertTrue(!refused.getMessage().contains("Exception"), refused::getMessage);
        Files.delete(filler);
        add("berta");
        String users = operator("", "users", "list", "--site", site());
        assertTrue(users.contains("anna") && users.contains("berta"), users);
        assertTrue(server.isAlive());
    }

    private void addUntilItFails() throws StoryFailed {
        for (int i = 0; i < 200; i++) {
            add("more" + i);
        }
    }

    private void add(String login) throws StoryFailed {
        operator(PASSWORD, "users", "add", login, "--name", "Somebody", "--site", site());
    }

    private static void fill(Path filler) throws IOException {
        try (OutputStream out = Files.newOutputStream(filler)) {
            byte[] block = new byte[4096];
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertTrue(String.valueOf(full.getMessage()).contains("No space left"), full::toString);
        }
    }

    private String operator(String input, String... arguments) throws StoryFailed {
        return Commands.run(
                Map.of("LC_ALL", "C.UTF-8", "LANGUAGE", "en"),
                input,
                Commands.program(HOME, "operator-server", "org.beistand.operator.Main", List.of(), List.of(arguments)));
    }

    private String site() {
        return folder.resolve("site").toString();
    }

    private Path database() {
        return folder.resolve("site/operator/data");
    }
}

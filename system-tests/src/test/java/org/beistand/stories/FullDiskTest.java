package org.beistand.stories;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.beistand.house.House;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator server may not make its file larger than it is, as on a disk that is full or with a quota that is used up. */
class FullDiskTest {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Duration START = Duration.ofSeconds(90);
    private static final String PASSWORD = "correct horse battery\n";
    private static final int ENOUGH = 50;

    @TempDir
    Path folder;

    private final Patience patience = new Patience();
    private Troupe troupe;
    private Process server;

    @BeforeEach
    void anOperatorServerRuns() throws Exception {
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
        server = troupe.start("operator", Map.of("LC_ALL", "C.UTF-8"), program(List.of("operator", "--site", site())));
        patience.until(
                "the operator server is ready",
                START,
                () -> Optional.of(troupe.said("operator")).filter(text -> text.contains("127.0.0.1:")));
    }

    @AfterEach
    void nothingIsLeft() {
        troupe.close();
        patience.close();
    }

    @Test
    void whatCannotBeStoredIsRefusedInPlainWordsAndNothingIsLost() throws Exception {
        add("anna");
        mayWrite(String.valueOf(Files.size(folder.resolve("site/operator/data/operator.mv.db"))));
        StoryFailed refused = assertThrows(StoryFailed.class, this::addMany);
        assertTrue(refused.getMessage().contains("B-211"), refused::getMessage);
        assertTrue(refused.getMessage().contains("cannot store anything"), refused::getMessage);
        assertFalse(refused.getMessage().contains("Exception"), refused::getMessage);
        mayWrite("unlimited");
        add("berta");
        String users = operator("", "users", "list", "--site", site());
        assertTrue(users.contains("anna") && users.contains("berta"), users);
        assertTrue(server.isAlive());
    }

    private void addMany() throws StoryFailed {
        for (int i = 0; i < ENOUGH; i++) {
            add("more" + i);
        }
    }

    private void add(String login) throws StoryFailed {
        operator(PASSWORD, "users", "add", login, "--name", "Somebody", "--site", site());
    }

    /** @param bytes the largest size of a file; the colon leaves the limit of limits as it is */
    private void mayWrite(String bytes) throws StoryFailed {
        Commands.run(Map.of(), "prlimit", "--pid", String.valueOf(server.pid()), "--fsize=" + bytes + ":");
    }

    private static String operator(String input, String... arguments) throws StoryFailed {
        return Commands.run(Map.of("LC_ALL", "C.UTF-8", "LANGUAGE", "en"), input, program(List.of(arguments)));
    }

    private static List<String> program(List<String> arguments) throws StoryFailed {
        return Commands.program(HOME, "operator-server", "org.beistand.operator.Main", List.of(), arguments);
    }

    private String site() {
        return folder.resolve("site").toString();
    }
}

package org.beistand.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The launcher for Windows cannot be run here; that it says the same as the other one can be read. */
class WindowsLauncherTest {
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])(-X\\S+|-D\\w[^\\s\"]+|--[a-z-]+=[^\\s\"]+)");
    /** Of drawing without a graphics adapter, of the demonstration, of the build, and of the C library of Linux. */
    private static final Set<String> ELSEWHERE =
            Set.of("-Dprism.order=sw", "-Dbeistand.home=$root", "-DskipTests", "-XX:TrimNativeHeapInterval=10000");

    private final String here = Repository.read(Repository.root().resolve("beistand"));
    private final String windows = Repository.read(Repository.root().resolve("beistand.cmd"));

    @Test
    void theClientsGetTheSameOptions() {
        Set<String> wanted = options(section("run() {") + section("client() {"));
        wanted.removeAll(ELSEWHERE);
        wanted.removeIf(option -> option.startsWith("--module-path"));
        assertTrue(wanted.size() >= 9, wanted::toString);
        Set<String> given = options(windows);
        given.removeAll(ELSEWHERE);
        given.removeIf(option -> option.startsWith("--module-path"));
        assertEquals(wanted, given);
    }

    /** Otherwise the memory that is measured is not what people will see. */
    @Test
    void thePlayStartsTheClientsAsTheLauncherDoes() {
        Set<String> played = new TreeSet<>();
        for (String file : Set.of("Theatre.java", "Commands.java")) {
            played.addAll(memory(Repository.read(Repository.root()
                    .resolve("system-tests/src/main/java/org/beistand/stories")
                    .resolve(file))));
        }
        assertEquals(memory(section("client() {")), played);
    }

    private static Set<String> memory(String text) {
        Set<String> found = new TreeSet<>();
        Matcher options = Pattern.compile("-X[\\w:+=]+").matcher(text);
        while (options.find()) {
            found.add(options.group());
        }
        return found;
    }

    @Test
    void itHasTheLineEndsThatItsInterpreterWants() {
        assertEquals(windows, windows.replace("\r\n", "\n").replace("\n", "\r\n"));
    }

    private String section(String head) {
        int from = here.indexOf("\n" + head);
        return here.substring(from, here.indexOf("\n}\n", from));
    }

    private static Set<String> options(String text) {
        Set<String> found = new TreeSet<>();
        Matcher options = OPTION.matcher(text);
        while (options.find()) {
            found.add(options.group(1));
        }
        return found;
    }
}

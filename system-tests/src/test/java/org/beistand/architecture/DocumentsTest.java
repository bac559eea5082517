package org.beistand.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents name exists. */
class DocumentsTest {
    private static final Pattern COMMAND = Pattern.compile("\\./beistand ([a-z]+)");
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z]+Test)`");
    private static final Pattern PLACE = Pattern.compile("`((?:docs|decisions|\\.ci)/[A-Za-z0-9./-]+|[A-Z]+\\.md)`");
    private static final Pattern PICTURE = Pattern.compile("]\\(([^)#:]+)\\)");

    private final Path root = Repository.root();
    private final String launcher = Repository.read(root.resolve("beistand"));

    @Test
    void everyCommandThatADocumentNamesIsOneOfTheLaunchers() {
        Set<String> offered = new TreeSet<>();
        Matcher helped = COMMAND.matcher(launcher);
        while (helped.find()) {
            offered.add(helped.group(1));
        }
        assertTrue(offered.containsAll(Set.of("demo", "test", "site", "attendee")), offered::toString);
        for (String command : offered) {
            assertTrue(
                    Pattern.compile("(?m)^ {4}(\\w+ \\| )*" + command + "\\b")
                            .matcher(launcher)
                            .find(),
                    () -> "told by help, but not there: " + command);
        }
        List<String> unknown = named(COMMAND, documents());
        assertTrue(unknown.size() >= 10, "too few commands were found");
        unknown.removeAll(offered);
        assertEquals(List.of(), unknown);
    }

    @Test
    void everyTestThatADocumentNamesIsThere() {
        Set<String> tests = Stream.concat(Repository.MODULES.keySet().stream(), Stream.of("system-tests"))
                .flatMap(module -> Repository.sources(module, "src/test/java").stream())
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
        List<String> unknown = named(TEST, List.of(root.resolve("CONTRIBUTING.md"), root.resolve("SECURITY.md")));
        assertTrue(unknown.size() >= 8, "too few tests were found");
        unknown.removeAll(tests);
        assertEquals(List.of(), unknown);
    }

    @Test
    void everyFileThatADocumentNamesIsThere() {
        List<String> missing = new ArrayList<>();
        int found = 0;
        for (Path document : documents()) {
            List<String> places = named(PLACE, List.of(document));
            places.addAll(named(PICTURE, List.of(document)));
            found += places.size();
            for (String place : places) {
                if (Files.notExists(root.resolve(place)) && Files.notExists(document.resolveSibling(place))) {
                    missing.add(document.getFileName() + ": " + place);
                }
            }
        }
        assertTrue(found >= 8, "too few files were found");
        assertEquals(List.of(), missing);
    }

    @Test
    void theContinuousCheckIsTheLaunchersAndNothingElse() {
        assertEquals(
                "#!/bin/sh\ncd \"$(dirname \"$0\")/..\" && exec ./beistand test --with-active-directory\n",
                Repository.read(root.resolve(".ci/run")));
    }

    private List<Path> documents() {
        List<Path> all = new ArrayList<>();
        for (String name : List.of("README.md", "CONTRIBUTING.md", "SECURITY.md")) {
            all.add(root.resolve(name));
        }
        Repository.files(root.resolve("docs"), ".md").stream()
                .filter(file -> !file.endsWith("requirements.md"))
                .forEach(all::add);
        return all;
    }

    private static List<String> named(Pattern pattern, List<Path> documents) {
        List<String> all = new ArrayList<>();
        for (Path document : documents) {
            Matcher found = pattern.matcher(Repository.read(document));
            while (found.find()) {
                all.add(found.group(1));
            }
        }
        return all;
    }
}

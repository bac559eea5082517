package org.beistand.requirements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.beistand.architecture.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page lists what the table and the tests say, and no test names what does not exist. */
class RequirementsPageTest {
    private static final int STATEMENTS = 594;
    private static final Pattern ID = Pattern.compile("\\b00[0-4]-[0-9]{1,3}\\b");

    @Test
    void thePageIsUpToDate() throws IOException {
        RequirementsPage page = new RequirementsPage(Repository.root());
        assertEquals(
                page.page(),
                Files.readString(Repository.root().resolve("docs/requirements.md")),
                "run ./beistand requirements");
    }

    @Test
    void everyTagNamesARequirement() throws IOException {
        RequirementsPage page = new RequirementsPage(Repository.root());
        assertEquals(List.of(), page.mistakes());
        assertEquals(STATEMENTS, page.count(), "statements in the table");
        assertTrue(page.proved() >= 2, "no tag was found");
    }

    @Test
    void everyIdInTheCodeIsARequirements() throws IOException {
        RequirementsPage page = new RequirementsPage(Repository.root());
        List<String> unknown = new ArrayList<>();
        int found = 0;
        for (String module : Repository.MODULES.keySet()) {
            for (Path file : Repository.sources(module, "src/main/java")) {
                Matcher ids = ID.matcher(Repository.read(file));
                while (ids.find()) {
                    found++;
                    if (!page.knows(ids.group())) {
                        unknown.add(file.getFileName() + ": " + ids.group());
                    }
                }
            }
        }
        assertTrue(found >= 5, "only " + found + " ids were found");
        assertEquals(List.of(), unknown);
    }

    @Test
    void aTagWithoutARequirementIsAMistake(@TempDir Path root) throws IOException {
        Files.createDirectories(root.resolve("docs"));
        Files.writeString(
                root.resolve("docs/requirements.tsv"),
                "id\tlines\tstatement\tbelongs_to\n001-1\t1\tA | b.\ttransport\n001-2\t2\tC.\ttransport\n");
        Path tests = Files.createDirectories(root.resolve("one/src/test/java"));
        Files.writeString(tests.resolve("StoryTest.java"), """
                @Tag("001-1")
                class StoryTest {
                    @Test @Tag("001-99") void unknown() {}
                    @Test @Tag(ID) void hidden() {}
                    @Test @Tag(value = "001-1") void known() {}
                    // @Tag("001-98") in a comment is no tag
                }
                """);
        RequirementsPage page = new RequirementsPage(root);
        assertEquals(
                List.of(
                        "no requirement has the id 001-99: StoryTest.unknown",
                        "no requirement has the id ID: StoryTest.hidden"),
                page.mistakes());
        assertTrue(page.page()
                .contains("| 001-1 | A \\| b. | transport | [StoryTest](../one/src/test/java/StoryTest.java)<br>"
                        + "[StoryTest.known](../one/src/test/java/StoryTest.java) |\n"));
        assertTrue(page.page().contains("| 001-2 | C. | transport | open |\n"));
    }
}

package org.beistand.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules that the product must keep and the bad house must break. */
class ArchitectureTest {
    private static final House PRODUCT = new House("org.beistand");
    private static final House BAD_HOUSE = new House("org.beistand.fixture");
    /** The rules that tests keep as well. */
    private static final Set<String> FOR_TESTS_TOO =
            Set.of("nobody sleeps", "no test is ignored or switched by a flag", "there is no lumber room");

    private static final JavaClasses CLASSES = imported("target/classes");
    private static final JavaClasses BAD_CLASSES = new ClassFileImporter().importPackages(BAD_HOUSE.root());

    private static JavaClasses imported(String folder) {
        return new ClassFileImporter()
                .importPaths(Repository.MODULES.keySet().stream()
                        .map(module -> Repository.root().resolve(module).resolve(folder))
                        .filter(Files::isDirectory)
                        .toList());
    }

    @Test
    void everySourceFileOfEveryModuleWasScanned() {
        Set<String> written = new TreeSet<>();
        for (Map.Entry<String, String> module : Repository.MODULES.entrySet()) {
            Path folder = Repository.root().resolve(module.getKey()).resolve("src/main/java");
            for (Path file : Repository.sources(module.getKey(), "src/main/java")) {
                String name = folder.relativize(file)
                        .toString()
                        .replace(".java", "")
                        .replace('\\', '/')
                        .replace('/', '.');
                if (!name.equals("module-info")) {
                    assertTrue(name.startsWith(module.getValue() + "."), () -> name + " is not in its module's room");
                    written.add(name);
                }
            }
        }
        Set<String> scanned = CLASSES.stream()
                .map(JavaClass::getFullName)
                .filter(name -> !name.contains("$"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(scanned.size() > 200, "only " + scanned.size() + " classes were found");
        assertEquals(written, scanned);
    }

    @TestFactory
    Stream<DynamicTest> theProductKeeps() {
        return PRODUCT.rules().entrySet().stream()
                .map(rule -> dynamicTest(rule.getKey(), () -> rule.getValue().check(CLASSES)));
    }

    @Test
    @Tag("001-124")
    void theServersAreIndependentOfEachOther() {
        PRODUCT.rules().get("operators do not know relays").check(CLASSES);
        PRODUCT.rules().get("relays do not know operators").check(CLASSES);
    }

    @Test
    @Tag("001-128")
    void theServersAreNotMadeOfAnythingThatReadsASession() {
        PRODUCT.rules().get("servers do not see what is sealed").check(CLASSES);
    }

    @TestFactory
    Stream<DynamicTest> theBadHouseBreaks() {
        return BAD_HOUSE.rules().entrySet().stream().map(rule -> dynamicTest(rule.getKey(), () -> broken(rule)));
    }

    @TestFactory
    Stream<DynamicTest> proofsAreMadeOnlyInTheirMint() {
        return PRODUCT.mints().entrySet().stream()
                .map(rule -> dynamicTest(rule.getKey(), () -> rule.getValue().check(CLASSES)));
    }

    @TestFactory
    Stream<DynamicTest> proofsAreForgedInTheBadHouse() {
        return BAD_HOUSE.mints().entrySet().stream().map(rule -> dynamicTest(rule.getKey(), () -> broken(rule)));
    }

    @Test
    void theProofTypesAreWhereTheRulesLookForThem() {
        Set<String> wanted = House.MINTS.entrySet().stream()
                .map(proof -> PRODUCT.root() + "." + proof.getValue() + "." + proof.getKey())
                .collect(Collectors.toSet());
        Set<String> found = CLASSES.stream()
                .filter(one -> one.isTopLevelClass() && House.MINTS.containsKey(one.getSimpleName()))
                .map(JavaClass::getFullName)
                .collect(Collectors.toSet());
        assertEquals(wanted, found);
    }

    @TestFactory
    Stream<DynamicTest> theTestsKeep() {
        JavaClasses tests = new ClassFileImporter()
                .importPaths(Stream.concat(Repository.MODULES.keySet().stream(), Stream.of("system-tests"))
                        .map(module -> Repository.root().resolve(module).resolve("target/test-classes"))
                        .filter(Files::isDirectory)
                        .toList())
                .that(describe("not the bad house", one -> !one.getPackageName().startsWith(BAD_HOUSE.root())));
        assertTrue(tests.size() > 20, "only " + tests.size() + " test classes were found");
        return PRODUCT.rules().entrySet().stream()
                .filter(rule -> FOR_TESTS_TOO.contains(rule.getKey()))
                .map(rule -> dynamicTest(rule.getKey(), () -> rule.getValue().check(tests)));
    }

    @Test
    void everyPackageTellsItsStoryAndKnowsNoNulls() {
        List<Path> folders = Repository.MODULES.keySet().stream()
                .flatMap(module -> Repository.sources(module, "src/main/java").stream())
                .filter(file -> !file.endsWith("module-info.java"))
                .map(Path::getParent)
                .distinct()
                .toList();
        assertTrue(folders.size() > 15, "only " + folders.size() + " packages were found");
        List<Path> silent =
                folders.stream().filter(folder -> !tellsItsStory(folder)).toList();
        assertEquals(List.of(), silent);
    }

    private static boolean tellsItsStory(Path folder) {
        Path file = folder.resolve("package-info.java");
        if (!Files.exists(file)) {
            return false;
        }
        String text = Repository.read(file);
        return text.contains("@NullMarked") && text.matches("(?s).*/\\*\\*.{20,}?\\*/.*");
    }

    private static void broken(Map.Entry<String, ArchRule> rule) {
        assertTrue(
                rule.getValue().evaluate(BAD_CLASSES).hasViolation(),
                () -> "does not trip in the bad house: " + rule.getKey());
    }
}

package org.beistand.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.beistand.protocol.value.Permission;
import org.junit.jupiter.api.Test;

/** Every text on a window exists in every language, is asked for by the code, and has the same places to fill. */
class TextsTest {
    private static final List<String> WINDOWS = List.of("client", "attendee-client", "moderator-client");
    private static final Pattern PLACE = Pattern.compile("\\{([0-9]+)");

    private final Map<String, Map<String, String>> languages = languages();
    private final Map<String, String> english = languages.get("");

    @Test
    void theLanguagesHaveTheSameKeys() {
        assertEquals(Set.of("", "de", "ja"), languages.keySet());
        assertTrue(english.size() >= 40, "only " + english.size() + " texts were found");
        languages.forEach((language, texts) -> assertEquals(english.keySet(), texts.keySet(), language));
    }

    @Test
    void everyTextIsAskedForAndEveryKeyInTheCodeHasOne() {
        Set<String> literals = new HashSet<>();
        for (String module : WINDOWS) {
            List<Path> files = Repository.sources(module, "src/main/java");
            if (!files.isEmpty()) {
                literals.addAll(Sources.of(files).literals());
            }
        }
        // Where a key is made of a beginning and a value's name, the beginning stands in the code.
        Set<String> beginnings = literals.stream()
                .filter(literal -> literal.matches("[a-z]+(\\.[a-z]+)*\\."))
                .collect(Collectors.toSet());
        Set<String> chapters = english.keySet().stream()
                .filter(key -> key.contains("."))
                .map(key -> key.substring(0, key.indexOf('.') + 1))
                .collect(Collectors.toSet());

        Set<String> neverAskedFor = new TreeSet<>(english.keySet());
        neverAskedFor.removeIf(
                key -> literals.contains(key) || beginnings.stream().anyMatch(key::startsWith));
        Set<String> withoutText = literals.stream()
                .filter(literal -> literal.matches("[a-z]+(\\.[A-Za-z_]+)+"))
                .filter(literal -> chapters.stream().anyMatch(literal::startsWith))
                .filter(literal -> !english.containsKey(literal))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), neverAskedFor, "texts that no window shows");
        assertEquals(Set.of(), withoutText, "keys without a text");
    }

    @Test
    void everyOtherBundleSpeaksTheSameLanguages() {
        List<String> wrong = new ArrayList<>();
        int bundles = 0;
        for (String module : Repository.MODULES.keySet()) {
            Path folder = Repository.root().resolve(module).resolve("src/main/resources");
            for (Path file : Repository.files(folder, "_de.properties")) {
                bundles++;
                String name = file.getFileName().toString();
                Set<Object> german = read(file).keySet();
                for (String other : List.of("", "_ja")) {
                    Path translation = file.resolveSibling(name.replace("_de.properties", other + ".properties"));
                    if (!read(translation).keySet().equals(german)) {
                        wrong.add(name + " and " + translation.getFileName());
                    }
                }
            }
        }
        assertTrue(bundles >= 2, "only " + bundles + " bundles were found");
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyRightHasAName() {
        Set<String> names = english.keySet().stream()
                .filter(key -> key.matches("right\\.[A-Z_]+"))
                .collect(Collectors.toSet());
        assertEquals(
                Arrays.stream(Permission.values())
                        .map(one -> "right." + one.name())
                        .collect(Collectors.toSet()),
                names);
    }

    @Test
    void aTextHasTheSamePlacesInEveryLanguageAndNoStrayApostrophe() {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, Map<String, String>> language : languages.entrySet()) {
            language.getValue().forEach((key, text) -> {
                boolean filled = !places(text).isEmpty();
                String apostrophes = text.replace("''", "");
                if (!places(text).equals(places(english.get(key)))
                        || filled && apostrophes.contains("'")
                        || !filled && apostrophes.length() != text.length()
                        || text.isBlank()
                        || filled
                                && new MessageFormat(text)
                                        .format(new Object[] {"a", "b", "c"})
                                        .contains("{")) {
                    wrong.add(language.getKey() + ": " + key);
                }
            });
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void aTranslationIsNotACopy() {
        long copies = english.entrySet().stream()
                .filter(text -> text.getValue().equals(languages.get("ja").get(text.getKey())))
                .count();
        assertFalse(copies > english.size() / 20, copies + " Japanese texts are the English ones");
    }

    private static Set<String> places(String text) {
        Set<String> found = new TreeSet<>();
        Matcher places = PLACE.matcher(text);
        while (places.find()) {
            found.add(places.group(1));
        }
        return found;
    }

    private static Map<String, Map<String, String>> languages() {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        for (String module : WINDOWS) {
            Path folder = Repository.root().resolve(module).resolve("src/main/resources");
            for (Path file : Repository.files(folder, ".properties")) {
                Matcher name = Pattern.compile("texts(?:_([a-z]{2}))?\\.properties")
                        .matcher(file.getFileName().toString());
                if (name.matches()) {
                    String language = name.group(1) == null ? "" : name.group(1);
                    Map<String, String> texts = all.computeIfAbsent(language, one -> new TreeMap<>());
                    read(file)
                            .forEach((key, text) -> assertEquals(
                                    null, texts.put((String) key, (String) text), () -> key + " stands in two files"));
                }
            }
        }
        return all;
    }

    private static Properties read(Path file) {
        Properties texts = new Properties();
        try {
            texts.load(new StringReader(Repository.read(file)));
        } catch (IOException e) {
            throw new IllegalStateException(file.toString(), e);
        }
        return texts;
    }
}

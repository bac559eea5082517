package org.beistand.operator.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything that the commands and the reports say exists in each language and has the same places to fill. */
class WordsTest {
    private static final Pattern PLACE = Pattern.compile("\\{([0-9])\\}");

    @ParameterizedTest
    @CsvSource({
        "/org/beistand/operator/command/words,de",
        "/org/beistand/operator/command/words,ja",
        "/org/beistand/operator/report/report,de",
        "/org/beistand/operator/report/report,ja"
    })
    void areTheSameInEveryLanguage(String bundle, String language) throws IOException {
        Properties english = read(bundle + ".properties");
        Properties other = read(bundle + "_" + language + ".properties");
        assertTrue(english.size() >= 10, bundle);
        assertEquals(english.stringPropertyNames(), other.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertEquals(places(english.getProperty(key)), places(other.getProperty(key)), key);
            assertFalse(other.getProperty(key).isBlank(), key);
            assertFalse(other.getProperty(key).contains("'"), key);
        }
    }

    private static Set<String> places(String text) {
        Set<String> found = new TreeSet<>();
        Matcher places = PLACE.matcher(text);
        while (places.find()) {
            found.add(places.group(1));
        }
        return found;
    }

    private static Properties read(String file) throws IOException {
        try (InputStream in = WordsTest.class.getResourceAsStream(file)) {
            Properties found = new Properties();
            found.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return found;
        }
    }
}

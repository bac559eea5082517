package org.beistand.protocol.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every reason is one clear sentence in each language and a code to read out. */
class ReasonTest {
    @ParameterizedTest
    @ValueSource(strings = {"reasons.properties", "reasons_de.properties", "reasons_ja.properties"})
    void eachFileHasASentenceForEachReasonAndNoOther(String file) throws IOException {
        assertEquals(
                Arrays.stream(Reason.values()).map(Reason::name).collect(Collectors.toSet()),
                sentences(file).stringPropertyNames());
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void aSentenceIsWholeWithAndWithoutAPlace(Reason reason) {
        for (Language language : Language.values()) {
            for (String sentence : new String[] {
                ReasonText.sentence(reason, language), ReasonText.sentence(reason, language, "/srv/keys/a{0}'b")
            }) {
                assertFalse(sentence.isBlank());
                assertFalse(sentence.replace("a{0}'b", "").contains("{"), sentence);
                assertFalse(sentence.contains("''"), sentence);
                assertEquals(sentence.strip(), sentence);
                assertFalse(sentence.endsWith(":") || sentence.endsWith("："), sentence);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void aPlaceIsNamedInEveryLanguageOrInNone(Reason reason) {
        Set<Boolean> named = Arrays.stream(Language.values())
                .map(language -> ReasonText.sentence(reason, language, "spot").contains("spot"))
                .collect(Collectors.toSet());
        assertEquals(1, named.size());
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void theLanguagesAreTranslationsAndNotCopies(Reason reason) {
        String english = ReasonText.sentence(reason, Language.ENGLISH);
        String japanese = ReasonText.sentence(reason, Language.JAPANESE);
        assertNotEquals(english, ReasonText.sentence(reason, Language.GERMAN));
        assertTrue(
                japanese.codePoints().anyMatch(Character::isIdeographic)
                        || japanese.codePoints().anyMatch(c -> c >= 0x3040 && c < 0x3100),
                japanese);
    }

    @Test
    void aPortIsShownWithoutGroupingItsDigits() {
        assertTrue(
                ReasonText.sentence(Reason.PORT_TAKEN, Language.ENGLISH, 2000).contains("2000"));
        assertTrue(ReasonText.sentence(Reason.PORT_TAKEN, Language.GERMAN, 2000).contains("2000"));
    }

    @Test
    void phoneCodesAreUniqueAndShort() {
        Set<String> codes =
                Arrays.stream(Reason.values()).map(Reason::phoneCode).collect(Collectors.toSet());
        assertEquals(Reason.values().length, codes.size());
        assertTrue(codes.stream().allMatch(code -> code.matches("B-[1-9][0-9]{2}")));
    }

    @Test
    void theCodeStandsBehindTheSentence() {
        assertTrue(ReasonText.withCode(Reason.NUMBER_UNKNOWN, Language.GERMAN).endsWith(" (B-103)"));
    }

    @ParameterizedTest
    @CsvSource({"de,GERMAN", "de-AT,GERMAN", "ja-JP,JAPANESE", "en-US,ENGLISH", "fr,ENGLISH", "und,ENGLISH"})
    void aPersonReadsHerOwnLanguageOrEnglish(String tag, Language language) {
        assertEquals(language, Language.of(Locale.forLanguageTag(tag)));
    }

    @Test
    void theMachinesOwnLanguageDoesNotMixIn() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertEquals("Please enter your name.", ReasonText.sentence(Reason.NAME_MISSING, Language.ENGLISH));
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Properties sentences(String file) throws IOException {
        Properties found = new Properties() {
            @Override
            public synchronized Object put(Object key, Object value) {
                Object before = super.put(key, value);
                assertEquals(null, before, () -> key + " stands twice in " + file);
                return before;
            }
        };
        try (InputStream in = Reason.class.getResourceAsStream(file);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            found.load(reader);
        }
        return found;
    }
}

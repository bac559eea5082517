package org.beistand.protocol.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Random;
import org.beistand.protocol.value.PersonName.Checked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of people in any script, and names that are tricks. */
class PersonNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anna Berg",
                "山田 花子",
                "ヤマダ ハナコ",
                "Αθηνά Παππά",
                "Иван Петров",
                "محمد علی",
                "יוסף כהן",
                "नेहा शर्मा",
                "สมชาย ใจดี",
                "O'Neill-Łukasiewicz, Dr. (MTA)",
                "Dr. 👩‍🔬 Lab 3",
                "می‌خواهم"
            })
    void namesOfAnyScriptAreKeptAsTheyAre(String name) {
        assertEquals(new Checked.Suitable(name), PersonName.check(name));
        assertEquals(name, new PersonName(name).value());
    }

    @Test
    void lettersAndTheirAccentsBecomeOne() {
        assertEquals(new Checked.Suitable("Änne"), PersonName.check("A\u0308nne"));
        assertThrows(IllegalArgumentException.class, () -> new PersonName("A\u0308nne"));
    }

    @Test
    void blanksAroundAndWithinAreMended() {
        assertEquals(new Checked.Suitable("Anna Berg"), PersonName.check("\t \u3000Anna \u00A0  Berg \r\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000\u00A0\t\n", "\u200D", "\u200C\u200D", "\uFE0F", "\u0301\u0302"})
    void aNameThatNobodyCanSeeIsMissing(String name) {
        assertEquals(new Checked.Unsuitable(Reason.NAME_MISSING), PersonName.check(name));
    }

    @ParameterizedTest
    @CsvSource({"x,81", "x,10000", "漢,10000", "👩,81", "\u0301,10000"})
    void aNameTooLongIsToldSo(String one, int times) {
        Checked checked = assertTimeout(Duration.ofSeconds(1), () -> PersonName.check("a" + one.repeat(times - 1)));
        assertEquals(new Checked.Unsuitable(Reason.NAME_TOO_LONG), checked);
    }

    @Test
    void theLongestNameHasEightyCharactersInAnyScript() {
        for (String one : new String[] {"x", "漢", "👩"}) {
            String longest = one.repeat(PersonName.LONGEST);
            assertEquals(new Checked.Suitable(longest), PersonName.check(longest));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anna\u202Egreb", // right-to-left override
                "Anna\u2066x\u2069", // isolates
                "An\u00ADna", // soft hyphen
                "An\u200Bna", // zero-width space
                "\uFEFFAnna", // byte order mark
                "Anna\u0007Berg",
                "Anna\nBerg",
                "Anna\u2028Berg",
                "Anna\u0000",
                "Anna\uE000", // private use
                "Anna\uD83D", // half a pair
                "Anna\u3164", // a letter that shows nothing
                "Anna\u2800",
                "Anna\uDB40\uDC41" // a tag character
            })
    void aNameThatChangesHowOtherTextLooksIsRefused(String name) {
        assertEquals(new Checked.Unsuitable(Reason.NAME_UNSUITABLE), PersonName.check(name));
        assertThrows(IllegalArgumentException.class, () -> new PersonName(name));
    }

    @Test
    void whateverIsSuitableIsAName() {
        Random random = new Random(17);
        int suitable = 0;
        for (int i = 0; i < 50_000; i++) {
            int[] points = random.ints(random.nextInt(0, 12), 0, random.nextBoolean() ? 0x400 : 0x11_0000)
                    .toArray();
            String typed = new String(points, 0, points.length);
            if (PersonName.check(typed) instanceof Checked.Suitable found) {
                assertEquals(found.text(), found.name().value());
                suitable++;
            }
        }
        assertFalse(suitable < 100, "only " + suitable + " names");
    }

    @Test
    void aNameDoesNotReachALogByAccident() {
        assertFalse(new PersonName("Anna Berg").toString().contains("Anna"));
    }
}

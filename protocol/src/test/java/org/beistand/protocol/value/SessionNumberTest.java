package org.beistand.protocol.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Six digits, as people read them out and type them. */
class SessionNumberTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "042137",
                "042 137",
                " 04 21 37 ",
                "042-137",
                "042.137",
                "０４２１３７",
                "０４２　１３７",
                "042\u00A0137",
                "٠٤٢١٣٧"
            })
    @Tag("001-17")
    void sixDigitsAreReadHoweverTheyAreTyped(String typed) {
        assertEquals(Optional.of(new SessionNumber(42_137)), SessionNumber.parse(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "42137",
                "0421377",
                "04213a",
                "O42137",
                "+42137",
                "0x42137",
                "042_137",
                "042,137",
                "42137½",
                "⑥⑥⑥⑥⑥⑥",
                "\uD835\uDFCE42137",
                "042137\u0000"
            })
    void anythingElseIsNoNumber(String typed) {
        assertEquals(Optional.empty(), SessionNumber.parse(typed));
    }

    @Test
    void tenThousandDigitsOrBlanksAreNoNumber() {
        assertEquals(Optional.empty(), SessionNumber.parse("1".repeat(10_000)));
        assertEquals(Optional.empty(), SessionNumber.parse(" ".repeat(10_000)));
    }

    @Test
    @Tag("001-17")
    void itIsReadOutInTwoGroupsAndReadBack() {
        for (int value : new int[] {0, 1, 42_137, 100_000, 999_999}) {
            SessionNumber number = new SessionNumber(value);
            assertEquals(7, number.grouped().length());
            assertEquals(Optional.of(number), SessionNumber.parse(number.grouped()));
        }
    }

    @Test
    void thereAreAMillionOfThemAndNoMore() {
        assertThrows(IllegalArgumentException.class, () -> new SessionNumber(-1));
        assertThrows(IllegalArgumentException.class, () -> new SessionNumber(1_000_000));
    }

    @Test
    void aRandomNumberIsNeverTheRehearsals() {
        Random random = new Random(3);
        BitSet firstDigits = new BitSet();
        for (int i = 0; i < 200_000; i++) {
            SessionNumber number = SessionNumber.random(random);
            assertFalse(number.equals(SessionNumber.REHEARSAL));
            firstDigits.set(number.value() / 100_000);
        }
        assertEquals(10, firstDigits.cardinality());
    }

    @Test
    void itDoesNotReachALogByAccident() {
        assertTrue(new SessionNumber(42_137).toString().contains("hidden"));
        assertFalse(new SessionNumber(42_137).toString().contains("42"));
    }
}

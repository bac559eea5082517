package org.beistand.crypto.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The second factor's numbers, against those of the standards. */
@Tag("001-114")
class TimeCodeTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:10Z");

    private final Secret secret = Secret.of("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    /** RFC 6238, appendix B, the rows for SHA-1. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void isWhatTheStandardSays(long seconds, String code) {
        Instant at = Instant.ofEpochSecond(seconds);
        assertEquals(code, TimeCode.code(secret, TimeCode.step(at), 8));
        assertEquals(code.substring(2), TimeCode.at(secret, at));
    }

    @Test
    void isGoodForOneStepBeforeAndAfterAndNoMore() {
        for (long away = -3; away <= 3; away++) {
            String code = TimeCode.at(secret, NOW.plusSeconds(away * TimeCode.SECONDS));
            OptionalLong expected =
                    Math.abs(away) <= 1 ? OptionalLong.of(TimeCode.step(NOW) + away) : OptionalLong.empty();
            assertEquals(expected, TimeCode.match(secret, code, NOW, 0), away + " steps away");
        }
    }

    @Test
    void isUsedUpWithAllBeforeIt() {
        long now = TimeCode.step(NOW);
        String code = TimeCode.at(secret, NOW);
        assertEquals(OptionalLong.of(now), TimeCode.match(secret, code, NOW, now - 1));
        assertEquals(OptionalLong.empty(), TimeCode.match(secret, code, NOW, now));
        assertEquals(
                OptionalLong.empty(),
                TimeCode.match(secret, TimeCode.at(secret, NOW.minusSeconds(TimeCode.SECONDS)), NOW, now));
    }

    @Test
    void isSixPlainDigits() {
        for (String typed : List.of("", "12345", "1234567", "12345a", "１２３４５６", "-12345", "123 456")) {
            assertEquals(OptionalLong.empty(), TimeCode.match(secret, typed, NOW, 0), typed);
        }
    }

    /** RFC 4648, section 10, without padding. */
    @ParameterizedTest
    @CsvSource({"'',''", "f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB", "foobar,MZXW6YTBOI"})
    void aSecretIsWrittenAsTheStandardSays(String bytes, String text) {
        assertEquals(text, Base32.standard(bytes.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void recoveryCodesAreAllDifferentAndKnownByTheirHashHoweverTheyAreTyped() {
        List<String> codes = RecoveryCodes.generate(new SecureRandom());
        assertEquals(RecoveryCodes.COUNT, new HashSet<>(codes).size());
        for (String code : codes) {
            assertTrue(code.matches("([0-9A-Z]{4}-){3}[0-9A-Z]{4}"), code);
            Optional<String> hash = RecoveryCodes.hash(code);
            assertTrue(hash.isPresent());
            assertEquals(
                    hash,
                    RecoveryCodes.hash(" "
                            + code.toLowerCase(Locale.ROOT)
                                    .replace("-", "")
                                    .replace('0', 'o')
                                    .replace('1', 'l')));
        }
        assertEquals(Optional.empty(), RecoveryCodes.hash("9KX4-7TQ2-M0BC-PZ5"));
        assertEquals(Optional.empty(), RecoveryCodes.hash("9KX4-7TQ2-M0BC-PZ5U"));
        assertEquals(Optional.empty(), RecoveryCodes.hash("123456"));
    }
}

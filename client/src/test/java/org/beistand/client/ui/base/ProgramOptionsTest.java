package org.beistand.client.ui.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.beistand.protocol.value.Language;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The command line says where the package is, and nothing about servers. */
final class ProgramOptionsTest {
    private static ProgramOptions parse(String... arguments) {
        return ProgramOptions.parse(List.of(arguments), Path.of("usual"));
    }

    @Test
    void nothingSaidMeansTheUsualFolder() {
        assertEquals(new ProgramOptions(Path.of("usual"), Optional.empty()), parse());
    }

    @Test
    void folderAndLanguageCanBeSaid() {
        assertEquals(
                new ProgramOptions(Path.of("there"), Optional.of(Language.GERMAN)),
                parse("--package", "there", "--language", "de"));
    }

    @Test
    void thePersonsWordCountsBeforeTheInstallationsAndThatBeforeTheSystems() {
        Optional<Language> installed = Optional.of(Language.JAPANESE);
        assertEquals(Language.GERMAN, parse("--language", "de").language(installed, Locale.ENGLISH));
        assertEquals(Language.JAPANESE, parse().language(installed, Locale.ENGLISH));
        assertEquals(Language.GERMAN, parse().language(Optional.empty(), Locale.GERMANY));
        assertEquals(Language.ENGLISH, parse().language(Optional.empty(), Locale.ITALY));
    }

    @Test
    void whatIsNotUnderstoodIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> parse("--language", "xx"));
        assertThrows(IllegalArgumentException.class, () -> parse("--package"));
    }

    @Test
    @Tag("001-95")
    void aServerCannotBeNamed() {
        assertThrows(IllegalArgumentException.class, () -> parse("--operator", "elsewhere.example"));
    }
}

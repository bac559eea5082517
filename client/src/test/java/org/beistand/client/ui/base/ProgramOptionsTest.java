package org.beistand.client.ui.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.beistand.protocol.value.Language;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The command line says where the package is, and nothing about servers. */
final class ProgramOptionsTest {
    private static ProgramOptions parse(String... arguments) {
        return ProgramOptions.parse(List.of(arguments), Path.of("usual"), Locale.JAPAN);
    }

    @Test
    void nothingSaidMeansTheUsualFolderAndTheSystemsLanguage() {
        assertEquals(new ProgramOptions(Path.of("usual"), Language.JAPANESE), parse());
    }

    @Test
    void folderAndLanguageCanBeSaid() {
        assertEquals(
                new ProgramOptions(Path.of("there"), Language.GERMAN), parse("--package", "there", "--language", "de"));
    }

    @Test
    @Tag("001-95")
    void aServerCannotBeNamed() {
        assertThrows(IllegalArgumentException.class, () -> parse("--operator", "elsewhere.example"));
        assertThrows(IllegalArgumentException.class, () -> parse("--package"));
    }
}

package org.beistand.client.ui.base;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.beistand.protocol.value.Language;

/**
 * What both programs understand on their command lines. There is none for a server: its address stands in the package only.
 *
 * @param folder the client package, with {@code beistand.json}, {@code anchors.pem} and the key
 * @param language of the windows, if one was said
 */
public record ProgramOptions(Path folder, Optional<Language> language) { // 001-95
    public static final String USAGE = "usage: [--package DIR] [--language en|de|ja]";

    /** @throws IllegalArgumentException with one sentence, if the arguments are not understood */
    public static ProgramOptions parse(List<String> arguments, Path usualFolder) {
        Path folder = usualFolder;
        Optional<Language> language = Optional.empty();
        for (int i = 0; i < arguments.size(); i += 2) {
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException(USAGE);
            }
            String value = arguments.get(i + 1);
            switch (arguments.get(i)) {
                case "--package" -> folder = Path.of(value);
                case "--language" -> language = Optional.of(known(value));
                default -> throw new IllegalArgumentException(USAGE);
            }
        }
        return new ProgramOptions(folder, language);
    }

    private static Language known(String tag) {
        return Arrays.stream(Language.values())
                .filter(one -> one.locale().getLanguage().equals(tag))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(USAGE));
    }

    /** What was said here, else what the installation said, else the system's. */
    public Language language(Optional<Language> installed, Locale system) {
        return language.or(() -> installed).orElseGet(() -> Language.of(system));
    }
}

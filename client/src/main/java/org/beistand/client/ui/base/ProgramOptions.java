package org.beistand.client.ui.base;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.beistand.protocol.value.Language;

/**
 * What both programs understand on their command lines. There is none for a server: its address stands in the package only.
 *
 * @param folder the client package, with {@code beistand.json}, {@code anchors.pem} and the key
 * @param language of the first window
 */
public record ProgramOptions(Path folder, Language language) { // 001-95
    /** @throws IllegalArgumentException with one sentence, if the arguments are not understood */
    public static ProgramOptions parse(List<String> arguments, Path usualFolder, Locale system) {
        Path folder = usualFolder;
        Language language = Language.of(system);
        for (int i = 0; i < arguments.size(); i += 2) {
            String option = arguments.get(i);
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException("usage: [--package DIR] [--language en|de|ja]");
            }
            String value = arguments.get(i + 1);
            switch (option) {
                case "--package" -> folder = Path.of(value);
                case "--language" -> language = Language.of(Locale.forLanguageTag(value));
                default -> throw new IllegalArgumentException("usage: [--package DIR] [--language en|de|ja]");
            }
        }
        return new ProgramOptions(folder, language);
    }
}

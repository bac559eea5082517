package org.beistand.operator.command;

import java.util.Locale;
import org.beistand.protocol.value.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The language in which a command answers. */
final class SpokenLanguage {
    @Option(
            names = "--language",
            paramLabel = "en|de|ja",
            description = "Language of what is printed; otherwise that of the system.")
    private @Nullable String tag;

    Language language() {
        return Language.of(tag == null ? Locale.getDefault() : Locale.forLanguageTag(tag));
    }
}

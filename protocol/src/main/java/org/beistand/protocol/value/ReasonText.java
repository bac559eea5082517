package org.beistand.protocol.value;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The one clear sentence that a person reads for a {@link Reason}. */
public final class ReasonText {
    private static final Map<Language, Properties> SENTENCES =
            Arrays.stream(Language.values()).collect(Collectors.toMap(Function.identity(), ReasonText::load));

    private ReasonText() {}

    /**
     * @param place what the sentence speaks of, such as a file or a port, where it has room for one; otherwise left out
     * @return the sentence alone
     */
    public static String sentence(Reason reason, Language language, Object... place) {
        String pattern = Objects.requireNonNull(SENTENCES.get(language)).getProperty(reason.name());
        if (pattern == null) {
            throw new IllegalStateException("no sentence for " + reason);
        }
        // Put in as it is: a port is no number to be grouped, and an apostrophe in a file's name is nothing special.
        return place.length == 0
                ? pattern.replace(": {0}", language == Language.JAPANESE ? "。" : ".")
                : pattern.replace("{0}", String.valueOf(place[0]));
    }

    /** The sentence and the code to read out. */
    public static String withCode(Reason reason, Language language, Object... place) {
        return sentence(reason, language, place) + " (" + reason.phoneCode() + ")";
    }

    private static Properties load(Language language) {
        String file = language == Language.ENGLISH
                ? "reasons.properties"
                : "reasons_" + language.locale().getLanguage() + ".properties";
        Properties sentences = new Properties();
        try (InputStream in = Objects.requireNonNull(ReasonText.class.getResourceAsStream(file));
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            sentences.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sentences;
    }
}

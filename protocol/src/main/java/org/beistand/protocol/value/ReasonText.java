package org.beistand.protocol.value;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** The one clear sentence that a person reads for a {@link Reason}. */
public final class ReasonText {
    private ReasonText() {}

    /**
     * @param place what the sentence speaks of, such as a file or a port, where it has room for one; otherwise left out
     * @return the sentence alone
     */
    public static String sentence(Reason reason, Language language, Object... place) {
        String pattern = ResourceBundle.getBundle(
                        "org.beistand.protocol.value.reasons",
                        language.locale(),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(reason.name());
        return place.length == 0 ? pattern : new MessageFormat(pattern, language.locale()).format(place);
    }

    /** The sentence and the code to read out. */
    public static String withCode(Reason reason, Language language, Object... place) {
        return sentence(reason, language, place) + " (" + reason.phoneCode() + ")";
    }
}

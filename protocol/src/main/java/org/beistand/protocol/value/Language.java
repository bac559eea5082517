package org.beistand.protocol.value;

import java.util.Locale;

/** The languages in which every sentence exists. */
public enum Language {
    ENGLISH(Locale.ENGLISH),
    GERMAN(Locale.GERMAN),
    JAPANESE(Locale.JAPANESE);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** The person's language, or English where we do not speak it. */
    public static Language of(Locale wanted) {
        for (Language one : values()) {
            if (one.locale.getLanguage().equals(wanted.getLanguage())) {
                return one;
            }
        }
        return ENGLISH;
    }
}

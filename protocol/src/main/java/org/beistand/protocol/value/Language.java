package org.beistand.protocol.value;

import java.util.Locale;
import org.beistand.protocol.wire.Codec;
import org.beistand.protocol.wire.Coded;

/** The languages in which every sentence exists. */
public enum Language implements Coded {
    ENGLISH(1, Locale.ENGLISH),
    GERMAN(2, Locale.GERMAN),
    JAPANESE(3, Locale.JAPANESE);

    public static final Codec<Language> CODEC = Codec.coded(Language.class);

    private final int code;
    private final Locale locale;

    Language(int code, Locale locale) {
        this.code = code;
        this.locale = locale;
    }

    @Override
    public int code() {
        return code;
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

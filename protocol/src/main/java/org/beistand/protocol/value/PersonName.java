package org.beistand.protocol.value;

import java.text.Normalizer;
import org.beistand.protocol.wire.Codec;

/**
 * A name that a person typed, in any script: normalised, trimmed, and free of characters that change how other text is shown
 * (controls, line breaks, direction overrides, invisible formatting).
 */
public record PersonName(String value) {
    /** Code points. */
    public static final int LONGEST = 80;

    /** Counted as letters or symbols, and yet nothing is shown: Hangul fillers and the empty braille cell. */
    private static final String BLANK_LETTERS = "\u115F\u1160\u3164\uFFA0\u2800";

    private static final int LONGEST_BYTES = LONGEST * 4;
    public static final Codec<PersonName> CODEC = Codec.text(LONGEST_BYTES).as(PersonName::new, PersonName::value);

    public PersonName {
        if (!(check(value) instanceof Checked.Suitable suitable
                && suitable.text().equals(value))) {
            throw new IllegalArgumentException("not a suitable name");
        }
    }

    /** The result of looking at typed text. */
    public sealed interface Checked {
        /** @param text the cleaned form */
        record Suitable(String text) implements Checked {
            public PersonName name() {
                return new PersonName(text);
            }
        }

        record Unsuitable(Reason reason) implements Checked {}
    }

    /** What a person typed; blanks around it and doubled blanks within are mended, anything else is told to her. */
    public static Checked check(String typed) {
        // Bounded first: normalising 10,000 characters is work for nothing.
        if (typed.length() > LONGEST * 8) {
            return new Checked.Unsuitable(Reason.NAME_TOO_LONG);
        }
        String text = Normalizer.normalize(typed, Normalizer.Form.NFC)
                .replaceAll("[\\p{Zs}\\t]+", " ")
                .strip();
        if (text.codePointCount(0, text.length()) > LONGEST) {
            return new Checked.Unsuitable(Reason.NAME_TOO_LONG);
        }
        if (!isHarmless(text)) {
            return new Checked.Unsuitable(Reason.NAME_UNSUITABLE);
        }
        // Joiners and accents alone would be a person whom nobody sees in the list.
        return text.codePoints().anyMatch(PersonName::visible)
                ? new Checked.Suitable(text)
                : new Checked.Unsuitable(Reason.NAME_MISSING);
    }

    /** Whether no character of a text changes how other text is shown. */
    public static boolean isHarmless(String text) {
        return text.codePoints().allMatch(PersonName::harmless);
    }

    private static boolean harmless(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            // Joiners are needed to write Persian, Hindi and others; every other format character is a trick.
            case Character.FORMAT -> codePoint == 0x200C || codePoint == 0x200D;
            default -> BLANK_LETTERS.indexOf(codePoint) < 0;
        };
    }

    private static boolean visible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.SPACE_SEPARATOR,
                    Character.FORMAT,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK -> false;
            default -> true;
        };
    }

    @Override
    public String toString() {
        return "PersonName[hidden]";
    }
}

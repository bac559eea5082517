package org.beistand.client.files;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A file name that came from somebody else and is harmless on every platform: no folder, no drive, no stream, no device, no
 * character that shows something other than it is.
 */
record SafeName(String value) {
    private static final int LONGEST_BYTES = 200;
    private static final Set<String> DEVICES = Set.of(
            "con", "prn", "aux", "nul", "com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
            "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "conin$", "conout$");

    /** Empty if the name is not safe; a name is never mended, because a mended name is another one. */
    static Optional<SafeName> of(String name) {
        String text = Normalizer.normalize(name, Normalizer.Form.NFC);
        if (text.isBlank()
                || text.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES
                || text.startsWith(".")
                || text.startsWith(" ")
                || text.endsWith(".")
                || text.endsWith(" ")
                || text.codePoints().anyMatch(SafeName::harmful)) {
            return Optional.empty();
        }
        String stem = text.contains(".") ? text.substring(0, text.indexOf('.')) : text;
        // "COM¹" is a device too.
        String device = Normalizer.normalize(stem.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return DEVICES.contains(device) ? Optional.empty() : Optional.of(new SafeName(text));
    }

    private static boolean harmful(int codePoint) {
        if ("/\\:*?\"<>|".indexOf(codePoint) >= 0) {
            return true;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** The same name with a number before its ending, from 2 on. */
    String numbered(int number) {
        if (number < 2) {
            return value;
        }
        int dot = value.lastIndexOf('.');
        return dot <= 0
                ? value + " (" + number + ")"
                : value.substring(0, dot) + " (" + number + ")" + value.substring(dot);
    }
}

package org.beistand.client.ui.files;

import java.text.NumberFormat;
import org.beistand.client.ui.base.Texts;

/** Names and sizes of files, as a person reads them. */
public final class FileWords {
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};
    private static final int STEP = 1000;

    private FileWords() {}

    /** The name without characters that would show it as another one: {@code exe.txt} stays what it is. */
    public static String name(String name) {
        StringBuilder shown = new StringBuilder(name.length());
        name.codePoints().forEach(one -> shown.appendCodePoint(isHarmless(one) ? one : '\uFFFD'));
        return shown.toString();
    }

    private static boolean isHarmless(int codePoint) {
        int type = Character.getType(codePoint);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && type != Character.SURROGATE
                && type != Character.UNASSIGNED;
    }

    /** Rounded to three digits. */
    public static String size(long bytes, Texts texts) {
        double value = bytes;
        int unit = 0;
        while (value >= STEP && unit < UNITS.length - 1) {
            value /= STEP;
            unit++;
        }
        NumberFormat format = NumberFormat.getInstance(texts.language().locale());
        format.setMaximumFractionDigits(unit == 0 || value >= 100 ? 0 : 1);
        return format.format(value) + " " + UNITS[unit];
    }
}

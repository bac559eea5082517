package org.beistand.operator.report;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Rows as RFC 4180 has them, safe to be opened by a spreadsheet. */
final class Csv {
    private Csv() {}

    static String row(Object... cells) {
        return Arrays.stream(cells).map(cell -> cell(cell.toString())).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        // A spreadsheet would take these for the beginning of a formula and carry it out.
        boolean formula = !text.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        boolean quoted = formula
                || safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                || safe.startsWith(" ");
        return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}

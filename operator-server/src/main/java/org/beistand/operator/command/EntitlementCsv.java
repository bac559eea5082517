package org.beistand.operator.command;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.beistand.protocol.operator.EntitlementLine;
import org.beistand.protocol.value.Attested;
import org.beistand.protocol.value.Evidence;
import org.beistand.protocol.value.Reason;

/**
 * Entitlements in a file, as {@code entitlements import} reads and {@code entitlements list --format csv} writes them:
 *
 * <pre>
 * account,evidence,given,expires
 * a.berg,training,2026-01-15,2028-01-14
 * directory:S-1-5-21-1004336348-1177238915-682003330-1105,undertaking,2026-02-01,2027-01-31
 * </pre>
 *
 * UTF-8; nothing is quoted, because none of these can contain a comma. One wrong line refuses the whole file.
 */
final class EntitlementCsv {
    static final String HEADER = "account,evidence,given,expires";
    private static final int LARGEST = 1 << 20;
    private static final int MOST_LINES = 6000;
    private static final int COLUMNS = 4;
    private static final int LONGEST_ACCOUNT = 200;

    private EntitlementCsv() {}

    /** @return the entry of line n + 2 at n */
    static List<EntitlementLine> read(Path file) throws CommandRefused {
        List<String> lines = lines(file);
        if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
            throw unreadable(file, 1, HEADER);
        }
        List<EntitlementLine> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 1; i < lines.size(); i++) {
            EntitlementLine line = parsed(file, i + 1, lines.get(i));
            // Which of the two is meant?
            String both = line.account().toLowerCase(Locale.ROOT) + ","
                    + line.attested().evidence();
            if (!seen.add(both)) {
                throw unreadable(file, i + 1, both.toLowerCase(Locale.ROOT));
            }
            all.add(line);
        }
        return List.copyOf(all);
    }

    static String write(List<EntitlementLine> lines) {
        StringBuilder out = new StringBuilder(HEADER).append("\r\n");
        for (EntitlementLine line : lines) {
            Attested one = line.attested();
            out.append(String.join(
                            ",",
                            line.account(),
                            one.evidence().name().toLowerCase(Locale.ROOT),
                            one.given().toString(),
                            one.expires().toString()))
                    .append("\r\n");
        }
        return out.toString();
    }

    static Optional<Evidence> evidence(String word) {
        for (Evidence one : Evidence.values()) {
            if (one.name().toLowerCase(Locale.ROOT).equals(word)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    static String place(Path file, int line) {
        return file + ":" + line;
    }

    private static List<String> lines(Path file) throws CommandRefused {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                throw new CommandRefused(Reason.FILE_UNREADABLE);
            }
            String text = Files.readString(file);
            // Spreadsheets put a mark in front.
            List<String> lines = text.startsWith("\uFEFF")
                    ? text.substring(1).lines().toList()
                    : text.lines().toList();
            if (lines.size() > MOST_LINES + 1) {
                throw unreadable(file, MOST_LINES + 2, "> " + MOST_LINES);
            }
            return lines;
        } catch (CharacterCodingException e) {
            throw unreadable(file, 1, "UTF-8");
        } catch (IOException e) {
            throw new CommandRefused(Reason.FILE_UNREADABLE);
        }
    }

    private static EntitlementLine parsed(Path file, int number, String text) throws CommandRefused {
        String[] cells = text.split(",", -1);
        if (cells.length != COLUMNS) {
            throw unreadable(file, number, HEADER);
        }
        if (cells[0].isBlank() || cells[0].length() > LONGEST_ACCOUNT / 4 * 3) {
            throw unreadable(file, number, "account");
        }
        Evidence evidence = evidence(cells[1]).orElseThrow(() -> unreadable(file, number, "evidence"));
        LocalDate given = day(file, number, "given", cells[2]);
        LocalDate expires = day(file, number, "expires", cells[3]);
        try {
            return new EntitlementLine(cells[0], new Attested(evidence, given, expires));
        } catch (IllegalArgumentException e) {
            throw unreadable(file, number, "given, expires");
        }
    }

    private static LocalDate day(Path file, int number, String column, String text) throws CommandRefused {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw unreadable(file, number, column);
        }
    }

    private static CommandRefused unreadable(Path file, int line, String what) {
        return new CommandRefused(Reason.LINE_UNREADABLE, place(file, line) + " (" + what + ")");
    }
}

package org.beistand.client.platform.x11;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The names that X has for what is on a key ("keysyms"), and the characters they stand for. */
final class Symbols {
    static final long NONE = 0;
    static final long LEVEL_3_SHIFT = 0xFE03;
    static final long SHIFT = 0xFFE1;
    static final long F11 = 0xFFC8;
    static final long NUM_LOCK = 0xFF7F;
    static final long SCROLL_LOCK = 0xFF14;
    private static final long UNICODE = 0x0100_0000;
    private static final Map<Long, Integer> OLD = read();

    private Symbols() {}

    /** @return the code point, 0 if the symbol is not a character (a dead key is none) */
    static int character(long symbol) {
        if (symbol >= 0x20 && symbol <= 0x7E || symbol >= 0xA0 && symbol <= 0xFF) {
            return (int) symbol;
        }
        if ((symbol & 0xFF00_0000L) == UNICODE) {
            return (int) (symbol - UNICODE);
        }
        return OLD.getOrDefault(symbol, 0);
    }

    static long of(int codePoint) {
        boolean latin = codePoint >= 0x20 && codePoint <= 0x7E || codePoint >= 0xA0 && codePoint <= 0xFF;
        return latin ? codePoint : UNICODE | codePoint;
    }

    private static Map<Long, Integer> read() {
        Map<Long, Integer> characters = new HashMap<>();
        InputStream table = Objects.requireNonNull(Symbols.class.getResourceAsStream("keysyms.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.US_ASCII))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                int gap = line.indexOf(' ');
                characters.put(
                        Long.parseLong(line.substring(0, gap), 16), Integer.parseInt(line.substring(gap + 1), 16));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(characters);
    }
}

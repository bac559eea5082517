package org.beistand.client.platform.x11;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Keycodes that the layout leaves empty, lent to characters that it does not have. The one that was used longest ago goes to
 * the next new character, because a program may look up a key a moment after it was pressed: one key for all would double and
 * lose letters.
 *
 * <p>What was changed stands on the root window before it is changed, so that after a crash the next start can put it back.
 */
final class SpareKeys implements AutoCloseable {
    private static final int PROTECTED_MILLIS = 250;
    private static final int MAPPING_NOTIFY = 34;

    private final XConnection x;
    private final KeyboardLayout layout;
    private final SpareRecord record;
    private final List<Integer> empty = new ArrayList<>();
    /** Character to key, the one used longest ago first. */
    private final Map<Integer, Lent> lent = new LinkedHashMap<>(16, 0.75f, true);

    private record Lent(int keycode, long symbol, long usedNanos) {}

    SpareKeys(XConnection x, KeyboardLayout layout) {
        this.x = x;
        this.layout = layout;
        this.record = SpareRecord.claim(x);
        collect();
    }

    /** @return how many characters can be lent a key at a time */
    int size() {
        return empty.size() + lent.size();
    }

    private void collect() {
        empty.clear();
        findEmpty();
        Set<Integer> all = new HashSet<>(empty);
        lent.values().forEach(key -> all.add(key.keycode()));
        layout.leaveOut(all);
    }

    private void findEmpty() {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment per = call.allocate(JAVA_INT);
            int count = layout.highest() - layout.lowest() + 1;
            long map = XlibKeyboard.getKeyboardMapping(x.display(), (byte) layout.lowest(), count, per);
            if (map == 0) {
                return;
            }
            int columns = per.get(JAVA_INT, 0);
            MemorySegment symbols = MemorySegment.ofAddress(map).reinterpret(8L * columns * count);
            for (int i = 0; i < count; i++) {
                long any = 0;
                for (int column = 0; column < columns; column++) {
                    any |= symbols.get(JAVA_LONG, 8L * (i * columns + column));
                }
                if (any == 0 && layout.modifierOf(layout.lowest() + i) == 0) {
                    empty.add(layout.lowest() + i);
                }
            }
            Xlib.free(map);
        }
    }

    /**
     * @param held keycodes that are down and must keep their meaning
     * @return a key that makes this character with or without Shift, 0 if none is free
     */
    int keyFor(int character, Set<Integer> held) {
        Lent known = lent.get(character);
        if (known == null) {
            int keycode = free(held);
            if (keycode == 0) {
                return 0;
            }
            known = new Lent(keycode, Symbols.of(character), 0);
            lent.put(character, known);
            record.write(lent.values().stream()
                    .flatMap(l -> Stream.of((long) l.keycode(), l.symbol()))
                    .toList());
            map(keycode, known.symbol());
        }
        lent.put(character, new Lent(known.keycode(), known.symbol(), System.nanoTime()));
        return known.keycode();
    }

    private int free(Set<Integer> held) {
        if (!empty.isEmpty()) {
            return empty.removeLast();
        }
        Iterator<Lent> oldest = lent.values().iterator();
        while (oldest.hasNext()) {
            Lent candidate = oldest.next();
            if (!held.contains(candidate.keycode())) {
                oldest.remove();
                letOthersRead(candidate.usedNanos());
                return candidate.keycode();
            }
        }
        return 0;
    }

    /** Only when all keys were used within a moment: gives programs the time to look up the last letter. */
    private void letOthersRead(long usedNanos) {
        long left;
        while ((left = PROTECTED_MILLIS - (System.nanoTime() - usedNanos) / 1_000_000) > 0 && x.usable()) {
            try {
                x.await((int) left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            if (x.nextEvent() instanceof MemorySegment event && event.get(JAVA_INT, 0) == MAPPING_NOTIFY) {
                XlibKeyboard.refreshKeyboardMapping(event);
            }
        }
    }

    private void map(int keycode, long symbol) {
        try (Arena call = Arena.ofConfined()) {
            XlibKeyboard.changeKeyboardMapping(
                    x.display(), keycode, 2, call.allocateFrom(JAVA_LONG, symbol, symbol), 1);
            Xlib.sync(x.display(), 0);
        }
    }

    /** @return whether this change of the map was one of ours */
    boolean isOurs(int firstKeycode, int count) {
        return count == 1 && lent.values().stream().anyMatch(l -> l.keycode() == firstKeycode);
    }

    /** Somebody has loaded another layout: what was lent is gone with the old one. */
    void layoutReplaced() {
        lent.values().removeIf(l -> !record.stillThere(l.keycode(), l.symbol()));
        collect();
    }

    @Override
    public void close() {
        if (x.usable()) {
            record.restore();
        }
    }
}

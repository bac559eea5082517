package org.beistand.client.platform.x11;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * Which keycodes we have given a meaning, written on the root window where it outlives us. Each running program has a record of
 * its own; that its writer lives is known from a selection, which the server takes away from whoever dies.
 */
final class SpareRecord {
    private static final String NAME = "_BEISTAND_SPARE_KEYS_";
    private static final int RECORDS = 8;
    private static final int MOST = 512;

    private final XConnection x;
    private final long name;

    private SpareRecord(XConnection x, long name) {
        this.x = x;
        this.name = name;
    }

    /** Puts back what dead writers have left, and takes a record of our own. */
    static SpareRecord claim(XConnection x) {
        long window = XlibWindows.createSimpleWindow(x.display(), x.root(), -1, -1, 1, 1, 0, 0, 0);
        SpareRecord own = null;
        Xlib.grabServer(x.display()); // two programs that start together
        for (int i = 0; i < RECORDS; i++) {
            var record = new SpareRecord(x, x.atom(NAME + i));
            if (XlibWindows.getSelectionOwner(x.display(), record.name) == 0) {
                record.restore();
                if (own == null) {
                    own = record;
                    XlibWindows.setSelectionOwner(x.display(), record.name, window, 0);
                }
            }
        }
        Xlib.ungrabServer(x.display());
        Xlib.sync(x.display(), 0);
        return own != null ? own : new SpareRecord(x, x.atom(NAME + RECORDS));
    }

    /** @param entries keycode and symbol in turn */
    void write(List<Long> entries) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment values = call.allocateFrom(
                    JAVA_LONG, entries.stream().mapToLong(Long::longValue).toArray());
            XlibWindows.changeProperty(
                    x.display(), x.root(), name, Properties.CARDINAL, 32, Properties.REPLACE, values, entries.size());
        }
    }

    /** Empties the keycodes of the record if they still mean what was written, and then the record. */
    void restore() {
        long[] entries = Properties.longs(x, x.root(), name, MOST);
        for (int i = 0; i + 1 < entries.length; i += 2) {
            int keycode = (int) entries[i];
            if (keycode >= 8 && keycode <= 255 && stillThere(keycode, entries[i + 1])) {
                empty(keycode);
            }
        }
        if (entries.length > 0) {
            XlibWindows.deleteProperty(x.display(), x.root(), name);
            Xlib.sync(x.display(), 0);
        }
    }

    private void empty(int keycode) {
        try (Arena call = Arena.ofConfined()) {
            XlibKeyboard.changeKeyboardMapping(x.display(), keycode, 1, call.allocateFrom(JAVA_LONG, Symbols.NONE), 1);
        }
    }

    boolean stillThere(int keycode, long symbol) {
        MemorySegment per = x.scratch();
        long map = XlibKeyboard.getKeyboardMapping(x.display(), (byte) keycode, 1, per);
        if (map == 0) {
            return false;
        }
        boolean there = per.get(JAVA_INT, 0) > 0
                && MemorySegment.ofAddress(map).reinterpret(8).get(JAVA_LONG, 0) == symbol;
        Xlib.free(map);
        return there;
    }
}

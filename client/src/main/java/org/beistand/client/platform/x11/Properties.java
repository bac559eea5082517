package org.beistand.client.platform.x11;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.util.Optional;

/** Reading what programs have written on their windows. Whoever wrote it, no more is read than was asked for. */
final class Properties {
    static final long STRING = 31;
    static final long CARDINAL = 6;
    static final long ATOM = 4;
    static final int REPLACE = 0;
    private static final long ANY_TYPE = 0;

    private Properties() {}

    /**
     * @param type what it is, an atom
     * @param format bits of an item: 8, 16 or 32
     * @param bytes the items; those of 32 bits take eight bytes each
     * @param more bytes that were not read
     */
    record Property(long type, int format, byte[] bytes, long more) {}

    /** @param most bytes as they travel, at which reading stops */
    static Optional<Property> read(XConnection x, long window, long name, int most, boolean delete) {
        MemorySegment results = x.scratch(); // type, format, items, bytes after, value
        results.asSlice(0, 40).fill((byte) 0);
        int failure = XlibWindows.getWindowProperty(
                x.display(),
                window,
                name,
                0,
                most / 4,
                delete ? 1 : 0,
                ANY_TYPE,
                results,
                results.asSlice(8),
                results.asSlice(16),
                results.asSlice(24),
                results.asSlice(32));
        long type = results.get(JAVA_LONG, 0);
        long value = results.get(JAVA_LONG, 32);
        if (failure != 0 || value == 0) {
            return Optional.empty();
        }
        int format = results.get(JAVA_INT, 8);
        long items = results.get(JAVA_LONG, 16);
        long more = results.get(JAVA_LONG, 24);
        long size = format == 32 ? 8 * items : items * format / 8;
        byte[] bytes = MemorySegment.ofAddress(value).reinterpret(size).toArray(JAVA_BYTE);
        Xlib.free(value);
        return type == 0 ? Optional.empty() : Optional.of(new Property(type, format, bytes, more));
    }

    /** @return numbers of 32 bits; empty if there are none */
    static long[] longs(XConnection x, long window, long name, int most) {
        return read(x, window, name, 4 * most, false)
                .filter(property -> property.format() == 32)
                .map(property -> MemorySegment.ofArray(property.bytes()).toArray(JAVA_LONG_UNALIGNED))
                .orElseGet(() -> new long[0]);
    }
}

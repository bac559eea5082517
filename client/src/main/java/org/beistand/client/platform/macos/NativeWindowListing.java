package org.beistand.client.platform.macos;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.beistand.client.platform.macos.Geometry.Part;

/** {@code CGWindowListCopyWindowInfo}, and who has the keyboard by the interface for accessibility. */
final class NativeWindowListing implements WindowListing {
    private static final int ON_SCREEN_ONLY = 1; // CGWindow.h
    private static final int NO_WINDOW = 0;
    private static final int UTF_8 = 0x08000100; // CFString.h
    private static final long NUMBER_LONG = 4; // CFNumber.h, kCFNumberSInt64Type
    private static final long NUMBER_DOUBLE = 6; // kCFNumberFloat64Type
    private static final int LONGEST = 1024;
    private static final String FOCUSED_APPLICATION = "AXFocusedApplication"; // AXAttributeConstants.h

    @Override
    public List<Seen> seen() {
        List<Seen> windows = new ArrayList<>();
        MemorySegment list = CoreGraphics.windows(ON_SCREEN_ONLY, NO_WINDOW);
        if (list.address() == 0) {
            return windows;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment room = arena.allocate(LONGEST, 8);
            long count = CoreFoundation.count(list);
            for (long i = 0; i < count; i++) {
                describe(CoreFoundation.at(list, i), room).ifPresent(windows::add);
            }
        } finally {
            CoreFoundation.release(list);
        }
        return windows;
    }

    private static Optional<Seen> describe(MemorySegment facts, MemorySegment room) {
        MemorySegment bounds = CoreFoundation.value(facts, CoreGraphics.WINDOW_BOUNDS);
        if (bounds.address() == 0 || !CoreGraphics.rectangle(bounds, room)) {
            return Optional.empty();
        }
        Part part = Part.of(room);
        return Optional.of(new Seen(
                number(facts, CoreGraphics.WINDOW_NUMBER, room),
                number(facts, CoreGraphics.WINDOW_OWNER_PID, room),
                text(facts, CoreGraphics.WINDOW_OWNER_NAME, room),
                text(facts, CoreGraphics.WINDOW_NAME, room),
                part,
                (int) number(facts, CoreGraphics.WINDOW_LAYER, room),
                opacity(facts, room)));
    }

    private static long number(MemorySegment facts, MemorySegment key, MemorySegment room) {
        MemorySegment value = CoreFoundation.value(facts, key);
        boolean known = value.address() != 0 && CoreFoundation.number(value, NUMBER_LONG, room);
        return known ? room.get(JAVA_LONG, 0) : 0;
    }

    private static double opacity(MemorySegment facts, MemorySegment room) {
        MemorySegment value = CoreFoundation.value(facts, CoreGraphics.WINDOW_ALPHA);
        boolean known = value.address() != 0 && CoreFoundation.number(value, NUMBER_DOUBLE, room);
        return known ? room.get(JAVA_DOUBLE, 0) : 1;
    }

    /** Titles are not told to programs that may not see the screen. */
    private static String text(MemorySegment facts, MemorySegment key, MemorySegment room) {
        MemorySegment value = CoreFoundation.value(facts, key);
        boolean known = value.address() != 0 && CoreFoundation.text(value, room, LONGEST, UTF_8);
        return known ? room.getString(0) : "";
    }

    @Override
    public long focusedProcess() {
        MemorySegment everything = Accessibility.systemWide();
        if (everything.address() == 0) {
            return 0;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name =
                    CoreFoundation.string(MemorySegment.NULL, arena.allocateFrom(FOCUSED_APPLICATION), UTF_8);
            MemorySegment found = arena.allocate(ADDRESS);
            int failed = Accessibility.attribute(everything, name, found);
            CoreFoundation.release(name);
            return failed == 0 ? process(found.get(ADDRESS, 0), arena) : 0;
        } finally {
            CoreFoundation.release(everything);
        }
    }

    private static long process(MemorySegment application, Arena arena) {
        MemorySegment process = arena.allocate(JAVA_INT);
        int failed = Accessibility.process(application, process);
        CoreFoundation.release(application);
        return failed == 0 ? process.get(JAVA_INT, 0) : 0;
    }

    @Override
    public DisplayMap displays() {
        return NativeDisplays.map();
    }
}

package org.beistand.client.platform.windows;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.util.List;
import org.beistand.client.platform.foreign.CStruct;

/** Events as the array of {@code INPUT} that {@code SendInput} takes. */
final class InputRecords {
    static final int SIZE = (int) Structs.INPUT.byteSize();
    private static final int INPUT_MOUSE = 0;
    private static final int INPUT_KEYBOARD = 1;

    private static final long TYPE = CStruct.offset(Structs.INPUT, "type");
    private static final long DX = CStruct.offset(Structs.INPUT, "one", "mi", "dx");
    private static final long DY = CStruct.offset(Structs.INPUT, "one", "mi", "dy");
    private static final long MOUSE_DATA = CStruct.offset(Structs.INPUT, "one", "mi", "mouseData");
    private static final long MOUSE_FLAGS = CStruct.offset(Structs.INPUT, "one", "mi", "dwFlags");
    private static final long VIRTUAL_KEY = CStruct.offset(Structs.INPUT, "one", "ki", "wVk");
    private static final long SCAN = CStruct.offset(Structs.INPUT, "one", "ki", "wScan");
    private static final long KEY_FLAGS = CStruct.offset(Structs.INPUT, "one", "ki", "dwFlags");

    private InputRecords() {}

    static MemorySegment of(List<InputEvent> events, SegmentAllocator memory) {
        MemorySegment records = memory.allocate(Structs.INPUT, events.size());
        for (int i = 0; i < events.size(); i++) {
            MemorySegment record = records.asSlice((long) i * SIZE, SIZE);
            switch (events.get(i)) {
                case InputEvent.Mouse mouse -> {
                    record.set(JAVA_INT, TYPE, INPUT_MOUSE);
                    record.set(JAVA_INT, DX, mouse.x());
                    record.set(JAVA_INT, DY, mouse.y());
                    record.set(JAVA_INT, MOUSE_DATA, mouse.data());
                    record.set(JAVA_INT, MOUSE_FLAGS, mouse.flags());
                }
                case InputEvent.Key key -> {
                    record.set(JAVA_INT, TYPE, INPUT_KEYBOARD);
                    record.set(JAVA_SHORT, VIRTUAL_KEY, (short) key.virtualKey());
                    record.set(JAVA_SHORT, SCAN, (short) key.scan());
                    record.set(JAVA_INT, KEY_FLAGS, key.flags());
                }
            }
        }
        return records;
    }
}

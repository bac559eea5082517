package org.beistand.client.platform.macos;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/** The real mouse and keyboard. */
final class NativePosting implements Posting {
    // CGEventTypes.h, CGEventSource.h
    private static final int HID_EVENT_TAP = 0;
    private static final int SCROLL_UNIT_LINE = 1;
    private static final int MOUSE_EVENT_CLICK_STATE = 1;
    private static final int KEYBOARD_EVENT_AUTOREPEAT = 8;
    private static final int TWO_WHEELS = 2;

    @Override
    public void post(PostedEvent event) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment made = made(event, arena);
            if (made.address() == 0) {
                return;
            }
            CoreGraphics.setFlags(made, event.flags());
            CoreGraphics.post(HID_EVENT_TAP, made);
            CoreFoundation.release(made);
        }
    }

    private static MemorySegment made(PostedEvent event, Arena arena) {
        return switch (event) {
            case PostedEvent.Mouse mouse -> {
                MemorySegment made = CoreGraphics.mouseEvent(
                        MemorySegment.NULL, mouse.kind(), mouse.spot().in(arena), mouse.button());
                if (made.address() != 0 && mouse.clicks() > 0) {
                    CoreGraphics.setField(made, MOUSE_EVENT_CLICK_STATE, mouse.clicks());
                }
                yield made;
            }
            case PostedEvent.Wheel wheel ->
                CoreGraphics.wheelEvent(
                        MemorySegment.NULL, SCROLL_UNIT_LINE, TWO_WHEELS, wheel.vertical(), wheel.horizontal(), 0);
            case PostedEvent.Key key -> {
                MemorySegment made = CoreGraphics.keyEvent(MemorySegment.NULL, (short) key.code(), key.down());
                if (made.address() != 0 && !key.text().isEmpty()) {
                    MemorySegment units = arena.allocateFrom(key.text(), StandardCharsets.UTF_16LE);
                    CoreGraphics.setText(made, key.text().length(), units);
                }
                if (made.address() != 0 && key.repeated()) {
                    CoreGraphics.setField(made, KEYBOARD_EVENT_AUTOREPEAT, 1);
                }
                yield made;
            }
        };
    }

    @Override
    public DisplayMap displays() {
        return NativeDisplays.map();
    }

    @Override
    public boolean isSecurityKeyDeaf() {
        return Carbon.isSecureInput();
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }
}

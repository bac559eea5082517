package org.beistand.client.platform.windows;

import java.lang.foreign.Arena;
import java.util.List;
import org.beistand.client.desktop.Area;

/** The real mouse and keyboard. */
final class NativeInjection implements Injection {
    // winuser.h
    private static final int SM_SWAPBUTTON = 23;
    private static final int SM_XVIRTUALSCREEN = 76;
    private static final int SM_YVIRTUALSCREEN = 77;
    private static final int SM_CXVIRTUALSCREEN = 78;
    private static final int SM_CYVIRTUALSCREEN = 79;

    @Override
    public void send(List<InputEvent> events) {
        try (Arena arena = Arena.ofConfined();
                Dpi unused = Dpi.pixels()) {
            User32.sendInput(events.size(), InputRecords.of(events, arena), InputRecords.SIZE);
        }
    }

    @Override
    public Area virtualScreen() {
        return wholeScreen();
    }

    static Area wholeScreen() {
        try (Dpi unused = Dpi.pixels()) {
            return new Area(
                    User32.systemMetrics(SM_XVIRTUALSCREEN),
                    User32.systemMetrics(SM_YVIRTUALSCREEN),
                    Math.max(0, User32.systemMetrics(SM_CXVIRTUALSCREEN)),
                    Math.max(0, User32.systemMetrics(SM_CYVIRTUALSCREEN)));
        }
    }

    @Override
    public boolean buttonsAreSwapped() {
        return User32.systemMetrics(SM_SWAPBUTTON) != 0;
    }
}

package org.beistand.client.platform.windows;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.beistand.client.platform.foreign.CStruct;

/** The monitors that {@code EnumDisplayMonitors} tells. */
final class NativeMonitors implements MonitorTable {
    private static final int MONITORINFOF_PRIMARY = 1; // winuser.h
    private static final int MDT_EFFECTIVE_DPI = 0; // shellscalingapi.h
    private static final int LONGEST_NAME = 32;
    private static final long PLACE = CStruct.offset(Structs.MONITORINFOEXW, "rcMonitor");
    private static final long FLAGS = CStruct.offset(Structs.MONITORINFOEXW, "dwFlags");
    private static final long DEVICE = CStruct.offset(Structs.MONITORINFOEXW, "szDevice");

    @Override
    public List<Found> found() {
        List<Long> handles = new ArrayList<>();
        List<Found> monitors = new ArrayList<>();
        try (Arena arena = Arena.ofConfined();
                Dpi unused = Dpi.pixels()) {
            User32.enumerateMonitors(0, MemorySegment.NULL, Collected.ofMonitors(handles, arena), 0);
            MemorySegment facts = arena.allocate(Structs.MONITORINFOEXW);
            MemorySegment dots = arena.allocate(JAVA_INT, 2);
            for (long handle : handles) {
                facts.set(JAVA_INT, 0, (int) Structs.MONITORINFOEXW.byteSize());
                if (User32.monitor(handle, facts) != 0) {
                    boolean known = Shcore.dotsPerInch(handle, MDT_EFFECTIVE_DPI, dots, dots.asSlice(4)) >= 0;
                    String device = NativeWindowTable.text(facts.asSlice(DEVICE), LONGEST_NAME);
                    int end = device.indexOf('\0');
                    monitors.add(new Found(
                            end < 0 ? device : device.substring(0, end),
                            Rectangles.at(facts, PLACE),
                            (facts.get(JAVA_INT, FLAGS) & MONITORINFOF_PRIMARY) != 0,
                            known ? dots.get(JAVA_INT, 0) : 0));
                }
            }
        }
        return monitors;
    }
}

package org.beistand.client.platform.windows;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Windows.DesktopWindow;
import org.beistand.client.desktop.Windows.Use;
import org.junit.jupiter.api.Test;

class TopLevelWindowsTest {
    private static final long OWN = 42;
    private static final Area OUTER = new Area(93, 100, 214, 107);
    private static final Area FRAME = new Area(100, 100, 200, 100);

    /** The highest first. */
    private final Map<Long, WindowTable.Facts> there = new LinkedHashMap<>();

    private final List<Long> asked = new ArrayList<>();
    private long foreground;

    private final TopLevelWindows windows = new TopLevelWindows(
            new WindowTable() {
                @Override
                public List<Long> handles() {
                    return List.copyOf(there.keySet());
                }

                @Override
                public Facts facts(long window) {
                    return there.get(window);
                }

                @Override
                public long foreground() {
                    return foreground;
                }

                @Override
                public Area virtualScreen() {
                    return new Area(-1000, 0, 2000, 1000);
                }
            },
            OWN,
            process -> {
                asked.add(process);
                return process == 7 ? "notepad" : "";
            });

    private static WindowTable.Facts facts(String title, long process) {
        return facts(title, "Window", process);
    }

    private static WindowTable.Facts facts(String title, String kind, long process) {
        return new WindowTable.Facts(true, false, false, false, false, OUTER, FRAME, title, kind, process, 0, 96);
    }

    private static WindowTable.Facts unseen(
            String title, boolean visible, boolean minimized, boolean cloaked, Area outer) {
        return new WindowTable.Facts(visible, minimized, cloaked, false, false, outer, FRAME, title, "", 7, 0, 96);
    }

    private List<String> titles() {
        return windows.stacked().stream().map(DesktopWindow::title).toList();
    }

    @Test
    void areToldFromTheLowestInThePicturesCoordinates() {
        there.put(3L, facts("upper", 7));
        there.put(2L, facts("lower", 0));
        Area area = new Area(1100, 100, 200, 100);
        Area reach = new Area(1093, 100, 214, 107);
        List<Area> opaque = List.of(new Area(1109, 100, 182, 100), new Area(1100, 109, 200, 82));
        assertEquals(
                List.of(
                        new DesktopWindow(2, "lower", "", -1, area, reach, opaque, Use.PROGRAM, 0, false, false),
                        new DesktopWindow(3, "upper", "notepad", 7, area, reach, opaque, Use.PROGRAM, 0, false, false)),
                windows.stacked());
    }

    @Test
    void ourOwnCountWithTheEdgeThatCanBeClicked() {
        there.put(1L, facts("ours", OWN));
        assertEquals(new Area(1093, 100, 214, 107), windows.stacked().getFirst().area());
    }

    @Test
    void whatIsNotSeenIsNotThere() {
        there.put(1L, unseen("invisible", false, false, false, OUTER));
        there.put(2L, unseen("minimized", true, true, false, OUTER));
        there.put(3L, unseen("cloaked", true, false, true, OUTER));
        there.put(5L, unseen("empty", true, false, false, new Area(0, 0, 0, 9)));
        there.put(6L, facts("seen", 7));
        assertEquals(List.of("seen"), titles());
    }

    @Test
    void whatShinesThroughCoversNothing() {
        there.put(1L, new WindowTable.Facts(true, false, false, true, true, OUTER, FRAME, "glass", "", 7, 6, 96));
        there.put(2L, new WindowTable.Facts(true, false, false, false, true, OUTER, FRAME, "fading", "", 7, 0, 96));
        DesktopWindow fading = windows.stacked().getFirst();
        DesktopWindow glass = windows.stacked().getLast();
        assertEquals(List.of(), fading.opaque());
        assertEquals(List.of(), glass.opaque());
        assertFalse(fading.untouchable());
        assertTrue(glass.untouchable());
        assertEquals(6, glass.owner());
    }

    @Test
    void cornersAreRoundedAtEveryScaleAndSmallWindowsCoverNothing() {
        assertEquals(
                List.of(new Area(17, 0, 66, 80), new Area(0, 17, 100, 46)),
                TopLevelWindows.withoutCorners(new Area(0, 0, 100, 80), 192));
        assertEquals(List.of(), TopLevelWindows.withoutCorners(new Area(0, 0, 100, 18), 96));
    }

    @Test
    void theirClassesTellWhatTheyAreFor() {
        there.put(1L, facts("tip", "tooltips_class32", 7));
        there.put(2L, facts("bar", "Shell_TrayWnd", 7));
        there.put(3L, facts("second bar", "Shell_SecondaryTrayWnd", 7));
        there.put(4L, facts("folder", "CabinetWClass", 7));
        there.put(5L, facts("icons", "WorkerW", 7));
        there.put(6L, facts("desktop", "Progman", 7));
        assertEquals(
                List.of(Use.BACKGROUND, Use.BACKGROUND, Use.PROGRAM, Use.TASKBAR, Use.TASKBAR, Use.PROGRAM),
                windows.stacked().stream().map(DesktopWindow::use).toList());
        assertEquals(
                List.of("tip"),
                windows.stacked().stream()
                        .filter(DesktopWindow::menu)
                        .map(DesktopWindow::title)
                        .toList());
    }

    @Test
    void anyChangeIsAnotherMoment() {
        there.put(1L, facts("one", 7));
        long moment = windows.stacking().orElseThrow().moment();
        assertEquals(moment, windows.stacking().orElseThrow().moment());
        there.put(1L, facts("renamed", 7));
        assertNotEquals(moment, windows.stacking().orElseThrow().moment());
        assertEquals(Optional.empty(), windows.touchedSince(moment));
        windows.close();
        assertEquals(Optional.empty(), windows.stacking());
    }

    @Test
    void aProgramsNameIsAskedForOnce() {
        there.put(1L, facts("one", 7));
        there.put(2L, facts("two", 7));
        titles();
        titles();
        assertEquals(List.of(7L), asked);
    }

    @Test
    void theFocusedOneIsTheOneInFront() {
        assertEquals(Optional.empty(), windows.focused());
        there.put(1L, facts("front", OWN));
        foreground = 1;
        assertEquals(OWN, windows.focused().orElseThrow().process());
        windows.close();
        assertEquals(Optional.empty(), windows.focused());
        assertEquals(List.of(), windows.stacked());
    }

    @Test
    void theFunctionsThatWindowsCallsWriteDownWhatTheyAreGiven() throws Throwable {
        List<Long> found = new ArrayList<>();
        try (Arena arena = Arena.ofConfined()) {
            Linker linker = Linker.nativeLinker();
            int goOn = (int) linker.downcallHandle(
                            Collected.ofWindows(found, arena), FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG))
                    .invokeExact(0x10_0000_0001L, 0L);
            goOn += (int) linker.downcallHandle(
                            Collected.ofMonitors(found, arena),
                            FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG, ADDRESS, JAVA_LONG))
                    .invokeExact(5L, 0L, MemorySegment.NULL, 0L);
            assertEquals(2, goOn);
        }
        assertEquals(List.of(0x10_0000_0001L, 5L), found);
    }

    @Test
    void programsAreCalledWithoutTheirEnding() {
        assertEquals("notepad", WindowsDesktop.withoutEnding("notepad.EXE"));
        assertEquals("a.exe.b", WindowsDesktop.withoutEnding("a.exe.b"));
        assertEquals("C:\\Windows\\System32\\dxgi.dll", System32.path(null, "dxgi"));
    }
}

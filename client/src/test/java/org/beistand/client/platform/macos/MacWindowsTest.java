package org.beistand.client.platform.macos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Windows.DesktopWindow;
import org.beistand.client.desktop.Windows.Use;
import org.beistand.client.platform.macos.DisplayMap.Display;
import org.beistand.client.platform.macos.Geometry.Part;
import org.beistand.client.platform.macos.WindowListing.Seen;
import org.junit.jupiter.api.Test;

class MacWindowsTest {
    private static final Part PART = new Part(100, 100, 300, 200);

    /** The highest first. */
    private final List<Seen> seen = new ArrayList<>();

    private long focused;

    private final MacWindows windows = new MacWindows(new WindowListing() {
        @Override
        public List<Seen> seen() {
            return List.copyOf(seen);
        }

        @Override
        public long focusedProcess() {
            return focused;
        }

        @Override
        public DisplayMap displays() {
            return DisplayMap.of(List.of(new Display(1, new Part(0, 0, 1440, 900), 2, true)));
        }
    });

    private void lower(String title, long process, int layer) {
        seen.add(new Seen(seen.size() + 1, process, "Program", title, PART, layer, 1));
    }

    @Test
    void areToldFromTheLowestInPixels() {
        lower("upper", 7, 0);
        lower("lower", 8, 0);
        Area area = new Area(200, 200, 600, 400);
        DesktopWindow lowest = windows.stacked().getFirst();
        assertEquals("lower", lowest.title());
        assertEquals(8, lowest.process());
        assertEquals(area, lowest.area());
        assertEquals(
                List.of(new Area(256, 200, 488, 400), new Area(200, 256, 600, 288)),
                lowest.opaque(),
                "without the corners");
    }

    @Test
    void layersTellWhatTheyAreFor() {
        lower("menu", 7, 101);
        lower("menu bar", 9, 24);
        lower("dock", 9, 20);
        lower("panel", 7, 3);
        lower("window", 7, 0);
        lower("icons", 9, Integer.MIN_VALUE + 45);
        lower("picture", 9, Integer.MIN_VALUE + 25);
        assertEquals(
                List.of(
                        Use.BACKGROUND,
                        Use.BACKGROUND,
                        Use.PROGRAM,
                        Use.PROGRAM,
                        Use.TASKBAR,
                        Use.TASKBAR,
                        Use.PROGRAM),
                windows.stacked().stream().map(DesktopWindow::use).toList());
        assertTrue(windows.stacked().getLast().menu());
        assertFalse(windows.stacked().get(2).menu());
    }

    @Test
    void whatLiesOverAWholeDisplayIsInNobodysWay() {
        seen.add(new Seen(1, 9, "Dock", "", new Part(0, 0, 1440, 900), 20, 1));
        seen.add(new Seen(2, 7, "Game", "", new Part(0, 0, 1440, 900), 0, 1));
        assertTrue(windows.stacked().getLast().untouchable());
        assertEquals(List.of(), windows.stacked().getLast().opaque());
        assertFalse(windows.stacked().getFirst().untouchable());
    }

    @Test
    void whatShinesThroughCoversNothingAndWhatIsNotSeenIsNotThere() {
        seen.add(new Seen(1, 7, "", "half", PART, 0, 0.5));
        seen.add(new Seen(2, 7, "", "none", PART, 0, 0));
        seen.add(new Seen(3, 7, "", "elsewhere", new Part(5000, 0, 10, 10), 0, 1));
        assertEquals(
                List.of("half"),
                windows.stacked().stream().map(DesktopWindow::title).toList());
        assertEquals(List.of(), windows.stacked().getFirst().opaque());
    }

    @Test
    void theFocusedOneIsTheHighestOfItsProgram() {
        lower("menu", 7, 101);
        lower("of another", 8, 0);
        lower("front", 7, 0);
        lower("back", 7, 0);
        assertEquals(Optional.empty(), windows.focused());
        focused = 7;
        assertEquals("front", windows.focused().orElseThrow().title());
    }

    @Test
    void anyChangeIsAnotherMoment() {
        lower("one", 7, 0);
        long moment = windows.stacking().orElseThrow().moment();
        assertEquals(moment, windows.stacking().orElseThrow().moment());
        lower("two", 7, 0);
        assertNotEquals(moment, windows.stacking().orElseThrow().moment());
        windows.close();
        assertEquals(Optional.empty(), windows.stacking());
        assertEquals(List.of(), windows.stacked());
    }
}

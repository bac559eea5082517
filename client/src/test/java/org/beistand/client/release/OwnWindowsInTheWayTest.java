package org.beistand.client.release;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.FakeDesktop;
import org.beistand.client.desktop.Windows.DesktopWindow;
import org.beistand.client.desktop.Windows.Use;
import org.junit.jupiter.api.Test;

/** A click meets what it would meet on the real desktop. */
class OwnWindowsInTheWayTest {
    private static final long OWN = 42;
    private static final Area PLACE = new Area(10, 10, 100, 100);

    private final FakeDesktop desktop = new FakeDesktop();
    private final List<DesktopWindow> stack = new ArrayList<>();
    private final OwnWindows own =
            new OwnWindows(new OwnPlaces(List.of(PLACE)), Optional.of(desktop.openWindows()), OWN);

    private void onTop(long process, boolean untouchable) {
        stack.add(new DesktopWindow(
                stack.size() + 1, "", "", process, PLACE, PLACE, List.of(), Use.PROGRAM, 0, false, untouchable));
        desktop.windows = List.copyOf(stack);
    }

    @Test
    void oursBeneathAnotherIsNotMet() {
        onTop(OWN, false);
        assertTrue(own.at(50, 50));
        onTop(7, false);
        assertFalse(own.at(50, 50));
    }

    @Test
    void oursBeneathOneThatClicksPassThroughIsMet() {
        onTop(OWN, false);
        onTop(7, true);
        assertTrue(own.at(50, 50));
        assertFalse(own.at(200, 50));
    }
}

package org.beistand.stories;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.FakeDesktop;
import org.beistand.client.sight.Field;
import org.beistand.house.Eventually;
import org.beistand.house.House;
import org.beistand.house.Pair;
import org.beistand.house.Reports;
import org.beistand.house.SeenScreen;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody clicks at what is no longer there, and the owner sees what others see. */
class StaleClickStoryTest {
    private static final Area DIALOG = new Area(100, 100, 120, 90);

    @TempDir
    Path folder;

    private House house;
    private Pair pair;
    private FakeDesktop desktop;
    private SeenScreen seen;

    @BeforeEach
    void theEngineerSeesAndOperates() throws Exception {
        house = new House(folder);
        pair = Pair.meet(house);
        desktop = pair.customersMachine.desktop();
        seen = new SeenScreen();
        pair.engineer.session.view(pair.anna, Optional.of(seen));
        pair.grant(Permission.VIEW_SCREEN);
        pair.grant(Permission.REMOTE_CONTROL);
        Eventually.so("the picture", () -> seen.equalsScreen(desktop));
    }

    @AfterEach
    void closeTheHouse() {
        house.close();
    }

    @Test
    void aClickAtWhatIsNoLongerThereIsStoppedAndBothReadWhy() throws Exception {
        var before = desktop.sighting(150, 150);
        desktop.paint(DIALOG, 0xF0F0F0);
        var hands = pair.engineer.session.hands(pair.anna);
        hands.button(150, 150, 1, true, before);
        hands.button(150, 150, 1, false, Optional.empty());
        hands.wheel(150, 150, 0, 1, before);
        hands.pointer(10, 10);
        Eventually.so("what came last was done", () -> desktop.done.contains("move 10 10"));
        assertEquals(List.of("button 1 up", "move 10 10"), desktop.done);
        Eventually.so("the place is marked", () -> seen.stops().contains("150 150"));
        Eventually.so("and for a moment on her own screen", () -> desktop.stopMarks.size() >= 2);
        Area mark = around(desktop.stopMarks.getFirst());
        assertTrue(mark.contains(150, 150), mark::toString);
        Area compared = Field.around(150, 150);
        assertTrue(
                desktop.stopMarks.getFirst().stream()
                        .allMatch(strip -> strip.intersect(compared).isEmpty()),
                "what he clicks at next is not disturbed");
        assertEquals(List.of(), desktop.stopMarks.getLast());
        pair.engineer.sees(
                "told", now -> now.notices().stream().anyMatch(notice -> notice.reason() == Reason.PLACE_CHANGED));
        pair.customer.sees(
                "told", now -> now.notices().stream().anyMatch(notice -> notice.reason() == Reason.PLACE_CHANGED));
        pair.engineer.session.leave();
        assertEquals(
                "PLACE_CHANGED",
                Reports.statements(house.report(), "ActionsRefused")
                        .getFirst()
                        .findValue("reason")
                        .asText());
    }

    private static Area around(List<Area> areas) {
        int left = areas.stream().mapToInt(Area::x).min().orElseThrow();
        int top = areas.stream().mapToInt(Area::y).min().orElseThrow();
        int right =
                areas.stream().mapToInt(area -> area.x() + area.width()).max().orElseThrow();
        int bottom =
                areas.stream().mapToInt(area -> area.y() + area.height()).max().orElseThrow();
        return new Area(left, top, right - left, bottom - top);
    }

    @Test
    void aClickAtWhatIsThereIsDone() throws Exception {
        desktop.paint(DIALOG, 0xF0F0F0);
        var hands = pair.engineer.session.hands(pair.anna);
        hands.button(150, 150, 1, true, desktop.sighting(150, 150));
        Eventually.so("pressed", () -> desktop.done.contains("button 1 down"));
    }

    @Test
    @Tag("001-51")
    void theOwnerSeesInTheMirrorWhatLeftForTheViewerAndThePauseToo() throws Exception {
        SeenScreen mirror = new SeenScreen();
        desktop.paint(DIALOG, 0x336699);
        pair.customer.session.mirror(pair.martin, Optional.of(mirror));
        Eventually.so("the mirror shows the screen", () -> mirror.equalsScreen(desktop));
        desktop.paint(new Area(20, 20, 40, 30), 0xABCDEF);
        Eventually.so("the viewer sees the change", () -> seen.equalsScreen(desktop));
        Eventually.so("and the mirror", () -> mirror.equalsScreen(desktop));
        pair.customer.session.pause(true);
        Eventually.so("both stand still", () -> seen.isPaused() && mirror.isPaused());
        int[] still = seen.pixels();
        desktop.paint(new Area(0, 0, 50, 50), 0xFF0000);
        assertArrayEquals(still, mirror.pixels());
        pair.customer.session.pause(false);
        Eventually.so("both go on", () -> seen.equalsScreen(desktop) && mirror.equalsScreen(desktop));
        pair.customer.session.withdraw(pair.martin, Permission.VIEW_SCREEN);
        Eventually.so("both are empty", () -> seen.isEnded() && mirror.isEnded());
    }
}

package org.beistand.client.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Monitor;
import org.beistand.protocol.session.screen.MonitorPlace;
import org.beistand.protocol.session.screen.MonitorsTold;
import org.junit.jupiter.api.Test;

/** Whatever a machine calls its monitors, and whatever somebody says of his: only what can be shown comes through. */
final class MonitorListTest {
    private static final Area PICTURE = new Area(0, 0, 300, 200);

    private static Monitor named(String name) {
        return new Monitor(1, name, PICTURE, true, 100);
    }

    private static MonitorPlace place(int id, int x, int y, int width, int height) {
        return new MonitorPlace(id, "", x, y, width, height, false, 0);
    }

    @Test
    void aMonitorArrivesAsItIs() {
        List<Monitor> monitors =
                List.of(named("HDMI-1"), new Monitor(-5, "Büro", new Area(100, 0, 200, 200), false, 150));
        assertEquals(monitors, MonitorList.within(PICTURE, MonitorList.told(3, monitors)));
    }

    @Test
    void aNameThatPlaysTricksIsLeftOutAndALongOneCut() {
        MonitorsTold told =
                MonitorList.told(3, List.of(named("left\u202Etfel"), named("a\nb"), named("\uD83D\uDDA5".repeat(40))));
        assertEquals(
                List.of("", "", "\uD83D\uDDA5".repeat(MonitorPlace.LONGEST_NAME)),
                told.monitors().stream().map(MonitorPlace::name).toList());
    }

    @Test
    void noMoreAreToldThanAMessageHolds() {
        List<Monitor> wall = IntStream.range(0, 40).mapToObj(one -> named("x")).toList();
        assertEquals(MonitorsTold.MOST, MonitorList.told(3, wall).monitors().size());
    }

    @Test
    void whatLiesOutsideThePictureIsNotThere() {
        MonitorsTold told = new MonitorsTold(
                3, List.of(place(1, 0, 0, 300, 200), place(2, 250, 150, 65535, 65535), place(3, 300, 0, 10, 10)));
        assertEquals(
                List.of(PICTURE, new Area(250, 150, 50, 50)),
                MonitorList.within(PICTURE, told).stream().map(Monitor::area).toList());
    }
}

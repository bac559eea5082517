package org.beistand.stories;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.FakeDesktop;
import org.beistand.client.desktop.Monitor;
import org.beistand.client.desktop.Windows.DesktopWindow;
import org.beistand.client.release.MaskedScreen;
import org.beistand.client.release.Share;
import org.beistand.client.session.SessionView;
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

/** What the engineer sees of the customer's screen, and what he does not. */
class SharedScreenStoryTest {
    @TempDir
    Path folder;

    private House house;

    @BeforeEach
    void openTheHouse() throws Exception {
        house = new House(folder);
    }

    @AfterEach
    void closeTheHouse() {
        house.close();
    }

    @Test
    @Tag("001-12")
    @Tag("001-53")
    void theEngineerSeesTheScreenOnlyAfterTheCustomerAllowedIt() throws Exception {
        Pair pair = Pair.meet(house);
        SeenScreen seen = new SeenScreen();
        pair.engineer.session.view(pair.anna, Optional.of(seen));
        assertEquals(0, pair.customersMachine.desktop().grabs);
        pair.grant(Permission.VIEW_SCREEN);
        Eventually.so("the whole picture", () -> seen.equalsScreen(pair.customersMachine.desktop()));
        pair.customersMachine.desktop().paint(new Area(10, 20, 30, 40), 0xFF0000);
        Eventually.so("what was painted", () -> seen.equalsScreen(pair.customersMachine.desktop()));
        pair.customer.session.withdraw(pair.martin, Permission.VIEW_SCREEN);
        pair.engineer.holdsNot(pair.anna, Permission.VIEW_SCREEN);
        Eventually.so("the viewer is empty", seen::isEnded);
    }

    @Test
    void theEngineerIsToldTheMonitorsAndWhenOneIsPluggedIn() throws Exception {
        Pair pair = Pair.meet(house);
        SeenScreen seen = new SeenScreen();
        pair.engineer.session.view(pair.anna, Optional.of(seen));
        FakeDesktop desktop = pair.customersMachine.desktop();
        pair.grant(Permission.VIEW_SCREEN);
        Eventually.so(
                "the only monitor",
                () -> seen.monitors()
                        .equals(List.of(Monitor.whole(new Area(0, 0, FakeDesktop.WIDTH, FakeDesktop.HEIGHT)))));
        List<Monitor> two = List.of(
                new Monitor(7, "left", new Area(0, 0, 160, FakeDesktop.HEIGHT), true, 100),
                new Monitor(8, "right", new Area(160, 0, 160, FakeDesktop.HEIGHT), false, 200));
        desktop.plugIn(two);
        Eventually.so("both monitors", () -> seen.monitors().equals(two));
    }

    @Test
    @Tag("001-57")
    void aMonitorThatIsShownIsShownWhereItStandsAndBothAreToldWhenItIsGone() throws Exception {
        Pair pair = Pair.meet(house);
        FakeDesktop desktop = pair.customersMachine.desktop();
        Monitor left = new Monitor(7, "left", new Area(0, 0, 160, FakeDesktop.HEIGHT), true, 100);
        Monitor right = new Monitor(8, "right", new Area(160, 0, 160, FakeDesktop.HEIGHT), false, 100);
        Monitor smaller = new Monitor(8, "right", new Area(240, 0, 80, FakeDesktop.HEIGHT), false, 100);
        desktop.plugIn(List.of(left, right));
        desktop.paint(new Area(160, 0, 160, FakeDesktop.HEIGHT), 0x30C040);
        pair.customer.session.share(new Share(new Share.Monitor(right), true, true));
        SeenScreen seen = new SeenScreen();
        pair.engineer.session.view(pair.anna, Optional.of(seen));
        pair.grant(Permission.VIEW_SCREEN);
        pair.grant(Permission.REMOTE_CONTROL);
        Eventually.so("the right monitor", () -> seen.colourAt(170, 10) == 0xFF30C040);
        desktop.plugIn(List.of(left, smaller));
        Eventually.so("what is not on it any more", () -> seen.colourAt(170, 10) == MaskedScreen.HIDDEN);
        Eventually.so("what is still on it", () -> seen.colourAt(250, 10) == 0xFF30C040);
        desktop.plugIn(List.of(left));
        Eventually.so("nothing", () -> seen.colourAt(250, 10) == MaskedScreen.HIDDEN);
        pair.engineer.sees("why", SharedScreenStoryTest::saysThatTheMonitorIsGone);
        pair.customer.sees("why", SharedScreenStoryTest::saysThatTheMonitorIsGone);
        pair.customer.sees("that nothing is shown", now -> now.share().isGone());
        var hands = pair.engineer.session.hands(pair.anna);
        hands.button(250, 10, 1, true, desktop.sighting(250, 10));
        hands.key(4, 'a', false, true);
        pair.engineer.sees(
                "that nothing is operated",
                now -> now.notices().stream().anyMatch(notice -> notice.reason() == Reason.NOT_RELEASED));
        assertEquals(List.of(), desktop.done);
        var expert = Pair.join(house, House.Machine.of("second"), Pair.number(pair.engineer), "Kenji 田中");
        Pair.admit(pair.engineer);
        Pair.compare(pair.engineer, expert);
        expert.sees(
                "both others",
                now -> now.people().size() == 2
                        && now.people().stream().allMatch(one -> one.standing() instanceof SessionView.Present));
        expert.session.request(pair.anna, Permission.VIEW_SCREEN);
        pair.customer.session.allow(
                pair.customer.isAsked(Permission.VIEW_SCREEN).id(), folder);
        expert.sees("why, though he came later", SharedScreenStoryTest::saysThatTheMonitorIsGone);
        desktop.plugIn(List.of(left, right));
        Eventually.so("it is back", () -> seen.colourAt(170, 10) == 0xFF30C040);
        assertEquals(MaskedScreen.HIDDEN, seen.colourAt(150, 10));
        pair.customer.sees("that it is shown again", now -> !now.share().isGone());
    }

    private static boolean saysThatTheMonitorIsGone(SessionView now) {
        return now.notices().stream().anyMatch(notice -> notice.reason() == Reason.MONITOR_GONE);
    }

    @Test
    void whoeverSeesTheScreenIsToldWhyItStandsStill() throws Exception {
        Pair pair = Pair.meet(house);
        pair.engineer.session.view(pair.anna, Optional.of(new SeenScreen()));
        pair.grant(Permission.VIEW_SCREEN);
        pair.customersMachine.desktop().standstill = Optional.of(Reason.SYSTEM_SCREEN_SHOWN);
        pair.engineer.sees(
                "told",
                now -> now.notices().stream().anyMatch(notice -> notice.reason() == Reason.SYSTEM_SCREEN_SHOWN));
        assertEquals(1, pair.engineer.view().held().size());
    }

    @Test
    @Tag("001-62")
    @Tag("001-63")
    void aPauseIsAStillPictureAndNotOneByteMore() throws Exception {
        Pair pair = Pair.meet(house);
        SeenScreen seen = new SeenScreen();
        pair.engineer.session.view(pair.anna, Optional.of(seen));
        pair.grant(Permission.VIEW_SCREEN);
        FakeDesktop desktop = pair.customersMachine.desktop();
        Eventually.so("the whole picture", () -> seen.equalsScreen(desktop));
        int[] before = desktop.pixels();
        pair.customer.session.pause(true);
        Eventually.so("the engineer sees that it is paused", seen::isPaused);
        for (int i = 0; i < 20; i++) {
            desktop.paint(new Area(i, i, 50, 50), 0x00FF00 + i);
        }
        pair.engineer.sees("everything that was sent has come", now -> true);
        assertArrayEquals(before, seen.pixels());
        pair.customer.session.pause(false);
        Eventually.so("the picture goes on", () -> seen.equalsScreen(desktop) && !seen.isPaused());
        pair.engineer.session.leave();
        JsonNode paused = Reports.statements(house.report(), "PauseEnded").getFirst();
        assertEquals(0, paused.findValue("pictureBytes").asLong());
    }

    @Test
    @Tag("001-57")
    @Tag("001-61")
    void whatIsNotSharedIsNeitherSeenNorOperated() throws Exception {
        Pair pair = Pair.meet(house);
        FakeDesktop desktop = pair.customersMachine.desktop();
        Area secret = new Area(200, 0, 100, 200);
        desktop.paint(secret, 0xE000E0);
        desktop.windows = List.of(
                new DesktopWindow(1, "Channel 1", "Viewer", 100, new Area(0, 0, 150, 200)),
                new DesktopWindow(2, "Inbox", "Mail", 200, secret));
        pair.customer.session.share(new Share(new Share.Programs(Set.of(100L)), false, false));
        SeenScreen seen = new SeenScreen();
        pair.engineer.session.view(pair.anna, Optional.of(seen));
        pair.grant(Permission.VIEW_SCREEN);
        pair.grant(Permission.REMOTE_CONTROL);
        Eventually.so("the viewer's window", () -> seen.colourAt(10, 10) == 0xFF204060);
        assertEquals(MaskedScreen.HIDDEN, seen.colourAt(250, 50));
        assertEquals(MaskedScreen.HIDDEN, seen.colourAt(160, 50), "the background");
        var hands = pair.engineer.session.hands(pair.anna);
        hands.button(250, 50, 1, true, desktop.sighting(250, 50));
        hands.wheel(250, 50, 0, 1, desktop.sighting(250, 50));
        hands.key(4, 'a', false, true);
        hands.button(10, 10, 1, true, desktop.sighting(10, 10));
        hands.pointer(250, 50);
        hands.button(10, 10, 1, false, Optional.empty());
        hands.pointer(250, 50);
        hands.pointer(20, 20);
        Eventually.so("what is shared is operated", () -> desktop.done.contains("move 20 20"));
        assertEquals(List.of("move 10 10", "button 1 down", "button 1 up", "move 20 20"), desktop.done);
        pair.engineer.sees(
                "why", now -> now.notices().stream().anyMatch(notice -> notice.reason() == Reason.NOT_RELEASED));
        pair.customer.sees(
                "all of it, too",
                now -> now.notices().stream()
                                .filter(notice -> notice.reason() == Reason.NOT_RELEASED)
                                .mapToInt(SessionView.Notice::refused)
                                .sum()
                        == 4);
        pair.customer.session.share(Share.EVERYTHING);
        Eventually.so("the other one's window", () -> seen.colourAt(250, 50) == 0xFFE000E0);
        pair.customer.session.share(new Share(new Share.Programs(Set.of(100L)), false, true));
        Eventually.so("it is gone again", () -> seen.colourAt(250, 50) == MaskedScreen.HIDDEN);
        pair.engineer.session.leave();
        List<JsonNode> chosen = Reports.statements(house.report(), "ShareChosen");
        assertEquals(
                List.of("PROGRAMS", "EVERYTHING", "PROGRAMS"),
                chosen.stream().map(node -> node.findValue("share").asText()).toList());
        int refused = Reports.statements(house.report(), "ActionsRefused").stream()
                .filter(node -> node.findValue("reason").asText().equals("NOT_RELEASED"))
                .mapToInt(node -> node.findValue("count").asInt())
                .sum();
        assertEquals(4, refused, "a click, a wheel, a key and a drag");
    }

    @Test
    @Tag("001-62")
    @Tag("001-63")
    void notOneByteLeavesDuringAPauseWhateverIsSharedMeanwhile() throws Exception {
        Pair pair = Pair.meet(house);
        FakeDesktop desktop = pair.customersMachine.desktop();
        SeenScreen seen = new SeenScreen();
        pair.engineer.session.view(pair.anna, Optional.of(seen));
        pair.grant(Permission.VIEW_SCREEN);
        Eventually.so("the whole picture", () -> seen.equalsScreen(desktop));
        int[] before = seen.pixels();
        pair.customer.session.pause(true);
        Eventually.so("the engineer sees that it is paused", seen::isPaused);
        for (int i = 0; i < 10; i++) {
            pair.customer.session.share(new Share(new Share.Everything(), i % 2 == 0, true));
            desktop.paint(new Area(i, i, 50, 50), 0x00FF00 + i);
        }
        pair.customer.session.share(Share.EVERYTHING);
        pair.engineer.sees("everything that was sent has come", now -> true);
        assertArrayEquals(before, seen.pixels());
        pair.customer.session.pause(false);
        Eventually.so("the picture goes on", () -> seen.equalsScreen(desktop) && !seen.isPaused());
        pair.engineer.session.leave();
        assertEquals(
                0,
                Reports.statements(house.report(), "PauseEnded")
                        .getFirst()
                        .findValue("pictureBytes")
                        .asLong());
    }
}

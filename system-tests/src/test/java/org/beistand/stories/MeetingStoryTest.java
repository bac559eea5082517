package org.beistand.stories;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
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
import org.beistand.house.HostileLine;
import org.beistand.house.House;
import org.beistand.house.Pair;
import org.beistand.house.SeenScreen;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeetingStoryTest {
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
        pair.engineer.sees("why", MeetingStoryTest::saysThatTheMonitorIsGone);
        pair.customer.sees("why", MeetingStoryTest::saysThatTheMonitorIsGone);
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
        var anna = expert
                .sees(
                        "both others",
                        now -> now.people().size() == 2
                                && now.people().stream().allMatch(one -> one.standing() instanceof SessionView.Present))
                .people()
                .stream()
                .filter(one -> one.id().equals(pair.anna))
                .findFirst()
                .orElseThrow();
        expert.session.request(anna.id(), Permission.VIEW_SCREEN);
        pair.customer.session.allow(
                pair.customer.isAsked(Permission.VIEW_SCREEN).id(), folder);
        expert.sees("why, though he came later", MeetingStoryTest::saysThatTheMonitorIsGone);
        desktop.plugIn(List.of(left, right));
        Eventually.so("it is back", () -> seen.colourAt(170, 10) == 0xFF30C040);
        assertEquals(MaskedScreen.HIDDEN, seen.colourAt(150, 10));
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
        JsonNode paused = statements(house.report(), "PauseEnded").getFirst();
        assertEquals(0, paused.findValue("pictureBytes").asLong());
    }

    @Test
    @Tag("001-54")
    @Tag("001-66")
    void theEngineerOperatesUntilTheSecurityKeyIsPressed() throws Exception {
        Pair pair = Pair.meet(house);
        FakeDesktop desktop = pair.customersMachine.desktop();
        pair.grant(Permission.VIEW_SCREEN);
        pair.grant(Permission.REMOTE_CONTROL);
        var hands = pair.engineer.session.hands(pair.anna);
        hands.button(100, 50, 1, true, desktop.sighting(100, 50));
        hands.key(0, 'ä', false, true);
        Eventually.so("both are held", () -> desktop.done.contains("key ä down"));
        desktop.pressSecurityKey();
        assertTrue(desktop.done.containsAll(List.of("button 1 up", "key ä up")), desktop.done::toString);
        int done = desktop.done.size();
        for (int i = 0; i < 1000; i++) {
            hands.pointer(i % 300, 10);
        }
        pair.engineer.holdsNot(pair.anna, Permission.REMOTE_CONTROL);
        assertEquals(done, desktop.done.size(), desktop.done::toString);
        assertFalse(desktop.listensToSecurityKey());
    }

    @Test
    @Tag("001-66")
    void thereIsNoControlWithoutASecurityKey() throws Exception {
        Pair pair = Pair.meet(house);
        pair.customersMachine.desktop().securityKeyTaken = true;
        pair.engineer.session.request(pair.anna, Permission.REMOTE_CONTROL);
        pair.customer.session.allow(
                pair.customer.isAsked(Permission.REMOTE_CONTROL).id(), Path.of("unused"));
        pair.engineer.sees(
                "refused",
                now -> now.notices().stream().anyMatch(notice -> notice.reason() == Reason.SECURITY_KEY_TAKEN));
        assertTrue(pair.engineer.view().held().isEmpty());
    }

    @Test
    void whatWasOpenedForControlIsClosedWhenSomethingElseCannotBeOpened() throws Exception {
        Pair pair = Pair.meet(house);
        FakeDesktop desktop = pair.customersMachine.desktop();
        desktop.glanceFails = true;
        pair.engineer.session.request(pair.anna, Permission.REMOTE_CONTROL);
        pair.customer.session.allow(
                pair.customer.isAsked(Permission.REMOTE_CONTROL).id(), Path.of("unused"));
        pair.engineer.sees(
                "no look at the screen",
                now -> now.notices().stream().anyMatch(notice -> notice.reason() == Reason.SCREEN_NOT_CAPTURED));
        assertEquals(0, desktop.openSinks.get());
        assertEquals(0, desktop.openWindows.get());
        assertFalse(desktop.listensToSecurityKey());
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
        List<JsonNode> chosen = statements(house.report(), "ShareChosen");
        assertEquals(
                List.of("PROGRAMS", "EVERYTHING", "PROGRAMS"),
                chosen.stream().map(node -> node.findValue("share").asText()).toList());
        int refused = statements(house.report(), "ActionsRefused").stream()
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
                statements(house.report(), "PauseEnded")
                        .getFirst()
                        .findValue("pictureBytes")
                        .asLong());
    }

    @Test
    void ourOwnWindowsAreNeverOperated() throws Exception {
        Pair pair = Pair.meet(house);
        pair.grant(Permission.REMOTE_CONTROL);
        FakeDesktop desktop = pair.customersMachine.desktop();
        pair.customersMachine.windows().areas = List.of(new Area(100, 100, 100, 100));
        var hands = pair.engineer.session.hands(pair.anna);
        hands.button(150, 150, 1, true, desktop.sighting(150, 150));
        hands.wheel(150, 150, 0, 1, desktop.sighting(150, 150));
        pair.customersMachine.windows().focused = true;
        hands.key(0, 'x', false, true);
        hands.pointer(10, 10);
        Eventually.so("what came last was done", () -> desktop.done.contains("move 10 10"));
        assertEquals(List.of("move 10 10"), desktop.done);
        pair.engineer.sees(
                "told",
                now -> now.notices().stream().anyMatch(notice -> notice.reason() == Reason.OWN_WINDOW_PROTECTED));
    }

    @Test
    @Tag("001-55")
    @Tag("001-72")
    void filesGoBothWaysAndNothingIsOverwritten() throws Exception {
        Pair pair = Pair.meet(house);
        Path sent = Files.write(folder.resolve("firmware.bin"), bytes(3_000_000));
        Path small = Files.writeString(folder.resolve("Änderungen.txt"), "v2");
        Path downloads = Files.createDirectories(folder.resolve("downloads"));
        Files.writeString(downloads.resolve("firmware.bin"), "older");
        pair.engineer.session.offerFiles(pair.anna, List.of(sent, small));
        var question = pair.customer.isAsked(Permission.SEND_FILE);
        assertEquals(2, question.files().size());
        pair.customer.session.allow(question.id(), downloads);
        pair.customer.sees(
                "arrived",
                now -> !now.transfers().isEmpty()
                        && now.transfers().getFirst().state() instanceof SessionView.Finished);
        assertEquals(-1, Files.mismatch(sent, downloads.resolve("firmware (2).bin")));
        assertEquals("older", Files.readString(downloads.resolve("firmware.bin")));
        assertEquals("v2", Files.readString(downloads.resolve("Änderungen.txt")));
        pair.engineer.holdsNot(pair.anna, Permission.SEND_FILE);

        Path log = Files.write(folder.resolve("server.log"), bytes(100_000));
        pair.engineer.session.request(pair.anna, Permission.TAKE_FILE);
        pair.customer.session.give(pair.customer.isAsked(Permission.TAKE_FILE).id(), List.of(log));
        pair.engineer.sees(
                "taken",
                now -> now.transfers().stream()
                        .anyMatch(one -> !one.outgoing() && one.state() instanceof SessionView.Finished));
        assertEquals(-1, Files.mismatch(log, folder.resolve("engineer/taken/server.log")));
        pair.engineer.session.leave();
        assertEquals(
                3,
                statements(house.report(), "FileEnded").stream()
                        .map(one -> one.findValue("name").asText())
                        .distinct()
                        .count());
    }

    @Test
    @Tag("001-73")
    void theCustomerCancelsATransferAndNothingIsLeft() throws Exception {
        Pair pair = Pair.meet(house);
        Path sent = Files.write(folder.resolve("large.bin"), bytes(200_000_000));
        Path downloads = Files.createDirectories(folder.resolve("downloads"));
        pair.engineer.session.offerFiles(pair.anna, List.of(sent));
        pair.customer.session.allow(pair.customer.isAsked(Permission.SEND_FILE).id(), downloads);
        SessionView moving = pair.customer.sees(
                "moving",
                now -> !now.transfers().isEmpty()
                        && now.transfers().getFirst().files().getFirst().done() > 0);
        pair.customer.session.cancelTransfer(moving.transfers().getFirst().key());
        pair.engineer.sees(
                "cancelled",
                now -> !now.transfers().isEmpty()
                        && now.transfers().getFirst().state() instanceof SessionView.Stopped(Reason why)
                        && why == Reason.CANCELLED_BY_RECEIVER);
        Eventually.so("nothing is left", () -> downloads.toFile().list().length == 0);
    }

    @Test
    void theClipboardGoesEachWayUnderItsOwnRight() throws Exception {
        Pair pair = Pair.meet(house);
        pair.engineersMachine.desktop().clipboard = "new serial number";
        pair.grant(Permission.PUT_CLIPBOARD);
        pair.engineer.session.takeClipboard(pair.anna);
        pair.engineer.session.putClipboard(pair.anna);
        Eventually.so("put", () -> pair.customersMachine.desktop().clipboard.equals("new serial number"));
        assertEquals("new serial number", pair.engineersMachine.desktop().clipboard);
        pair.grant(Permission.TAKE_CLIPBOARD);
        pair.customersMachine.desktop().clipboard = "fehlerhafte Probe 顕微鏡";
        pair.engineer.session.takeClipboard(pair.anna);
        Eventually.so("taken", () -> pair.engineersMachine.desktop().clipboard.equals("fehlerhafte Probe 顕微鏡"));
    }

    @Test
    @Tag("001-138")
    void whenTheModeratorLeavesTheSessionIsOverAndNoRightIsLeft() throws Exception {
        Pair pair = Pair.meet(house);
        pair.grant(Permission.VIEW_SCREEN);
        pair.grant(Permission.REMOTE_CONTROL);
        pair.engineer.session.leave();
        pair.engineer.isOver(Reason.MODERATOR_LEFT);
        pair.customer.isOver(Reason.MODERATOR_LEFT);
        assertTrue(pair.customer.view().given().isEmpty());
        assertFalse(pair.customersMachine.desktop().listensToSecurityKey());
        JsonNode report = house.report();
        assertEquals("MODERATOR_LEFT", report.findValue("reason").asText());
        bothTellThatTheRightsEnded(report, "MODERATOR_LEFT");
    }

    @Test
    @Tag("001-80")
    void whenTheModeratorsProgramIsLostTheCustomersSideTellsTheEnd() throws Exception {
        HostileLine line = new HostileLine();
        Pair pair = Pair.meet(house, House.Machine.of("engineer", line::between), House.Machine.of("customer"));
        pair.grant(Permission.VIEW_SCREEN);
        pair.grant(Permission.REMOTE_CONTROL);
        line.cut();
        pair.customer.isOver(Reason.PARTICIPANT_LOST);
        assertTrue(pair.customer.view().given().isEmpty());
        JsonNode report = house.report();
        assertEquals("PARTICIPANT_LOST", report.get("reason").asText());
        assertEquals(List.of(2, 2), witnesses(report, "RightEnded"));
    }

    @Test
    @Tag("001-68")
    @Tag("001-80")
    void whoeverIsRemovedStillTellsWhatEndedForHer() throws Exception {
        Pair pair = Pair.meet(house);
        pair.grant(Permission.VIEW_SCREEN);
        pair.grant(Permission.REMOTE_CONTROL);
        pair.engineer.session.remove(pair.anna);
        pair.customer.isOver(Reason.REMOVED);
        Eventually.so("no right is left", () -> pair.customer.view().given().isEmpty());
        pair.engineer.session.leave();
        bothTellThatTheRightsEnded(house.report(), "REMOVED");
    }

    private static void bothTellThatTheRightsEnded(JsonNode report, String reason) {
        assertEquals(List.of(1, 1, 2, 2), witnesses(report, "RightEnded"), report::toPrettyString);
        statements(report, "RightEnded")
                .forEach(one -> assertEquals(reason, one.findValue("reason").asText()));
    }

    private static List<Integer> witnesses(JsonNode report, String kind) {
        return report.get("testimony")
                .valueStream()
                .filter(one -> !found(one, kind).isEmpty())
                .map(one -> one.get("witness").asInt())
                .sorted()
                .toList();
    }

    @Test
    @Tag("001-70")
    void theAttendeeCanLeaveAndTheModeratorIsTold() throws Exception {
        Pair pair = Pair.meet(house);
        pair.grant(Permission.VIEW_SCREEN);
        pair.customer.session.leave();
        pair.customer.isOver(Reason.ATTENDEE_LEFT);
        pair.engineer.sees(
                "alone again", now -> now.people().isEmpty() && now.held().isEmpty());
    }

    @Test
    void aWrongCodeEndsTheSessionAndIsInTheReport() throws Exception {
        var engineers = House.Machine.of("engineer");
        var engineer = Pair.open(house, engineers);
        var customer = Pair.join(house, House.Machine.of("customer"), Pair.number(engineer), "Anna");
        Pair.admit(engineer);
        var listening = customer.seesPerson(SessionView.Listening.class);
        engineer.seesPerson(SessionView.ReadingOut.class);
        customer.session.pickCode(listening.id(), Optional.empty());
        customer.isOver(Reason.CHECK_FAILED);
        engineer.isOver(Reason.CHECK_FAILED);
        JsonNode check = statements(house.report(), "CheckConcluded").getFirst();
        assertEquals("FAILED", check.findValue("outcome").asText());
    }

    @Test
    void whenTheCommunicationServerStopsBothAreToldAndNobodyHoldsARight() throws Exception {
        Pair pair = Pair.meet(house);
        pair.grant(Permission.VIEW_SCREEN);
        pair.grant(Permission.REMOTE_CONTROL);
        FakeDesktop desktop = pair.customersMachine.desktop();
        pair.engineer.session.hands(pair.anna).button(5, 5, 1, true, desktop.sighting(5, 5));
        Eventually.so("held", () -> desktop.done.contains("button 1 down"));
        house.stopCommunication();
        pair.engineer.isOver(Reason.SERVER_STOPPING);
        pair.customer.isOver(Reason.SERVER_STOPPING);
        assertTrue(pair.customer.view().given().isEmpty());
        assertTrue(pair.engineer.view().held().isEmpty());
        Eventually.so("let go", () -> pair.customersMachine.desktop().done.contains("button 1 up"));
        assertFalse(pair.customersMachine.desktop().listensToSecurityKey());
        house.startCommunication();
        assertEquals("SERVER_STOPPING", house.report().findValue("reason").asText());
    }

    @Test
    @Tag("001-74")
    void aSessionGoesOnWithoutTheOperatorServerAndItsReportIsNotLost() throws Exception {
        Pair pair = Pair.meet(house);
        house.stopOperator();
        pair.grant(Permission.REMOTE_CONTROL);
        pair.engineer.session.hands(pair.anna).pointer(12, 13);
        Eventually.so("operated", () -> pair.customersMachine.desktop().done.contains("move 12 13"));
        pair.engineer.session.leave();
        pair.customer.isOver(Reason.MODERATOR_LEFT);
        house.startOperator();
        assertEquals("MODERATOR_LEFT", house.report().findValue("reason").asText());
    }

    @Test
    @Tag("001-23")
    @Tag("001-24")
    void threePeopleMeetAndTheGuestsAreSealedWithEachOther() throws Exception {
        Pair pair = Pair.meet(house);
        var expert = Pair.join(house, House.Machine.of("second"), Pair.number(pair.engineer), "Kenji 田中");
        Pair.admit(pair.engineer);
        Pair.compare(pair.engineer, expert);
        expert.sees(
                "both others",
                now -> now.people().size() == 2
                        && now.people().stream().allMatch(one -> one.standing() instanceof SessionView.Present));
        pair.customer.sees(
                "both others",
                now -> now.people().size() == 2
                        && now.people().stream().allMatch(one -> one.standing() instanceof SessionView.Present));
    }

    static List<JsonNode> statements(JsonNode report, String kind) {
        List<JsonNode> found = found(report, kind);
        assertFalse(found.isEmpty(), () -> "no " + kind + " in " + report.toPrettyString());
        return found;
    }

    private static List<JsonNode> found(JsonNode node, String kind) {
        List<JsonNode> found = new java.util.ArrayList<>();
        collect(node, kind, found);
        return found;
    }

    private static void collect(JsonNode node, String kind, List<JsonNode> found) {
        if (node.isObject()) {
            node.elements().forEachRemaining(child -> {
                if (child.isTextual() && child.asText().replace("_", "").equalsIgnoreCase(kind)) {
                    found.add(node);
                }
            });
        }
        node.elements().forEachRemaining(child -> collect(child, kind, found));
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new java.util.Random(7).nextBytes(bytes);
        return bytes;
    }
}

package org.beistand.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.FakeDesktop;
import org.beistand.client.session.SessionView;
import org.beistand.house.Eventually;
import org.beistand.house.HostileLine;
import org.beistand.house.House;
import org.beistand.house.Pair;
import org.beistand.house.Reports;
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
                Reports.statements(house.report(), "FileEnded").stream()
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
        Reports.statements(report, "RightEnded")
                .forEach(one -> assertEquals(reason, one.findValue("reason").asText()));
    }

    private static List<Integer> witnesses(JsonNode report, String kind) {
        return report.get("testimony")
                .valueStream()
                .filter(one -> !Reports.found(one, kind).isEmpty())
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
        JsonNode check = Reports.statements(house.report(), "CheckConcluded").getFirst();
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

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new java.util.Random(7).nextBytes(bytes);
        return bytes;
    }
}

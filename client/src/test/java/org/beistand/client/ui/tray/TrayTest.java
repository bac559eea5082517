package org.beistand.client.ui.tray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.stage.Screen;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Monitor;
import org.beistand.client.release.Share;
import org.beistand.client.release.Shareable;
import org.beistand.client.session.FakeSession;
import org.beistand.client.session.SessionView;
import org.beistand.client.session.SessionView.FileProgress;
import org.beistand.client.session.SessionView.Transfer;
import org.beistand.client.session.SessionView.TransferState;
import org.beistand.client.session.Views;
import org.beistand.client.ui.base.HandTicker;
import org.beistand.client.ui.base.Parts;
import org.beistand.client.ui.base.SessionFeed;
import org.beistand.client.ui.base.Showroom;
import org.beistand.client.ui.base.Texts;
import org.beistand.protocol.value.Language;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** She sees what happens on her computer, and stops what she does not want. */
final class TrayTest {
    private final Showroom room = new Showroom();
    private final HandTicker time = new HandTicker(Instant.parse("2026-03-01T10:00:00Z"));
    private final FakeSession session = new FakeSession(withMax().view());
    private TrayWindow tray;
    private boolean ended;

    private static Views withMax() {
        return Views.inSession().moderator(1, "Max Moder", "Example Instruments", new SessionView.Present());
    }

    @BeforeEach
    void theTrayIsThere() {
        room.run(() -> {
            SessionFeed feed = new SessionFeed(Platform::runLater);
            tray = new TrayWindow(
                    session,
                    feed,
                    new Parts(new Texts(Language.ENGLISH)),
                    time,
                    new SimpleObjectProperty<>(Optional.empty()),
                    () -> ended = true);
            session.watch(feed);
            tray.show();
        });
        room.drawn();
    }

    @AfterEach
    void theTrayIsClosed() {
        room.closeAll();
    }

    private void press(String query) {
        room.settle();
        room.robot().clickOn(query);
        room.settle();
    }

    private void now(Views views) {
        session.show(views.view());
        room.settle();
    }

    @Test
    void itStandsAtTheLowerRightAboveEverything() {
        double right = room.ask(() -> Screen.getPrimary().getVisualBounds().getMaxX());
        double bottom = room.ask(() -> Screen.getPrimary().getVisualBounds().getMaxY());
        assertTrue(room.ask(() -> tray.stage().getX() + tray.stage().getWidth()) > right - 40);
        assertTrue(room.ask(() -> tray.stage().getY() + tray.stage().getHeight()) > bottom - 80);
        assertTrue(room.ask(() -> tray.stage().isAlwaysOnTop()));
    }

    @Test
    @Tag("001-51")
    void itSaysWhoIsThereAndWhoSeesAndOperates() {
        assertEquals("Max Moder", room.words("#person-1"));
        assertEquals("Verified", room.words("#verified-1"));
        assertEquals("Nobody sees your screen", room.words("#status"));
        now(withMax().given(1, Permission.VIEW_SCREEN));
        assertEquals("Max Moder sees your screen", room.words("#status"));
        now(withMax().given(1, Permission.VIEW_SCREEN).given(1, Permission.REMOTE_CONTROL));
        assertEquals("Max Moder operates your computer", room.words("#status"));
        assertEquals("The F11 key takes back control at once.", room.words("#securityKeyHint"));
    }

    @Test
    @Tag("001-51")
    void sheCanSeeWhatAPersonSeesForAsLongAsHeSeesIt() {
        assertFalse(room.find("#mirror-1", Button.class).isVisible(), "nobody sees anything yet");
        now(withMax().given(1, Permission.VIEW_SCREEN));
        press("#mirror-1");
        assertEquals(List.of("mirror " + Views.id(1) + " open"), session.wishes());
        assertEquals("What Max Moder sees", room.ask(TrayTest::mirrorTitle));
        now(withMax());
        assertEquals("mirror " + Views.id(1) + " closed", session.wishes().getLast());
        assertEquals("", room.ask(TrayTest::mirrorTitle));
    }

    private static String mirrorTitle() {
        return javafx.stage.Window.getWindows().stream()
                .filter(window -> window.getScene().lookup("#mirror") != null)
                .map(window -> ((javafx.stage.Stage) window).getTitle())
                .findFirst()
                .orElse("");
    }

    @Test
    @Tag("001-62")
    @Tag("001-65")
    void pauseIsOnePressAndUnmistakable() {
        assertTrue(room.find("#pause", Button.class).isDisabled(), "there is nothing to pause yet");
        now(withMax().given(1, Permission.VIEW_SCREEN));
        press("#pause");
        assertEquals(List.of("pause true"), session.wishes());
        now(withMax().given(1, Permission.VIEW_SCREEN).paused());
        assertEquals("Paused. Your screen is not sent.", room.words("#status"));
        assertEquals("_Continue", room.words("#pause"));
        press("#pause");
        assertEquals("pause false", session.wishes().getLast());
    }

    @Test
    @Tag("001-70")
    void endingIsOnePress() {
        press("#endSession");
        assertTrue(ended);
    }

    @Test
    @Tag("001-70")
    void closingTheTrayEndsTheSession() {
        room.run(() -> tray.stage()
                .fireEvent(new javafx.stage.WindowEvent(tray.stage(), javafx.stage.WindowEvent.WINDOW_CLOSE_REQUEST)));
        assertTrue(ended);
    }

    @Test
    void eachRightIsTakenBackOnItsOwn() {
        now(withMax().given(1, Permission.VIEW_SCREEN).given(1, Permission.REMOTE_CONTROL));
        press("#takeBack-1-REMOTE_CONTROL");
        assertEquals(List.of("withdraw #1 REMOTE_CONTROL"), session.wishes());
    }

    private static Transfer transfer(TransferState state, long done) {
        return new Transfer(
                5,
                Views.id(1),
                false,
                List.of(new FileProgress("Manual.pdf", 4_000, done, done == 4_000)),
                state,
                Optional.of(Path.of("/home/anna/Downloads")));
    }

    @Test
    @Tag("001-71")
    @Tag("001-72")
    @Tag("001-73")
    void everyTransferIsSeenAndCanBeStopped() {
        now(withMax().transfer(transfer(new SessionView.Moving(), 1_000)));
        assertTrue(room.shows("#transfer-5"));
        assertEquals(
                0.25,
                room.find("#transfer-5 .progress-bar", javafx.scene.control.ProgressBar.class)
                        .getProgress());
        press("#cancelTransfer-5");
        assertEquals(List.of("cancel transfer 5"), session.wishes());
        now(withMax().transfer(transfer(new SessionView.Stopped(Reason.CANCELLED_BY_RECEIVER), 1_000)));
        assertFalse(room.shows("#cancelTransfer-5"));
    }

    @Test
    void aButtonStaysTheSameWhileItsProgressMoves() {
        now(withMax().transfer(transfer(new SessionView.Moving(), 1_000)));
        Button before = room.find("#cancelTransfer-5", Button.class);
        now(withMax().transfer(transfer(new SessionView.Moving(), 2_000)));
        assertTrue(before == room.find("#cancelTransfer-5", Button.class));
    }

    @Test
    void theButtonsStayWhereTheyAreWhenTheTrayGrows() {
        now(withMax().given(1, Permission.VIEW_SCREEN));
        double before = room.ask(
                () -> room.robot().lookup("#pause").query().localToScreen(0, 0).getY());
        now(withMax()
                .given(1, Permission.VIEW_SCREEN)
                .given(1, Permission.REMOTE_CONTROL)
                .transfer(transfer(new SessionView.Moving(), 1_000)));
        room.settle();
        double after = room.ask(
                () -> room.robot().lookup("#pause").query().localToScreen(0, 0).getY());
        assertEquals(before, after, 1.5);
    }

    @Test
    void aNoticeIsShownOnceAndGoesByItself() {
        now(withMax().notice(1, 1, Permission.REMOTE_CONTROL, Reason.WITHDRAWN_BY_SECURITY_KEY));
        assertTrue(room.words("#notice-1").endsWith("(B-505)"));
        room.run(() -> time.turn(Duration.ofSeconds(31)));
        assertFalse(room.shows("#notice-1"));
    }

    @Test
    @Tag("001-61")
    void sheReadsHowOftenSomebodyTriedWhatSheDidNotRelease() {
        Views views = withMax().refused(1, 1, Permission.REMOTE_CONTROL, Reason.NOT_RELEASED, 1);
        now(views);
        assertTrue(room.words("#notice-1").endsWith("that place or program is not shared. (B-512)"));
        now(views.refused(2, 1, Permission.REMOTE_CONTROL, Reason.NOT_RELEASED, 6));
        assertTrue(room.words("#notice-1").endsWith("(B-512) (7 times)"), room.words("#notice-1"));
        assertFalse(room.shows("#notice-2"));
    }

    @Test
    @Tag("001-51")
    @Tag("001-57")
    void whatIsShownCanBeChangedWhileItIsSeen() {
        assertFalse(room.shows("#changeShare"));
        session.shareable = new Shareable(
                List.of(new Shareable.Program(100, "Viewer", List.of("Channel 1"))),
                List.of(Monitor.whole(new Area(0, 0, 800, 600))));
        session.show(Views.inSession()
                .moderator(1, "Max Moder", "Example Instruments", new SessionView.Present())
                .given(1, Permission.VIEW_SCREEN)
                .view());
        assertTrue(room.shows("#changeShare"));
        assertEquals("Others see: everything", room.words("#shownKind"));
        room.robot().clickOn("#changeShare");
        room.drawn();
        room.robot().clickOn("#share-PROGRAMS");
        room.drawn();
        room.robot().clickOn("#program-100").clickOn("#shareTaskbar");
        room.robot().clickOn("#shareApply");
        assertEquals(List.of("share PROGRAMS Programs[processes=[100]] false true"), session.wishes());
        session.show(Views.inSession()
                .moderator(1, "Max Moder", "Example Instruments", new SessionView.Present())
                .given(1, Permission.VIEW_SCREEN)
                .sharing(new Share(new Share.Programs(Set.of(100L)), false, true))
                .view());
        room.settle();
        assertEquals("Others see: single programs", room.words("#shownKind"));
        session.show(Views.inSession()
                .moderator(1, "Max Moder", "Example Instruments", new SessionView.Present())
                .given(1, Permission.VIEW_SCREEN)
                .sharing(new Share(new Share.Monitor(2, "HDMI-1", new Area(0, 0, 0, 0)), true, true))
                .view());
        room.settle();
        assertEquals("Others see: nothing at the moment", room.words("#shownKind"));
    }
}

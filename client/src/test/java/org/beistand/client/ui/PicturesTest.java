package org.beistand.client.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Monitor;
import org.beistand.client.desktop.Picture;
import org.beistand.client.release.MaskedScreen;
import org.beistand.client.release.Shareable;
import org.beistand.client.session.FakeSession;
import org.beistand.client.session.SessionView;
import org.beistand.client.session.SessionView.FileProgress;
import org.beistand.client.session.SessionView.Question;
import org.beistand.client.session.SessionView.Transfer;
import org.beistand.client.session.Viewer;
import org.beistand.client.session.Views;
import org.beistand.client.ui.base.HandTicker;
import org.beistand.client.ui.base.Parts;
import org.beistand.client.ui.base.SessionFeed;
import org.beistand.client.ui.base.Showroom;
import org.beistand.client.ui.base.StrayInputGuard;
import org.beistand.client.ui.base.Texts;
import org.beistand.client.ui.consent.Asking;
import org.beistand.client.ui.consent.ConsentWindow;
import org.beistand.client.ui.consent.FakeFileChoice;
import org.beistand.client.ui.share.ShareWindow;
import org.beistand.client.ui.tray.TrayWindow;
import org.beistand.protocol.session.files.FileOffer;
import org.beistand.protocol.session.screen.PictureMasked;
import org.beistand.protocol.value.Language;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.ShareKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every question and every state of the tray, in every language: whole words, a name on every control, and a picture. */
@Tag("scales")
final class PicturesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final Showroom room = new Showroom();
    private final HandTicker time = new HandTicker(NOW);
    private final FakeSession session = new FakeSession(withMax().view());

    @AfterEach
    void everythingIsClosed() {
        room.closeAll();
    }

    private static Views withMax() {
        return Views.inSession()
                .moderator(1, "Maximilian Mustermann", "Example Instruments", new SessionView.Present());
    }

    @ParameterizedTest
    @EnumSource
    void everyQuestionIsWhole(Language language) {
        room.run(() -> {
            SessionFeed feed = new SessionFeed(Platform::runLater);
            new ConsentWindow(
                    new Asking(session, feed, time, time, Path.of("/home/anna/Downloads")),
                    new Parts(new Texts(language)),
                    time,
                    new FakeFileChoice());
            session.watch(feed);
        });
        for (Permission permission : Permission.values()) {
            List<FileOffer> files = permission != Permission.SEND_FILE
                    ? List.of()
                    : IntStream.rangeClosed(1, 8)
                            .mapToObj(i -> new FileOffer("Kalibrierung Kanal " + i + " 最終版.pdf", 1_234_567L * i))
                            .toList();
            session.show(withMax()
                    .question(new Question(permission.code(), Views.id(1), permission, files, NOW.plusSeconds(30)))
                    .view());
            room.settle();
            room.run(() -> time.turn(StrayInputGuard.PAUSE));
            look("consent-" + permission.name(), language);
        }
    }

    private void openTray(Language language) {
        room.run(() -> {
            SessionFeed feed = new SessionFeed(Platform::runLater);
            TrayWindow tray = new TrayWindow(
                    session,
                    feed,
                    new Parts(new Texts(language)),
                    time,
                    new SimpleObjectProperty<>(Optional.empty()),
                    () -> {});
            session.watch(feed);
            tray.show();
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyStateOfTheTrayIsWhole(Language language) {
        openTray(language);
        look("tray-1-unseen", language);
        session.show(withMax().given(1, Permission.VIEW_SCREEN).view());
        look("tray-2-seen", language);
        session.show(full().view());
        look("tray-3-operated", language);
        session.show(full().paused()
                .notice(1, 1, Permission.REMOTE_CONTROL, Reason.WITHDRAWN_BY_SECURITY_KEY)
                .view());
        look("tray-4-paused", language);
    }

    @ParameterizedTest
    @EnumSource
    void everyChoiceOfWhatIsShownIsWhole(Language language) {
        session.shareable = programs();
        room.run(() -> {
            SessionFeed feed = new SessionFeed(Platform::runLater);
            new ConsentWindow(
                    new Asking(session, feed, time, time, Path.of("/home/anna/Downloads")),
                    new Parts(new Texts(language)),
                    time,
                    new FakeFileChoice());
            session.watch(feed);
        });
        session.show(withMax()
                .question(new Question(1, Views.id(1), Permission.VIEW_SCREEN, List.of(), NOW.plusSeconds(30)))
                .view());
        room.settle();
        room.run(() -> time.turn(StrayInputGuard.PAUSE));
        chooseByKeyboard("#share-MONITOR");
        room.drawn();
        look("consent-one-monitor", language);
        chooseByKeyboard("#share-PROGRAMS");
        room.drawn();
        chooseByKeyboard("#program-2");
        look("consent-programs", language);
        assertSeen("#asked", "#refuse", "#allow");
    }

    @ParameterizedTest
    @EnumSource
    @Tag("001-57")
    void everyOtherChoiceIsWhole(Language language) {
        session.shareable = programs();
        room.run(() -> {
            SessionFeed feed = new SessionFeed(Platform::runLater);
            session.watch(feed);
            new ShareWindow(session, feed, new Parts(new Texts(language))).open();
        });
        room.drawn();
        look("share-everything", language);
        chooseByKeyboard("#share-PROGRAMS");
        room.drawn();
        chooseByKeyboard("#program-2");
        look("share-programs", language);
        assertSeen("#shareCancel", "#shareApply");
    }

    @ParameterizedTest
    @EnumSource
    @Tag("001-51")
    void whatOneOfThemSeesIsWhole(Language language) {
        openTray(language);
        session.show(withMax()
                .given(1, Permission.VIEW_SCREEN)
                .given(1, Permission.REMOTE_CONTROL)
                .refused(1, 1, Permission.REMOTE_CONTROL, Reason.NOT_RELEASED, 12)
                .view());
        room.drawn();
        look("tray-5-refused", language);
        room.run(() -> room.robot().lookup("#mirror-1").queryButton().fire());
        room.drawn();
        Stage mirror = (Stage) room.ask(() -> Window.getWindows().getLast());
        look(mirror, "mirror-1-waiting", language);
        Viewer viewer = session.mirrorOf(Views.id(1)).orElseThrow();
        Picture desktop = new Picture(1280, 800);
        Arrays.fill(desktop.pixels(), MaskedScreen.HIDDEN);
        for (int at = 0; at < desktop.pixels().length; at++) {
            int x = at % 1280;
            int y = at / 1280;
            if (x > 200 && x < 800 && y > 100 && y < 600) {
                desktop.pixels()[at] = y % 24 < 4 && x % 96 > 30 ? 0xFF303840 : 0xFFF4F6F8;
            }
        }
        for (ShareKind kind : ShareKind.values()) {
            viewer.begin(1280, 800);
            viewer.masked(new PictureMasked(1, kind, false, false));
            viewer.show(desktop, List.of(desktop.area()), () -> {});
            viewer.stopped(500, 300);
            look(mirror, "mirror-2-" + kind.name(), language);
        }
        viewer.paused(true);
        look(mirror, "mirror-3-paused", language);
        Rectangle2D screen = room.ask(() -> Screen.getPrimary().getVisualBounds());
        Rectangle2D place = new Rectangle2D(mirror.getX(), mirror.getY(), mirror.getWidth(), mirror.getHeight());
        assertTrue(screen.contains(place), place::toString);
    }

    private static Shareable programs() {
        return new Shareable(
                List.of(
                        new Shareable.Program(1, "Mousepad", List.of("Befund Müller.txt", "Notizen.txt")),
                        new Shareable.Program(2, "ZEN", List.of("Kanal 1: Übersicht")),
                        new Shareable.Program(3, "", List.of("測定結果の一覧")),
                        new Shareable.Program(
                                4, "Firefox", List.of("A page with a very long title that cannot stand in one line"))),
                List.of(
                        new Monitor(1, "DP-1", new Area(0, 0, 1920, 1080), true, 100),
                        new Monitor(2, "HDMI-1", new Area(1920, 0, 1920, 1080), false, 100)));
    }

    private static Views full() {
        Views views = withMax();
        for (Permission permission : Permission.values()) {
            views.given(1, permission);
        }
        return views.transfer(new Transfer(
                5,
                Views.id(1),
                false,
                List.of(
                        new FileProgress("Firmware 4.2.zip", 48_000_000, 48_000_000, true),
                        new FileProgress("Anleitung zur Kalibrierung.pdf", 3_200_000, 1_100_000, false)),
                new SessionView.Moving(),
                Optional.of(Path.of("/home/anna/Downloads"))));
    }

    /** On a low screen it has to be scrolled to, which the keyboard does by itself. */
    private void chooseByKeyboard(String query) {
        Labeled wanted = room.find(query, Labeled.class);
        for (int i = 0; i < 20 && !room.ask(wanted::isFocused); i++) {
            // One stop for all answers to one question; the arrows lead from one to the next.
            boolean beside = room.ask(() -> wanted instanceof RadioButton one
                    && wanted.getScene().getFocusOwner() instanceof RadioButton other
                    && one.getToggleGroup().equals(other.getToggleGroup()));
            room.robot().push(beside ? KeyCode.DOWN : KeyCode.TAB);
            room.settle();
        }
        assertTrue(room.ask(wanted::isFocused), query);
        room.robot().push(KeyCode.SPACE);
        room.drawn();
        assertTrue(
                room.ask(() -> wanted instanceof CheckBox box && box.isSelected()
                        || wanted instanceof RadioButton one && one.isSelected()),
                query);
        assertSeen(query);
    }

    /** Where they can be read and pressed: within their window, and that within the screen. */
    private void assertSeen(String... queries) {
        Rectangle2D screen = room.ask(() -> Screen.getPrimary().getVisualBounds());
        for (String query : queries) {
            Node node = room.find(query, Node.class);
            Bounds place = room.ask(() -> node.localToScreen(node.getLayoutBounds()));
            Window window = node.getScene().getWindow();
            Rectangle2D whole = new Rectangle2D(window.getX(), window.getY(), window.getWidth(), window.getHeight());
            assertTrue(screen.contains(whole), () -> whole + " on " + screen);
            Rectangle2D seen = new Rectangle2D(place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight());
            assertTrue(whole.contains(seen), () -> query + " at " + place + " of " + whole);
            for (Node up = node; up != null; up = up.getParent()) {
                if (up.getStyleClass().contains("viewport")) {
                    Node viewport = up;
                    Bounds part = room.ask(() -> viewport.localToScreen(viewport.getLayoutBounds()));
                    assertTrue(part.contains(place), () -> query + " at " + place + " scrolled out of " + part);
                }
            }
        }
    }

    private void look(String name, Language language) {
        room.settle();
        room.settle();
        look((Stage) room.ask(() -> Window.getWindows().getFirst()), name, language);
    }

    private void look(Stage stage, String name, Language language) {
        assertTrue(Files.exists(room.picture(stage, name, language)));
        assertEquals(List.of(), room.cutWords(stage.getScene()), name);
        assertEquals(List.of(), room.nameless(stage.getScene()), name);
    }
}

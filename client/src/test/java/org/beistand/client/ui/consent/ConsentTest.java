package org.beistand.client.ui.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Monitor;
import org.beistand.client.release.Shareable;
import org.beistand.client.session.FakeSession;
import org.beistand.client.session.SessionView;
import org.beistand.client.session.SessionView.Question;
import org.beistand.client.session.Views;
import org.beistand.client.ui.base.HandTicker;
import org.beistand.client.ui.base.OwnWindowAreas;
import org.beistand.client.ui.base.Parts;
import org.beistand.client.ui.base.SessionFeed;
import org.beistand.client.ui.base.Showroom;
import org.beistand.client.ui.base.StrayInputGuard;
import org.beistand.client.ui.base.Texts;
import org.beistand.protocol.session.files.FileOffer;
import org.beistand.protocol.value.Language;
import org.beistand.protocol.value.Permission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The question is answered with yes only by the person, on purpose, in time. Everything else is no. */
final class ConsentTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Path DOWNLOADS = Path.of("/home/anna/Downloads");

    private final Showroom room = new Showroom();
    private final HandTicker time = new HandTicker(NOW);
    private final FakeFileChoice choice = new FakeFileChoice();
    private FakeSession session = new FakeSession(nothingAsked().view());
    private Shareable shareable = Shareable.NOTHING;
    private ConsentWindow window;

    @AfterEach
    void everythingIsClosed() {
        room.run(window::close);
        room.closeAll();
    }

    private static Views nothingAsked() {
        return Views.inSession().moderator(1, "Max Moder", "Example Instruments", new SessionView.Present());
    }

    private static Question question(int id, Permission permission, FileOffer... files) {
        return new Question(id, Views.id(1), permission, List.of(files), NOW.plusSeconds(30));
    }

    /** The window comes up, and the moment in which a stray click could answer is over. */
    private void asked(Question... questions) {
        Views views = nothingAsked();
        List.of(questions).forEach(views::question);
        session = new FakeSession(views.view());
        session.shareable = shareable;
        room.run(() -> {
            SessionFeed feed = new SessionFeed(Platform::runLater);
            window = new ConsentWindow(
                    new Asking(session, feed, time, time, DOWNLOADS),
                    new Parts(new Texts(Language.ENGLISH)),
                    time,
                    choice);
            session.watch(feed);
        });
        room.drawn();
    }

    private void ready() {
        room.run(() -> time.turn(StrayInputGuard.PAUSE));
    }

    private boolean open() {
        return room.ask(() -> window.stage().filter(Stage::isShowing).isPresent());
    }

    @Test
    @Tag("001-52")
    @Tag("001-56")
    void yesIsOneDeliberatePress() {
        asked(question(7, Permission.REMOTE_CONTROL));
        assertEquals("Max Moder asks to operate your computer", room.words("#asked"));
        assertEquals("Confirmed: Example Instruments", room.words("#organisation"));
        ready();
        room.robot().clickOn("#allow");
        assertEquals(List.of("allow 7 " + DOWNLOADS), session.wishes());
        assertFalse(open());
    }

    @Test
    @Tag("001-57")
    @Tag("001-59")
    @Tag("001-60")
    void sheChoosesTheProgramsThatAreSeen() {
        shareable = new Shareable(
                List.of(
                        new Shareable.Program(100, "Viewer", List.of("Channel 1")),
                        new Shareable.Program(200, "Mail", List.of("Inbox"))),
                List.of(Monitor.whole(new Area(0, 0, 800, 600))));
        asked(question(7, Permission.VIEW_SCREEN));
        ready();
        assertFalse(room.shows("#share-MONITOR"), "there is only one");
        assertTrue(room.find("#shareTaskbar", CheckBox.class).isSelected());
        room.robot().clickOn("#share-PROGRAMS");
        assertTrue(room.find("#allow", Button.class).isDisabled(), "nothing would be seen");
        room.drawn();
        room.robot().clickOn("#program-100").clickOn("#allow");
        assertEquals(
                List.of("share PROGRAMS Programs[processes=[100]] false false", "allow 7 " + DOWNLOADS),
                session.wishes());
    }

    @Test
    void noIsOnePress() {
        asked(question(7, Permission.VIEW_SCREEN));
        ready();
        room.robot().clickOn("#refuse");
        assertEquals(List.of("refuse 7"), session.wishes());
        assertFalse(open());
    }

    @Test
    void theEscapeKeyIsNoAtAnyMoment() {
        asked(question(7, Permission.VIEW_SCREEN));
        room.robot().push(KeyCode.ESCAPE);
        assertEquals(List.of("refuse 7"), session.wishes());
    }

    @Test
    void closingTheWindowIsNo() {
        asked(question(7, Permission.VIEW_SCREEN));
        room.run(() -> window.stage()
                .ifPresent(stage -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST))));
        assertEquals(List.of("refuse 7"), session.wishes());
    }

    @Test
    @Tag("001-52")
    void neitherEnterNorWhatIsBeingTypedAllows() {
        asked(question(7, Permission.REMOTE_CONTROL));
        ready();
        assertFalse(room.find("#allow", Button.class).isFocused());
        assertFalse(room.find("#refuse", Button.class).isFocused());
        assertFalse(room.find("#allow", Button.class).isDefaultButton());
        room.robot().push(KeyCode.ENTER).push(KeyCode.SPACE).push(KeyCode.Y).push(KeyCode.ALT, KeyCode.A);
        room.robot().push(KeyCode.TAB).push(KeyCode.TAB).push(KeyCode.ENTER);
        assertEquals(List.of(), session.wishes());
    }

    @Test
    @Tag("001-52")
    void aClickThatWasMeantForSomethingElseDoesNothing() {
        asked(question(7, Permission.REMOTE_CONTROL));
        room.robot().clickOn("#allow");
        room.run(() -> time.turn(StrayInputGuard.PAUSE.minusMillis(1)));
        room.robot().clickOn("#allow");
        assertEquals(List.of(), session.wishes());
        assertTrue(open());
        room.run(() -> time.turn(Duration.ofMillis(1)));
        room.robot().clickOn("#allow");
        assertEquals(List.of("allow 7 " + DOWNLOADS), session.wishes());
    }

    @Test
    void theNextQuestionIsGuardedToo() {
        asked(question(7, Permission.VIEW_SCREEN), question(8, Permission.REMOTE_CONTROL));
        assertEquals("Further questions: 1", room.words("#moreQuestions"));
        ready();
        room.robot().clickOn("#allow");
        assertEquals("Max Moder asks to operate your computer", room.words("#asked"));
        room.robot().clickOn("#allow");
        assertEquals(List.of("share EVERYTHING Everything[] true true", "allow 7 " + DOWNLOADS), session.wishes());
        ready();
        room.robot().clickOn("#refuse");
        assertEquals("refuse 8", session.wishes().getLast());
    }

    @Test
    void theTimeRunsVisiblyAndAfterItNoYesCounts() {
        asked(question(7, Permission.VIEW_SCREEN));
        ready();
        room.run(() -> time.turn(Duration.ofSeconds(20)));
        assertEquals("No answer within 10 s means no.", room.words("#secondsLeft"));
        room.run(() -> time.turn(Duration.ofSeconds(10)));
        room.robot().clickOn("#allow");
        assertEquals(List.of(), session.wishes());
        session.show(nothingAsked().view());
        room.settle();
        assertFalse(open());
    }

    @Test
    void aQuestionThatIsTakenBackGoesAway() {
        asked(question(7, Permission.VIEW_SCREEN));
        session.show(nothingAsked().view());
        room.settle();
        assertFalse(open());
        assertEquals(List.of(), session.wishes());
    }

    @Test
    @Tag("001-55")
    void filesAreNamedWithTheirSizesAndLandWhereSheSays() {
        asked(question(
                7,
                Permission.SEND_FILE,
                new FileOffer("Manual.pdf", 3_200_000),
                new FileOffer("invoice\u202Efdp.exe", 12)));
        List<String> lines = room.ask(() ->
                room.robot().lookup("#offeredFiles .file-name").queryAllAs(javafx.scene.control.Label.class).stream()
                        .map(javafx.scene.control.Label::getText)
                        .toList());
        assertEquals(List.of("Manual.pdf (3.2 MB)", "invoice\uFFFDfdp.exe (12 B)"), lines);
        ready();
        assertEquals("Save in: " + DOWNLOADS, room.words("#folder"));
        choice.willChooseFolder(Path.of("/tmp/elsewhere"));
        room.robot().clickOn("#changeFolder");
        assertEquals("Save in: /tmp/elsewhere", room.words("#folder"));
        room.robot().clickOn("#allow");
        assertEquals(List.of("allow 7 /tmp/elsewhere"), session.wishes());
    }

    @Test
    @Tag("001-58")
    void onlyTheFilesThatSheChoosesLeave() {
        asked(question(7, Permission.TAKE_FILE));
        ready();
        room.robot().clickOn("#allow");
        assertEquals(List.of(), session.wishes(), "nothing was chosen, nothing is allowed");
        choice.willChoose(Path.of("/home/anna/log.txt"));
        room.robot().clickOn("#allow");
        assertEquals(List.of("give 7 [/home/anna/log.txt]"), session.wishes());
    }

    @Test
    void whileItAsksOurWindowsSaySo() {
        OwnWindowAreas own = new OwnWindowAreas();
        room.run(own::start);
        assertFalse(own.asking());
        asked(question(7, Permission.VIEW_SCREEN));
        assertTrue(own.asking());
        assertEquals(1, own.areas().size());
        room.robot().push(KeyCode.ESCAPE);
        room.settle();
        assertFalse(own.asking());
        assertEquals(List.of(), own.areas());
    }
}

package org.beistand.attendee.join;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.beistand.client.meeting.ClientPackage;
import org.beistand.client.meeting.FakeAttendeeDoor;
import org.beistand.client.session.FakeSession;
import org.beistand.client.session.SessionView;
import org.beistand.client.session.Views;
import org.beistand.client.ui.base.HandTicker;
import org.beistand.client.ui.base.Look;
import org.beistand.client.ui.base.Showroom;
import org.beistand.client.ui.base.StrayInputGuard;
import org.beistand.client.ui.base.Texts;
import org.beistand.protocol.value.Endpoint;
import org.beistand.protocol.value.Language;
import org.beistand.protocol.value.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The attendee comes in: number, name, lobby, code; and every way in which that can fail. */
final class WayInTest {
    private final Showroom room = new Showroom();
    private final FakeAttendeeDoor door = new FakeAttendeeDoor();
    private final HandTicker time = new HandTicker(Instant.parse("2026-03-01T10:00:00Z"));
    private final Texts texts = new Texts(Language.ENGLISH);
    private final AttendeeFlow flow = new AttendeeFlow(door, Platform::runLater, time);
    private boolean left;

    @BeforeEach
    void theWindowIsOpen() {
        room.open(this::fill);
    }

    private void fill(Stage stage) {
        ClientPackage pack = new ClientPackage(
                "University Hospital", "powered by Beistand", new Endpoint("operator.example", 2000), false);
        Scene scene = new Scene(new AttendeeWindow(flow, pack, texts, time, () -> left = true), 560, 520);
        Look.dress(scene);
        stage.setScene(scene);
    }

    @AfterEach
    void theWindowIsClosed() {
        room.closeAll();
    }

    private void type(String number, String name) {
        room.robot()
                .clickOn("#sessionNumber")
                .write(number)
                .clickOn("#yourName")
                .write(name);
    }

    @Test
    @Tag("001-85")
    @Tag("001-86")
    @Tag("001-87")
    @Tag("001-88")
    @Tag("001-89")
    @Tag("001-90")
    @Tag("001-91")
    @Tag("001-92")
    void theWindowLooksAsTheSourcesTell() {
        assertEquals("powered by Beistand", room.words("#productLine"));
        assertEquals("University Hospital", room.words("#logo"));
        assertEquals("Start session", room.words("#section"));
        assertEquals("Please enter the access data provided by your moderator.", room.words("#instruction"));
        Button connect = room.find("#connect", Button.class);
        assertTrue(connect.localToScreen(0, 0).getY()
                > room.find("#yourName", TextField.class).localToScreen(0, 0).getY());
        Button exit = room.find("#exit", Button.class);
        assertTrue(exit.localToScene(exit.getLayoutBounds()).getMaxX() > 500);
        assertTrue(exit.localToScene(exit.getLayoutBounds()).getMaxY() > 470);
        assertTrue(exit.getGraphic() != null);
    }

    @Test
    @Tag("001-26")
    void aNumberAndANameLeadIntoTheLobby() {
        type("123456", "Anna Weber");
        assertEquals("123 456", room.find("#sessionNumber", TextField.class).getText());
        room.robot().clickOn("#connect");
        assertEquals(List.of("123 456 Anna Weber"), door.knocks());
        assertEquals("Looking for your session", room.words("#waitingFor"));

        door.open(new FakeSession(Views.in(new SessionView.InLobby()).view()));
        room.settle();
        assertEquals("Your moderator will let you in in a moment", room.words("#waitingFor"));
    }

    @Test
    void theEnterKeyConnectsToo() {
        type("123456", "Anna");
        room.robot().push(KeyCode.ENTER);
        assertEquals(List.of("123 456 Anna"), door.knocks());
    }

    @Test
    void aPastedSentenceWithFullWidthDigitsIsUnderstood() {
        room.run(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString("番号：１２３　４５６です");
            Clipboard.getSystemClipboard().setContent(content);
        });
        room.robot().clickOn("#sessionNumber").push(KeyCode.CONTROL, KeyCode.V);
        assertEquals("123 456", room.find("#sessionNumber", TextField.class).getText());
    }

    @Test
    void aSeventhDigitAndALetterAreToldAndNothingIsLost() {
        type("1234567", "Anna");
        assertEquals("123 456", room.find("#sessionNumber", TextField.class).getText());
        assertTrue(room.words("#numberProblem").endsWith("(B-104)"));
        room.robot().clickOn("#sessionNumber").push(KeyCode.END).push(KeyCode.BACK_SPACE);
        assertFalse(room.shows("#numberProblem"));
        room.robot().write("x");
        assertTrue(room.shows("#numberProblem"));
        assertEquals("123 45", room.find("#sessionNumber", TextField.class).getText());
    }

    @Test
    void digitsCanBeMendedInTheMiddle() {
        room.robot()
                .clickOn("#sessionNumber")
                .write("13456")
                .push(KeyCode.HOME)
                .push(KeyCode.RIGHT)
                .write("2");
        assertEquals("123 456", room.find("#sessionNumber", TextField.class).getText());
        room.robot().push(KeyCode.DELETE);
        assertEquals("124 56", room.find("#sessionNumber", TextField.class).getText());
    }

    @Test
    void whatIsMissingIsToldBesideItsField() {
        room.robot().clickOn("#connect");
        assertTrue(room.words("#numberProblem").endsWith("(B-104)"));
        assertTrue(room.words("#nameProblem").endsWith("(B-105)"));
        assertEquals(List.of(), door.knocks());
        assertTrue(room.find("#sessionNumber", TextField.class).isFocused());
    }

    @Test
    void aNameOfTenThousandCharactersIsStoppedAtTheField() {
        room.robot().clickOn("#sessionNumber").write("123456");
        room.run(() -> room.robot().lookup("#yourName").queryAs(TextField.class).setText("x".repeat(10_000)));
        assertEquals(0, room.find("#yourName", TextField.class).getLength());
        room.run(() -> room.robot().lookup("#yourName").queryAs(TextField.class).setText("x".repeat(200)));
        room.robot().clickOn("#connect");
        assertTrue(room.words("#nameProblem").endsWith("(B-106)"));
    }

    @Test
    void anUnknownNumberIsToldBesideTheNumber() {
        type("123456", "Anna");
        room.robot().clickOn("#connect");
        door.refuse(Reason.NUMBER_UNKNOWN, Duration.ZERO);
        room.settle();
        assertTrue(room.words("#numberProblem").endsWith("(B-103)"));
        assertEquals("123 456", room.find("#sessionNumber", TextField.class).getText());
        assertEquals("Anna", room.find("#yourName", TextField.class).getText());
    }

    @Test
    void aServerThatIsDownIsToldUnderConnect() {
        type("123456", "Anna");
        room.robot().clickOn("#connect");
        door.refuse(Reason.SERVER_UNREACHABLE, Duration.ZERO);
        room.settle();
        assertTrue(room.words("#problem").endsWith("(B-201)"));
        room.robot().clickOn("#connect");
        assertEquals(2, door.knocks().size());
        assertFalse(room.shows("#problem"));
    }

    @Test
    void afterTooManyTriesConnectWaits() {
        type("123456", "Anna");
        room.robot().clickOn("#connect");
        door.refuse(Reason.TOO_MANY_TRIES, Duration.ofSeconds(2));
        room.settle();
        assertTrue(room.find("#connect", Button.class).isDisabled());
        assertEquals("You can try again in 2 s.", room.words("#wait"));
        room.run(() -> time.turn(Duration.ofSeconds(2)));
        assertFalse(room.find("#connect", Button.class).isDisabled());
        assertFalse(room.shows("#wait"));
    }

    @Test
    void anUnexpectedErrorIsOneSentenceWithACode() {
        type("123456", "Anna");
        room.robot().clickOn("#connect");
        door.breakDown(new IllegalStateException("inside"));
        room.settle();
        assertTrue(room.words("#problem").endsWith("(B-901)"));
        assertFalse(room.words("#problem").contains("inside"));
    }

    @Test
    void whoCancelsWhileConnectingGivesALatePlaceBack() {
        type("123456", "Anna");
        room.robot().clickOn("#connect").clickOn("#cancel");
        assertEquals("123 456", room.find("#sessionNumber", TextField.class).getText());
        FakeSession late = new FakeSession(Views.in(new SessionView.InLobby()).view());
        door.open(late);
        room.settle();
        assertEquals(List.of("leave"), late.wishes());
        assertTrue(room.shows("#sessionNumber"));
    }

    @Test
    @Tag("001-70")
    void whoCancelsInTheLobbyLeaves() {
        FakeSession session = joined(Views.in(new SessionView.InLobby()).view());
        room.robot().push(KeyCode.ESCAPE);
        assertEquals(List.of("leave"), session.wishes());
        assertTrue(room.shows("#sessionNumber"));
    }

    private FakeSession joined(SessionView view) {
        type("123456", "Anna");
        room.robot().clickOn("#connect");
        FakeSession session = new FakeSession(view);
        door.open(session);
        room.settle();
        return session;
    }

    private static SessionView listening() {
        return Views.inSession()
                .moderator(1, "Max Moder", "", new SessionView.Listening(List.of("4711", "0815", "1234")))
                .view();
    }

    @Test
    void theCodeThatSheHearsIsPicked() {
        FakeSession session = joined(listening());
        assertTrue(room.shows("#code-1"));
        room.robot().clickOn("#code-1");
        assertEquals(List.of(), session.wishes(), "a click that was meant for something else");
        room.run(() -> time.turn(StrayInputGuard.PAUSE));
        room.robot().clickOn("#code-2");
        assertEquals(List.of("pick #1 0815"), session.wishes());
        assertFalse(room.shows("#code-2"));
    }

    private static SessionView password(int triesLeft) {
        return Views.inSession()
                .moderator(1, "Max Moder", "", new SessionView.EnteringPassword(triesLeft))
                .view();
    }

    @Test
    @Tag("001-135")
    @Tag("002-68")
    void theSessionsPasswordIsTypedAsItIsHeard() {
        FakeSession session = joined(password(3));
        room.robot().write("4071 82").push(KeyCode.ENTER);
        assertEquals(List.of(), session.wishes(), "too short to be tried");
        assertTrue(room.words("#passwordProblem").endsWith("(B-409)"));
        room.robot().write("56");
        assertFalse(room.shows("#passwordProblem"));
        room.robot().push(KeyCode.ENTER);
        assertEquals(List.of("password #1 40718256"), session.wishes());
        assertFalse(room.shows("#sessionPassword"));
        session.show(password(2));
        room.settle();
        assertTrue(room.words("#passwordProblem").endsWith("(B-406)"));
        assertEquals("", room.find("#sessionPassword", TextField.class).getText());
        room.robot().write("40").push(KeyCode.ESCAPE);
        assertEquals("leave", session.wishes().getLast());
    }

    @Test
    void noneOfTheCodesIsAnAnswerToo() {
        FakeSession session = joined(listening());
        room.run(() -> time.turn(StrayInputGuard.PAUSE));
        room.robot().clickOn("#code-none");
        assertEquals(List.of("pick #1 none"), session.wishes());
    }

    @Test
    void noCodeIsPickedByTheEnterKey() {
        FakeSession session = joined(listening());
        room.run(() -> time.turn(StrayInputGuard.PAUSE));
        room.robot().push(KeyCode.ENTER).push(KeyCode.TAB).push(KeyCode.ENTER);
        assertEquals(List.of(), session.wishes());
        room.robot().push(KeyCode.SPACE);
        assertEquals(List.of("pick #1 4711"), session.wishes(), "a key that says which");
    }

    @Test
    void theEndIsToldAndEverythingCanBeginAgain() {
        FakeSession session = joined(Views.in(new SessionView.InLobby()).view());
        session.show(Views.in(new SessionView.Over(Reason.REFUSED_IN_LOBBY)).view());
        room.settle();
        assertTrue(room.words("#whatHappened").endsWith("(B-303)"));
        room.robot().clickOn("#startAgain");
        assertEquals("123 456", room.find("#sessionNumber", TextField.class).getText());
        assertEquals("Anna", room.find("#yourName", TextField.class).getText());
    }

    @Test
    void theLanguageChangesAtOnceAndNothingIsLost() {
        type("1234", "Anna");
        room.choose("#language", "#language-ja");
        assertEquals("セッションの開始", room.words("#section"));
        assertEquals("123 4", room.find("#sessionNumber", TextField.class).getText());
    }

    @Test
    void exitIsOneClick() {
        room.robot().clickOn("#exit");
        assertTrue(left);
    }
}

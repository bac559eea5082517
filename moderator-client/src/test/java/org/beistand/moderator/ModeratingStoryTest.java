package org.beistand.moderator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.beistand.client.session.FakeSession;
import org.beistand.client.session.SessionView;
import org.beistand.client.session.Views;
import org.beistand.protocol.value.Language;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The moderator signs in, opens a session, lets people in, asks for rights, and ends. */
final class ModeratingStoryTest {
    private final ModeratorRoom room = new ModeratorRoom();

    @BeforeEach
    void theWindowIsOpen() {
        room.open(Language.ENGLISH, 1200, 820);
    }

    @AfterEach
    void theWindowIsClosed() {
        room.show.closeAll();
    }

    private void press(String query) {
        room.show.settle();
        room.show.robot().clickOn(query);
        room.show.settle();
    }

    private FakeSession session(Views views) {
        room.signIn();
        return room.openSession(views.view());
    }

    private static Views withAnna() {
        return ModeratorRoom.running().attendee(2, "Anna Weber", new SessionView.Present());
    }

    @Test
    @Tag("001-45")
    void nameAndPasswordLeadHome() {
        room.show
                .robot()
                .clickOn("#login")
                .write("max")
                .clickOn("#password")
                .write("secret words")
                .push(KeyCode.ENTER);
        assertEquals(List.of("max secret words"), room.door.tries());
        room.door.accept("Max Moder", "Example Instruments");
        room.show.settle();
        assertEquals("Welcome, Max Moder", room.show.words("#welcome"));
        assertEquals("", room.flow.password().get(), "the password is not kept");
    }

    @Test
    void whatIsMissingIsToldBesideItsField() {
        press("#signIn");
        assertTrue(room.show.words("#loginProblem").endsWith("(B-105)"));
        assertTrue(room.show.words("#passwordProblem").endsWith("(B-112)"));
        assertEquals(List.of(), room.door.tries());
    }

    @Test
    void aWrongPasswordIsOneSentenceAndTheNameStays() {
        room.show
                .robot()
                .clickOn("#login")
                .write("max")
                .clickOn("#password")
                .write("x")
                .clickOn("#signIn");
        room.door.refuse(Reason.SIGN_IN_REFUSED, Duration.ofSeconds(3));
        room.show.settle();
        assertTrue(room.show.words("#problem").endsWith("(B-101)"));
        assertEquals("max", room.show.find("#login", TextField.class).getText());
        assertTrue(room.show.find("#signIn", Button.class).isDisabled());
        room.show.run(() -> room.time.turn(Duration.ofSeconds(3)));
        assertFalse(room.show.find("#signIn", Button.class).isDisabled());
    }

    @Test
    @Tag("001-44")
    @Tag("001-48")
    void oneClickOpensASessionAndTheNumberIsLarge() {
        room.signIn();
        press("#openSession");
        room.door.open(new FakeSession(ModeratorRoom.running().view()));
        room.show.settle();
        assertEquals("123 456", room.show.words("#number"));
        assertTrue(room.show.words("#expires").contains("10:15"), room.show.words("#expires"));
        assertTrue(room.show.shows("#nobody"));
    }

    @Test
    void aWindowAtRestIsLeftAlone() {
        room.signIn();
        press("#openSession");
        room.door.open(new FakeSession(ModeratorRoom.running().view()));
        room.show.settle();
        assertFalse(room.show.isLookedThrough());
    }

    @Test
    void aSessionThatCannotBeOpenedIsTold() {
        room.signIn();
        press("#openSession");
        room.door.refuseSession(Reason.NO_NUMBER_FREE);
        room.show.settle();
        assertTrue(room.show.words("#problem").endsWith("(B-110)"));
        assertTrue(room.show.shows("#openSession"));
    }

    @Test
    @Tag("001-135")
    @Tag("002-69")
    void aSessionWithAPasswordShowsItBesideTheNumberAndNeverCopiesIt() {
        room.signIn();
        room.show.robot().clickOn("#withPassword").clickOn("#openSession");
        assertEquals(List.of("max correct horse battery", "open a session with a password"), room.door.tries());
        room.door.open(new FakeSession(Views.moderated(123_456, ModeratorRoom.NOW.plusSeconds(900), "40718256")
                .view()));
        room.show.settle();
        assertEquals("123 456", room.show.words("#number"));
        assertEquals("4071 8256", room.show.words("#sessionPassword"));
        assertEquals("four zero seven one – eight two five six", room.show.words("#spokenPassword"));
        room.show.robot().clickOn("#copyForMail");
        assertFalse(room.clipboard.getFirst().contains("4071"));
    }

    @Test
    @Tag("001-49")
    void theInvitationIsADraftInTheCustomersLanguageWithoutThePassword() {
        session(Views.moderated(123_456, ModeratorRoom.NOW.plusSeconds(900), "40718256"));
        for (String language : List.of("en", "de", "ja")) {
            room.show.choose("#inviteByMail", "#invite-" + language);
        }
        room.show.settle();
        List<String> mails = room.drafts.stream()
                .map(draft -> URLDecoder.decode(draft.toASCIIString(), StandardCharsets.UTF_8))
                .toList();
        assertTrue(mails.get(0)
                .startsWith("mailto:?subject=Your invitation to a remote support session&body=Please start"));
        assertTrue(mails.get(1).startsWith("mailto:?subject=Ihre Einladung"));
        assertTrue(mails.get(2).startsWith("mailto:?subject=リモートサポート"));
        for (String mail : mails) {
            assertTrue(mail.contains("123 456"));
            assertTrue(mail.contains("\r\n\r\n"));
            assertFalse(mail.replace(" ", "").contains("40718256"));
        }
        assertFalse(room.show.shows("#inviteProblem"));
        room.noMailProgram = true;
        room.show.choose("#inviteByMail", "#invite-de");
        room.show.settle();
        assertTrue(room.show.words("#inviteProblem").endsWith("(B-705)"));
    }

    @Test
    @Tag("001-22")
    @Tag("001-49")
    void theServerSendsTheInvitation() {
        room.door.sendsInvitations();
        session(ModeratorRoom.running());
        press("#inviteByMail");
        assertFalse(room.show.shows("#inviteByMail"));
        room.show.robot().write("hanako@clinic.example");
        room.show.choose("#inviteLanguage", "#inviteIn-ja");
        press("#sendInvitation");
        assertEquals(
                "invite hanako@clinic.example in JAPANESE", room.door.tries().getLast());
        assertEquals("The invitation is being sent …", room.show.words("#invitationSaid"));
        assertTrue(room.show.find("#sendInvitation", Button.class).isDisabled());
        assertTrue(room.show.find("#inviteAddress", TextField.class).isFocused());
        room.door.invitationSent();
        room.show.settle();
        assertEquals("The invitation to hanako@clinic.example was sent.", room.show.words("#invitationSaid"));
        assertEquals("", room.show.find("#inviteAddress", TextField.class).getText());
        assertFalse(room.show.shows("#invitationProblem"));
        assertEquals(List.of(), room.drafts);
        // The next one, by the keyboard alone.
        room.show.robot().clickOn("#inviteAddress").write("taro@clinic.example");
        room.show.settle();
        assertFalse(room.show.shows("#invitationSaid"));
        room.show.robot().push(KeyCode.ENTER);
        room.show.settle();
        assertEquals("invite taro@clinic.example in JAPANESE", room.door.tries().getLast());
    }

    @Test
    @Tag("001-22")
    void anAddressThatIsNoneIsToldBesideIt() {
        room.door.sendsInvitations();
        session(ModeratorRoom.running());
        press("#inviteByMail");
        int before = room.door.tries().size();
        for (String wrong : List.of("", "hanako", "a@clinic.example, b@clinic.example")) {
            room.show.run(
                    () -> room.show.find("#inviteAddress", TextField.class).setText(wrong));
            press("#sendInvitation");
            assertTrue(room.show.words("#invitationProblem").endsWith("(B-157)"));
        }
        assertEquals(before, room.door.tries().size(), "nothing was asked of the server");
        room.show.run(() -> room.show.find("#inviteAddress", TextField.class).setText("hanako@clinic.example"));
        assertFalse(room.show.shows("#invitationProblem"));
    }

    @Test
    @Tag("001-22")
    @Tag("001-49")
    void whatTheServerCannotSendIsADraftAfterAll() {
        room.door.sendsInvitations();
        session(ModeratorRoom.running());
        press("#inviteByMail");
        for (Reason reason : List.of(
                Reason.MAIL_SERVER_UNREACHABLE,
                Reason.MAIL_RECIPIENT_REFUSED,
                Reason.TOO_MANY_INVITATIONS,
                Reason.INVITING_ENDED)) {
            room.show.run(
                    () -> room.show.find("#inviteAddress", TextField.class).setText("hanako@clinic.example"));
            room.show.run(() -> room.show.find("#sendInvitation", Button.class).fire());
            room.door.refuseInvitation(reason);
            room.show.settle();
            assertTrue(room.show.words("#invitationProblem").endsWith("(B-" + reason.code() + ")"));
            assertEquals(
                    "hanako@clinic.example",
                    room.show.find("#inviteAddress", TextField.class).getText(),
                    "what was typed is not lost");
        }
        room.show.choose("#inviteByOwnProgram", "#invite-de");
        room.show.settle();
        assertTrue(URLDecoder.decode(room.drafts.getFirst().toASCIIString(), StandardCharsets.UTF_8)
                .startsWith("mailto:?subject=Ihre Einladung"));
    }

    @Test
    @Tag("001-49")
    void theNumberIsCopiedForAnEmail() {
        session(ModeratorRoom.running());
        press("#copyForMail");
        assertEquals(
                List.of("Please start Beistand and enter the session number 123 456 and your name."), room.clipboard);
        assertTrue(room.show.shows("#copied"));
    }

    @Test
    void whoKnocksIsAdmittedOrRefused() {
        FakeSession session = session(ModeratorRoom.running()
                .attendee(2, "Anna Weber", new SessionView.Knocking())
                .attendee(3, "Berta Klein", new SessionView.Knocking()));
        assertEquals("Anna Weber", room.show.words("#knocking-2"));
        press("#admit-2");
        press("#refuse-3");
        assertEquals(List.of("admit #2", "turn away #3"), session.wishes());
        session.show(ModeratorRoom.running().view());
        assertFalse(room.show.shows("#lobby"));
    }

    @Test
    void theCodeIsShownToBeReadOut() {
        session(ModeratorRoom.running().attendee(2, "Anna Weber", new SessionView.ReadingOut("47 11")));
        assertEquals("47 11", room.show.words("#code-2"));
    }

    @Test
    @Tag("001-68")
    void somebodyIsRemoved() {
        FakeSession session = session(withAnna());
        assertEquals("Verified", room.show.words("#standing-2"));
        press("#remove-2");
        assertTrue(session.wishes().contains("remove #2"));
    }

    @Test
    @Tag("001-69")
    void theSessionIsBlockedAndOpened() {
        FakeSession session = session(withAnna());
        press("#block");
        session.show(withAnna().blocked().view());
        press("#block");
        assertEquals(List.of("block true", "block false"), session.wishes());
    }

    @Test
    @Tag("001-53")
    @Tag("001-54")
    void eachRightIsAskedForOnItsOwn() {
        FakeSession session = session(withAnna());
        press("#request-VIEW_SCREEN");
        press("#request-REMOTE_CONTROL");
        assertEquals(List.of("request #2 VIEW_SCREEN", "request #2 REMOTE_CONTROL"), session.wishes());
        session.show(withAnna().pending(2, Permission.VIEW_SCREEN).view());
        assertEquals("Asked, waiting for the answer", room.show.words("#state-VIEW_SCREEN"));
        press("#cancel-VIEW_SCREEN");
        assertEquals("cancel request #2 VIEW_SCREEN", session.wishes().getLast());
    }

    @Test
    void aRefusalStandsBesideTheRight() {
        FakeSession session = session(withAnna().pending(2, Permission.REMOTE_CONTROL));
        session.show(withAnna()
                .notice(1, 2, Permission.REMOTE_CONTROL, Reason.REFUSED_BY_OWNER)
                .view());
        assertTrue(room.show.words("#state-REMOTE_CONTROL").endsWith("(B-501)"));
        assertTrue(room.show.words("#notice-1").startsWith("Anna Weber"));
        press("#dismiss-1");
        assertFalse(room.show.shows("#notice-1"));
        session.show(withAnna()
                .notice(1, 2, Permission.REMOTE_CONTROL, Reason.REFUSED_BY_OWNER)
                .view());
        assertFalse(room.show.shows("#notice-1"), "a notice is shown once");
    }

    @Test
    void aRightThatIsHeldShowsTheScreenAndIsGivenBack() {
        FakeSession session = session(withAnna());
        assertTrue(room.show.shows("#noScreen"));
        session.show(withAnna().held(2, Permission.VIEW_SCREEN).view());
        assertFalse(room.show.shows("#noScreen"));
        assertTrue(session.viewerOf(Views.id(2)).isPresent());
        press("#giveBack-VIEW_SCREEN");
        assertEquals("give back #2 VIEW_SCREEN", session.wishes().getLast());
        session.show(withAnna().view());
        room.show.settle();
        assertTrue(session.viewerOf(Views.id(2)).isEmpty());
    }

    @Test
    void withoutTheRightTheMouseOverTheScreenDoesNothing() {
        FakeSession session = session(withAnna().held(2, Permission.VIEW_SCREEN));
        session.viewerOf(Views.id(2)).orElseThrow().begin(640, 480);
        press("#screen");
        assertEquals(List.of(), session.strokes());
        session.show(withAnna()
                .held(2, Permission.VIEW_SCREEN)
                .held(2, Permission.REMOTE_CONTROL)
                .view());
        press("#screen");
        assertTrue(session.strokes().stream().anyMatch(stroke -> stroke.startsWith("button 1 down")));
        session.show(withAnna().held(2, Permission.VIEW_SCREEN).view());
        room.show.settle();
        int before = session.strokes().size();
        press("#screen");
        assertEquals(before, session.strokes().size());
    }

    @Test
    void inFullScreenTheWayBackStaysInSightAndEscapeBelongsToWhoeverIsOperated() {
        FakeSession session = session(withAnna().held(2, Permission.VIEW_SCREEN).held(2, Permission.REMOTE_CONTROL));
        session.viewerOf(Views.id(2)).orElseThrow().begin(640, 480);
        press("#fullScreen");
        room.show.eventually(ModeratingStoryTest::isFull);
        assertFalse(room.show.shows("#endSession"), "nothing stands beside the picture");
        room.show.drawn();
        press("#screen");
        room.show.robot().push(KeyCode.ESCAPE);
        room.show.drawn();
        assertTrue(session.strokes().contains("key 29 - down"), session.strokes()::toString);
        assertTrue(isFull());
        assertEquals("Leave full screen", room.show.words("#fullScreen").replace("_", ""));
        press("#fullScreen");
        room.show.eventually(() -> !isFull());
    }

    @Test
    void escapeLeavesFullScreenForWhoeverOnlyLooks() {
        FakeSession session = session(withAnna().held(2, Permission.VIEW_SCREEN));
        session.viewerOf(Views.id(2)).orElseThrow().begin(640, 480);
        press("#fullScreen");
        room.show.eventually(ModeratingStoryTest::isFull);
        room.show.drawn();
        room.show.robot().push(KeyCode.ESCAPE);
        room.show.eventually(() -> !isFull());
        assertEquals(List.of(), session.strokes());
    }

    @Test
    void eachScreenIsLookedAtAgainAsItWasBefore() {
        Views two = withAnna()
                .attendee(3, "Bea Kurz", new SessionView.Present())
                .held(2, Permission.VIEW_SCREEN)
                .held(3, Permission.VIEW_SCREEN);
        FakeSession session = session(two);
        session.viewerOf(Views.id(2)).orElseThrow().begin(640, 480);
        press("#zoomIn");
        room.show.drawn();
        String larger = room.show.words("#zoom");
        assertFalse(larger.startsWith("Fitted"), larger);
        press("#person-3");
        session.viewerOf(Views.id(3)).orElseThrow().begin(640, 480);
        room.show.drawn();
        assertTrue(room.show.words("#zoom").startsWith("Fitted"), room.show.words("#zoom"));
        press("#person-2");
        session.viewerOf(Views.id(2)).orElseThrow().begin(640, 480);
        room.show.drawn();
        assertEquals(larger, room.show.words("#zoom"));
    }

    private static boolean isFull() {
        return Window.getWindows().stream().anyMatch(window -> window instanceof Stage stage && stage.isFullScreen());
    }

    @Test
    void filesAreChosenAndOffered() {
        FakeSession session = session(withAnna());
        press("#request-SEND_FILE");
        assertEquals(List.of(), session.wishes(), "nothing was chosen");
        room.chosenFiles = List.of(Path.of("manual.pdf"));
        press("#request-SEND_FILE");
        assertEquals(List.of("offer #2 [manual.pdf]"), session.wishes());
    }

    @Test
    void theClipboardIsUsedOnlyAfterItWasAllowed() {
        FakeSession session = session(withAnna());
        assertFalse(room.show.shows("#putClipboard"));
        session.show(withAnna()
                .held(2, Permission.PUT_CLIPBOARD)
                .held(2, Permission.TAKE_CLIPBOARD)
                .view());
        press("#putClipboard");
        press("#takeClipboard");
        assertEquals(List.of("put clipboard #2", "take clipboard #2"), session.wishes());
    }

    @Test
    void endingIsAskedForOnceMore() {
        FakeSession session = session(withAnna());
        press("#endSession");
        assertEquals(List.of(), session.wishes());
        press("#keepGoing");
        press("#endSession");
        press("#endNow");
        assertEquals(List.of("leave"), session.wishes());
        session.show(Views.in(new SessionView.Over(Reason.SESSION_ENDED)).view());
        room.show.settle();
        assertTrue(room.show.words("#whatHappened").endsWith("(B-309)"));
        press("#goHome");
        assertTrue(room.show.shows("#openSession"));
    }
}

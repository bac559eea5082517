package org.beistand.attendee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.beistand.client.meeting.ClientPackage;
import org.beistand.client.meeting.FakeAttendeeDoor;
import org.beistand.client.session.FakeSession;
import org.beistand.client.session.SessionView;
import org.beistand.client.session.SessionView.Question;
import org.beistand.client.session.Views;
import org.beistand.client.ui.base.HandTicker;
import org.beistand.client.ui.base.OwnWindowAreas;
import org.beistand.client.ui.base.Showroom;
import org.beistand.client.ui.base.StrayInputGuard;
import org.beistand.client.ui.base.Texts;
import org.beistand.client.ui.consent.FakeFileChoice;
import org.beistand.protocol.value.Endpoint;
import org.beistand.protocol.value.Language;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The windows hand over to each other: the start window, the tray, the question, and the end. */
final class AttendeeProgramTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final Showroom room = new Showroom();
    private final FakeAttendeeDoor door = new FakeAttendeeDoor();
    private final HandTicker time = new HandTicker(NOW);
    private final OwnWindowAreas own = new OwnWindowAreas();
    private final FakeSession session =
            new FakeSession(Views.in(new SessionView.InLobby()).view());
    private boolean ended;

    @BeforeEach
    void theProgramRuns() {
        room.run(() -> new AttendeeProgram(
                        door,
                        new ClientPackage(
                                "Hospital", "powered by Beistand", new Endpoint("operator.example", 2000), false),
                        new AttendeeProgram.Surroundings(
                                new Texts(Language.ENGLISH),
                                time,
                                time,
                                Path.of("downloads"),
                                new FakeFileChoice(),
                                own,
                                () -> ended = true))
                .start());
        room.drawn();
    }

    @AfterEach
    void everythingIsClosed() {
        room.closeAll();
    }

    private static Views withMax() {
        return Views.inSession().moderator(1, "Max Moder", "Example Instruments", new SessionView.Present());
    }

    private void joined() {
        room.robot()
                .clickOn("#sessionNumber")
                .write("123456")
                .clickOn("#yourName")
                .write("Anna");
        room.robot().push(KeyCode.ENTER);
        door.open(session);
        room.settle();
    }

    private void now(Views views) {
        session.show(views.view());
        room.settle();
    }

    @Test
    void tabGoesThroughTheWindowAsOneReadsIt() {
        room.robot().clickOn("#sessionNumber");
        for (String next : List.of("#yourName", "#connect", "#language", "#exit", "#sessionNumber")) {
            room.robot().push(KeyCode.TAB);
            assertTrue(room.ask(() -> room.robot().lookup(next).query().isFocused()), next);
        }
    }

    @Test
    @Tag("001-51")
    void whenTheSessionRunsTheTrayTakesOver() {
        joined();
        assertFalse(room.shows("#tray"));
        now(withMax());
        assertTrue(room.shows("#tray"));
        assertFalse(room.shows("#header"));
        assertEquals(1, own.areas().size());
    }

    @Test
    void windowsAtRestAreLeftAlone() {
        joined();
        now(withMax());
        assertFalse(room.isLookedThrough());
    }

    @Test
    @Tag("001-56")
    void aQuestionComesUpBesideTheTray() {
        joined();
        now(withMax().question(new Question(3, Views.id(1), Permission.VIEW_SCREEN, List.of(), NOW.plusSeconds(30))));
        assertTrue(room.shows("#tray"));
        assertTrue(own.asking());
        room.run(() -> time.turn(StrayInputGuard.PAUSE));
        room.robot().clickOn("#allow");
        assertEquals(List.of("share EVERYTHING Everything[] true true", "allow 3 downloads"), session.wishes());
    }

    @Test
    @Tag("001-70")
    void endingInTheTrayIsToldAtOnceWhateverTheNetworkSays() {
        joined();
        now(withMax().given(1, Permission.VIEW_SCREEN));
        room.robot().clickOn("#endSession");
        room.settle();
        assertEquals(List.of("leave"), session.wishes());
        assertFalse(room.shows("#tray"));
        assertTrue(room.words("#whatHappened").endsWith("(B-309)"));
        now(withMax().given(1, Permission.VIEW_SCREEN));
        assertFalse(room.shows("#tray"), "a late word does not bring it back");
    }

    @Test
    void whatEndedTheSessionIsTold() {
        joined();
        now(withMax());
        session.show(Views.in(new SessionView.Over(Reason.MODERATOR_LEFT)).view());
        room.settle();
        assertFalse(room.shows("#tray"));
        assertTrue(room.words("#whatHappened").endsWith("(B-302)"));
    }

    @Test
    void exitLeavesTheLobbyAndWaitsNoLongerThanForTheLastWord() {
        joined();
        room.robot().clickOn("#exit");
        room.settle();
        assertEquals(List.of("leave"), session.wishes());
        assertFalse(ended);
        session.show(Views.in(new SessionView.Over(Reason.SESSION_ENDED)).view());
        room.settle();
        assertTrue(ended);
    }

    @Test
    void aNetworkThatIsGoneDoesNotKeepTheProgramFromEnding() {
        joined();
        room.robot().clickOn("#exit");
        room.settle();
        room.run(() -> time.turn(Duration.ofSeconds(2)));
        assertTrue(ended);
    }

    @Test
    void aMistakeOfTheProgramIsOneSentenceWithItsCode() {
        Thread broken = new Thread(() -> {
            throw new IllegalStateException("inside");
        });
        broken.start();
        try {
            broken.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        room.settle();
        assertTrue(room.words("#problem").endsWith("(B-901)"));
        assertFalse(room.words("#problem").contains("inside"));
    }
}

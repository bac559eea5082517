package org.beistand.moderator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import javafx.scene.control.Button;
import org.beistand.protocol.value.Language;
import org.beistand.protocol.value.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Somebody who is signed in at his domain opens the moderator's program. */
@Tag("001-42")
final class DomainSignInStoryTest {
    private final ModeratorRoom room = new ModeratorRoom();

    @AfterEach
    void theWindowIsClosed() {
        room.show.closeAll();
    }

    private void started(String user) {
        room.open(Language.ENGLISH, 560, 540);
        if (!user.isEmpty()) {
            room.door.domainUser(user);
        }
        room.show.run(room.flow::begin);
        room.show.settle();
    }

    private void refused(Reason reason) {
        room.door.refuse(reason, Duration.ZERO);
        room.show.settle();
    }

    private void press(String query) {
        room.show.settle();
        room.show.run(() -> room.show.robot().lookup(query).queryButton().fire());
        room.show.settle();
    }

    @Test
    void isAtHomeWithoutTypingAnything() {
        started("anna_w@CLINIC.EXAMPLE");
        assertEquals("Signing in as anna_w@CLINIC.EXAMPLE", room.show.words(".headline"));
        room.door.accept("Anna Weber", "Example Instruments");
        room.show.settle();
        assertEquals("Welcome, Anna Weber", room.show.words("#welcome"));
        assertEquals(List.of("ticket"), room.door.tries());
    }

    @Test
    void isNotSignedInAgainAfterSigningOut() {
        started("anna_w@CLINIC.EXAMPLE");
        room.door.accept("Anna Weber", "Example Instruments");
        press("#signOut");
        assertTrue(room.show.shows("#login"));
        assertEquals(List.of("ticket"), room.door.tries());
        assertEquals(
                "Sign in as anna_w@CLINIC.EXAMPLE",
                room.show.find("#signInByTicket", Button.class).getText());
        press("#signInByTicket");
        room.door.accept("Anna Weber", "Example Instruments");
        room.show.settle();
        assertEquals("Welcome, Anna Weber", room.show.words("#welcome"));
    }

    @Test
    void seesTheFormAtOnceWithoutATicket() {
        started("");
        assertTrue(room.show.shows("#login"));
        assertFalse(room.show.shows("#signInByTicket"));
        assertEquals(List.of(), room.door.tries());
    }

    @Test
    void isNotToldThatNothingCameOfWhatHeDidNotAskFor() {
        started("anna@CLINIC.EXAMPLE");
        refused(Reason.DOMAIN_SIGN_IN_MISSING);
        assertTrue(room.show.shows("#login"));
        assertFalse(room.show.shows("#problem"));
        press("#signInByTicket");
        refused(Reason.DOMAIN_SIGN_IN_MISSING);
        assertTrue(room.show.words("#problem").endsWith("(B-137)"));
        assertTrue(room.show.shows("#signInByTicket"));
    }

    @Test
    void isNotOfferedWhatTheInstallationDoesNotTake() {
        started("anna@CLINIC.EXAMPLE");
        refused(Reason.DOMAIN_SIGN_IN_OFF);
        assertTrue(room.show.shows("#login"));
        assertFalse(room.show.shows("#problem"));
        assertFalse(room.show.shows("#signInByTicket"));
    }

    @Test
    void hearsWhyHeMayNotComeIn() {
        started("anna@CLINIC.EXAMPLE");
        refused(Reason.NOT_A_MODERATOR);
        assertTrue(room.show.words("#problem").endsWith("(B-132)"));
        room.signIn();
        assertTrue(room.show.shows("#welcome"));
    }

    @Test
    void canCancelAndTypeAnotherName() {
        started("anna@CLINIC.EXAMPLE");
        press("#cancel");
        assertTrue(room.show.shows("#login"));
        room.door.accept("Anna Weber", "Example Instruments");
        room.show.settle();
        assertFalse(room.show.shows("#welcome"), "the answer came too late");
        room.signIn();
        assertEquals("Welcome, Max Moder", room.show.words("#welcome"));
    }

    @Test
    void whoHasBegunToTypeIsNotInterrupted() {
        room.open(Language.ENGLISH, 560, 540);
        room.door.domainUser("anna@CLINIC.EXAMPLE");
        room.show.run(() -> room.flow.login().set("max"));
        room.show.run(room.flow::begin);
        room.show.settle();
        assertTrue(room.show.shows("#login"));
        assertTrue(room.show.shows("#signInByTicket"));
        assertEquals(List.of(), room.door.tries());
    }
}

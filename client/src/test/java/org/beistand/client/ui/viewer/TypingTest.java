package org.beistand.client.ui.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.beistand.client.session.FakeSession;
import org.beistand.client.session.Views;
import org.beistand.client.ui.viewer.KeyStrokes.Composing;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is typed here arrives as what was meant, whatever the two keyboards look like. */
final class TypingTest {
    private final FakeSession session = new FakeSession(Views.inSession().view());
    private KeyStrokes keyboard = on(Composing.ALT_GRAPH);

    private KeyStrokes on(Composing composing) {
        return new KeyStrokes(session.hands(Views.id(2)), composing);
    }

    private void press(KeyCode key) {
        keyboard.handle(event(KeyEvent.KEY_PRESSED, key, KeyEvent.CHAR_UNDEFINED));
    }

    private void write(String characters) {
        keyboard.handle(event(KeyEvent.KEY_TYPED, KeyCode.UNDEFINED, characters));
    }

    private void release(KeyCode key) {
        keyboard.handle(event(KeyEvent.KEY_RELEASED, key, KeyEvent.CHAR_UNDEFINED));
    }

    private static KeyEvent event(javafx.event.EventType<KeyEvent> type, KeyCode key, String character) {
        return new KeyEvent(type, character, "", key, false, false, false, false);
    }

    private void tap(KeyCode key, String character) {
        press(key);
        write(character);
        release(key);
    }

    @Test
    void aLetterGoesAsItsCharacterWithItsPlace() {
        tap(KeyCode.A, "a");
        assertEquals(List.of("key 4 a down", "key 4 a up"), session.strokes());
    }

    @Test
    void aCapitalGoesWithoutShift() {
        press(KeyCode.SHIFT);
        tap(KeyCode.A, "A");
        release(KeyCode.SHIFT);
        assertEquals(List.of("key 4 A down", "key 4 A up"), session.strokes());
    }

    @Test
    void shiftWithAnArrowIsAKeyAndLetsGoForTheNextCharacter() {
        press(KeyCode.SHIFT);
        press(KeyCode.LEFT);
        release(KeyCode.LEFT);
        tap(KeyCode.DIGIT7, "/");
        release(KeyCode.SHIFT);
        assertEquals(
                List.of(
                        "key e1 - command down",
                        "key 50 - down",
                        "key 50 - up",
                        "key e1 - command up",
                        "key 24 / down",
                        "key 24 / up"),
                session.strokes());
    }

    @Test
    void aShortcutGoesAsKeysAndItsControlCharacterDoesNot() {
        press(KeyCode.CONTROL);
        tap(KeyCode.C, "\u0003");
        release(KeyCode.CONTROL);
        assertEquals(
                List.of("key e0 - command down", "key 6 c command down", "key 6 c command up", "key e0 - command up"),
                session.strokes());
    }

    @Test
    void altGrWritesItsCharacterOnly() {
        press(KeyCode.ALT_GRAPH);
        tap(KeyCode.Q, "@");
        release(KeyCode.ALT_GRAPH);
        assertEquals(List.of("key 14 @ down", "key 14 @ up"), session.strokes());
    }

    @Test
    void altGrOfWindowsWritesItsCharacterOnlyToo() {
        keyboard = on(Composing.CONTROL_AND_ALT);
        press(KeyCode.CONTROL);
        press(KeyCode.ALT);
        tap(KeyCode.Q, "@");
        release(KeyCode.CONTROL);
        release(KeyCode.ALT);
        assertEquals("key 14 @ down", session.strokes().getFirst());
        assertEquals("key 14 @ up", session.strokes().get(1));
    }

    @Test
    void aShortcutWithControlAndAltIsSentWhenNothingWasWritten() {
        keyboard = on(Composing.CONTROL_AND_ALT);
        press(KeyCode.CONTROL);
        press(KeyCode.ALT);
        press(KeyCode.T);
        release(KeyCode.T);
        release(KeyCode.ALT);
        release(KeyCode.CONTROL);
        assertEquals(
                List.of(
                        "key e0 - command down",
                        "key e2 - command down",
                        "key 17 t command down",
                        "key 17 t command up",
                        "key e2 - command up",
                        "key e0 - command up"),
                session.strokes());
    }

    @Test
    void aDeadKeyWaitsForItsLetter() {
        press(KeyCode.DEAD_ACUTE);
        release(KeyCode.DEAD_ACUTE);
        tap(KeyCode.E, "é");
        assertEquals(List.of("key 8 é down", "key 8 é up"), session.strokes());
    }

    @Test
    void aKeyHeldDownRepeatsFromHereOnly() {
        press(KeyCode.X);
        write("x");
        press(KeyCode.X);
        write("x");
        release(KeyCode.X);
        assertEquals(List.of("key 1b x down", "key 1b x up", "key 1b x down", "key 1b x up"), session.strokes());
    }

    @Test
    void aCharacterBeyondTheFirstPlaneIsOneCharacter() {
        tap(KeyCode.X, "😀");
        assertEquals(List.of("key 1b 😀 down", "key 1b 😀 up"), session.strokes());
    }

    @Test
    void wordsOfAnInputMethodAreWritten() {
        keyboard.write("診断");
        assertEquals(List.of("key 0 診 down", "key 0 診 up", "key 0 断 down", "key 0 断 up"), session.strokes());
    }

    @Test
    void altAloneIsATapAndShiftAloneIsNothing() {
        press(KeyCode.SHIFT);
        release(KeyCode.SHIFT);
        press(KeyCode.ALT);
        release(KeyCode.ALT);
        assertEquals(List.of("key e2 - command down", "key e2 - command up"), session.strokes());
    }

    @Test
    void aKeyWithoutAPlaceIsNotHeldSinceItsReleaseMayNotBeRecognised() {
        press(KeyCode.UNDEFINED);
        write("ü");
        release(KeyCode.CIRCUMFLEX);
        assertEquals(List.of("key 0 ü down", "key 0 ü up"), session.strokes());
    }

    @Test
    void aShortcutWithASignIsCalledByTheSign() {
        press(KeyCode.CONTROL);
        tap(KeyCode.MINUS, "-");
        tap(KeyCode.PLUS, "+");
        release(KeyCode.CONTROL);
        assertEquals(
                List.of(
                        "key e0 - command down",
                        "key 2d - command down",
                        "key 2d - command up",
                        "key 0 + command down",
                        "key 0 + command up",
                        "key e0 - command up"),
                session.strokes());
    }

    @Test
    void lockKeysStayHere() {
        press(KeyCode.CAPS);
        release(KeyCode.CAPS);
        assertEquals(List.of(), session.strokes());
    }

    @Test
    @Tag("001-67")
    void theSecurityKeyIsNeverSent() {
        assertFalse(keyboard.handle(event(KeyEvent.KEY_PRESSED, KeyCode.F11, KeyEvent.CHAR_UNDEFINED)));
        assertFalse(keyboard.handle(event(KeyEvent.KEY_RELEASED, KeyCode.F11, KeyEvent.CHAR_UNDEFINED)));
        assertEquals(List.of(), session.strokes());
    }

    @Test
    void everythingIsForgottenWhenTheFocusIsLost() {
        press(KeyCode.CONTROL);
        press(KeyCode.C);
        keyboard.releaseAll();
        release(KeyCode.C);
        release(KeyCode.CONTROL);
        tap(KeyCode.A, "a");
        assertEquals(
                List.of("key e0 - command down", "key 6 c command down", "release all", "key 4 a down", "key 4 a up"),
                session.strokes());
    }

    @Test
    void functionKeysAndEditingKeysHaveTheirPlaces() {
        assertEquals(0x3A, KeyPositions.of(KeyCode.F1));
        assertEquals(0x45, KeyPositions.of(KeyCode.F12));
        assertEquals(0x1D, KeyPositions.of(KeyCode.Z));
        assertEquals(0x27, KeyPositions.of(KeyCode.DIGIT0));
        assertEquals(0x28, KeyPositions.of(KeyCode.ENTER));
        assertEquals(0x4C, KeyPositions.of(KeyCode.DELETE));
        assertEquals(0x52, KeyPositions.of(KeyCode.UP));
        assertEquals(0x60, KeyPositions.of(KeyCode.NUMPAD8));
        assertEquals(0x52, KeyPositions.of(KeyCode.KP_UP), "never a digit, whatever Num Lock says there");
        assertEquals(0x62, KeyPositions.of(KeyCode.NUMPAD0));
        assertEquals(0x65, KeyPositions.of(KeyCode.CONTEXT_MENU));
        assertEquals(0xE3, KeyPositions.of(KeyCode.WINDOWS));
    }
}

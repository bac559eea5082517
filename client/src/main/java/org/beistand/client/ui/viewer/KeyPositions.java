package org.beistand.client.ui.viewer;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javafx.scene.input.KeyCode;

/** Where a key is: USB HID usages, page 7 (HID Usage Tables 1.5, chapter 10). */
final class KeyPositions {
    static final int UNKNOWN = 0;

    private static final Map<KeyCode, Integer> USAGES = new EnumMap<>(KeyCode.class);

    static {
        row(0x04, KeyCode.A, KeyCode.B, KeyCode.C, KeyCode.D, KeyCode.E, KeyCode.F, KeyCode.G, KeyCode.H, KeyCode.I);
        row(0x0D, KeyCode.J, KeyCode.K, KeyCode.L, KeyCode.M, KeyCode.N, KeyCode.O, KeyCode.P, KeyCode.Q, KeyCode.R);
        row(0x16, KeyCode.S, KeyCode.T, KeyCode.U, KeyCode.V, KeyCode.W, KeyCode.X, KeyCode.Y, KeyCode.Z);
        row(0x1E, KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5);
        row(0x23, KeyCode.DIGIT6, KeyCode.DIGIT7, KeyCode.DIGIT8, KeyCode.DIGIT9, KeyCode.DIGIT0);
        row(0x28, KeyCode.ENTER, KeyCode.ESCAPE, KeyCode.BACK_SPACE, KeyCode.TAB, KeyCode.SPACE);
        row(0x2D, KeyCode.MINUS, KeyCode.EQUALS, KeyCode.OPEN_BRACKET, KeyCode.CLOSE_BRACKET, KeyCode.BACK_SLASH);
        row(0x32, KeyCode.NUMBER_SIGN, KeyCode.SEMICOLON, KeyCode.QUOTE, KeyCode.BACK_QUOTE, KeyCode.COMMA);
        row(0x37, KeyCode.PERIOD, KeyCode.SLASH, KeyCode.CAPS);
        row(0x3A, KeyCode.F1, KeyCode.F2, KeyCode.F3, KeyCode.F4, KeyCode.F5, KeyCode.F6);
        row(0x40, KeyCode.F7, KeyCode.F8, KeyCode.F9, KeyCode.F10, KeyCode.F11, KeyCode.F12);
        row(0x46, KeyCode.PRINTSCREEN, KeyCode.SCROLL_LOCK, KeyCode.PAUSE, KeyCode.INSERT, KeyCode.HOME);
        row(0x4B, KeyCode.PAGE_UP, KeyCode.DELETE, KeyCode.END, KeyCode.PAGE_DOWN);
        row(0x4F, KeyCode.RIGHT, KeyCode.LEFT, KeyCode.DOWN, KeyCode.UP);
        row(0x53, KeyCode.NUM_LOCK, KeyCode.DIVIDE, KeyCode.MULTIPLY, KeyCode.SUBTRACT, KeyCode.ADD);
        row(0x59, KeyCode.NUMPAD1, KeyCode.NUMPAD2, KeyCode.NUMPAD3, KeyCode.NUMPAD4, KeyCode.NUMPAD5);
        row(0x5E, KeyCode.NUMPAD6, KeyCode.NUMPAD7, KeyCode.NUMPAD8, KeyCode.NUMPAD9, KeyCode.NUMPAD0);
        row(0x63, KeyCode.DECIMAL, KeyCode.LESS, KeyCode.CONTEXT_MENU);
        // The keypad's arrows are reported as such while Num Lock is off here; there it may be on, and they would be
        // digits.
        row(0x4F, KeyCode.KP_RIGHT, KeyCode.KP_LEFT, KeyCode.KP_DOWN, KeyCode.KP_UP);
        row(0x68, KeyCode.F13, KeyCode.F14, KeyCode.F15, KeyCode.F16, KeyCode.F17, KeyCode.F18);
        row(0x6E, KeyCode.F19, KeyCode.F20, KeyCode.F21, KeyCode.F22, KeyCode.F23, KeyCode.F24);
        row(0xE0, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.ALT, KeyCode.META);
        row(0xE3, KeyCode.WINDOWS);
        row(0xE3, KeyCode.COMMAND);
        row(0xE6, KeyCode.ALT_GRAPH);
    }

    /** What is printed on keys that are neither letters nor digits, where a shortcut is called by it: Control and minus. */
    private static final Map<KeyCode, Integer> SIGNS = new EnumMap<>(KeyCode.class);

    static {
        signs("-+=,.", KeyCode.MINUS, KeyCode.PLUS, KeyCode.EQUALS, KeyCode.COMMA, KeyCode.PERIOD);
        signs(";:\'\"#", KeyCode.SEMICOLON, KeyCode.COLON, KeyCode.QUOTE, KeyCode.QUOTEDBL, KeyCode.NUMBER_SIGN);
        signs("/\\`<>", KeyCode.SLASH, KeyCode.BACK_SLASH, KeyCode.BACK_QUOTE, KeyCode.LESS, KeyCode.GREATER);
        signs("[]()", KeyCode.OPEN_BRACKET, KeyCode.CLOSE_BRACKET, KeyCode.LEFT_PARENTHESIS, KeyCode.RIGHT_PARENTHESIS);
        signs("@^$*", KeyCode.AT, KeyCode.CIRCUMFLEX, KeyCode.DOLLAR, KeyCode.ASTERISK);
        signs("&!_", KeyCode.AMPERSAND, KeyCode.EXCLAMATION_MARK, KeyCode.UNDERSCORE);
    }

    private static void signs(String printed, KeyCode... keys) {
        for (int i = 0; i < keys.length; i++) {
            SIGNS.put(keys[i], printed.codePointAt(i));
        }
    }

    /** Keys that do something instead of writing a character. */
    private static final Set<KeyCode> WITHOUT_CHARACTER = EnumSet.of(
            KeyCode.ENTER,
            KeyCode.ESCAPE,
            KeyCode.BACK_SPACE,
            KeyCode.TAB,
            KeyCode.PRINTSCREEN,
            KeyCode.SCROLL_LOCK,
            KeyCode.PAUSE,
            KeyCode.INSERT,
            KeyCode.DELETE,
            KeyCode.CONTEXT_MENU);

    private KeyPositions() {}

    private static void row(int first, KeyCode... keys) {
        for (int i = 0; i < keys.length; i++) {
            USAGES.put(keys[i], first + i);
        }
    }

    /** The usage of the key, or {@link #UNKNOWN}. */
    static int of(KeyCode key) {
        return USAGES.getOrDefault(key, UNKNOWN);
    }

    static boolean writesNothing(KeyCode key) {
        return WITHOUT_CHARACTER.contains(key) || key.isFunctionKey() || key.isNavigationKey() || key.isArrowKey();
    }

    /** What a shortcut with this key is called by: the plain letter, digit or sign, 0 if it has none. */
    static int character(KeyCode key) {
        return key.isLetterKey() || key.isDigitKey() && !key.isKeypadKey()
                ? key.getChar().toLowerCase(java.util.Locale.ROOT).codePointAt(0)
                : SIGNS.getOrDefault(key, 0);
    }
}

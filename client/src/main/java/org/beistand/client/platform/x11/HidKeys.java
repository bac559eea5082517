package org.beistand.client.platform.x11;

/**
 * From the position of a key on any keyboard, as USB counts them (HID usage page 7), to the keycode of X servers on Linux, which
 * is the number of the key in the kernel plus 8.
 */
final class HidKeys {
    static final int RIGHT_ALT = 0xE6;
    private static final int FIRST_MODIFIER = 0xE0;
    private static final int OFFSET = 8;

    /** The kernel's numbers for the usages from 0. */
    private static final short[] KEYS = {
        0, 0, 0, 0, 30, 48, 46, 32, 18, 33, 34, 35, 23, 36, 37, 38, // A to L
        50, 49, 24, 25, 16, 19, 31, 20, 22, 47, 17, 45, 21, 44, 2, 3, // M to Z, 1, 2
        4, 5, 6, 7, 8, 9, 10, 11, 28, 1, 14, 15, 57, 12, 13, 26, // 3 to 0, Enter, Escape, Backspace, Tab, Space, - = [
        27, 43, 43, 39, 40, 41, 51, 52, 53, 58, 59, 60, 61, 62, 63, 64, // ] \ # ; ' ` , . / Caps Lock, F1 to F6
        65, 66, 67, 68, 87, 88, 99, 70, 119, 110, 102, 104, 111, 107, 109, 106, // F7 to F12, Print to Right
        105, 108, 103, 69, 98, 55, 74, 78, 96, 79, 80, 81, 75, 76, 77, 71, // Left, Down, Up, Num Lock, keypad
        72, 73, 82, 83, 86, 127, 116, 117, 183, 184, 185, 186, 187, 188, 189, 190, // keypad, <, Menu, Power, F13 to F20
        191, 192, 193, 194, 134, 138, 130, 132, 128, 129, 131, 137, 133, 135, 136, 113, // F21 to F24, editing, Mute
        115, 114, 0, 0, 0, 121, 0, 89, 93, 124, 92, 94, 95, 0, 0, 0, // volume, keys of Asian keyboards
        122, 123, 90, 91, 85 // Hangul, Hanja, Katakana, Hiragana, Zenkaku
    };

    /** Control, Shift, Alt, Meta on the left, then on the right. */
    private static final short[] MODIFIERS = {29, 42, 56, 125, 97, 54, 100, 126};

    private HidKeys() {}

    /** @return 0 if there is no such key */
    static int keycode(int usage) {
        int key = 0;
        if (isModifier(usage)) {
            key = MODIFIERS[usage - FIRST_MODIFIER];
        } else if (usage > 0 && usage < KEYS.length) {
            key = KEYS[usage];
        }
        return key == 0 ? 0 : key + OFFSET;
    }

    static boolean isModifier(int usage) {
        return usage >= FIRST_MODIFIER && usage < FIRST_MODIFIER + MODIFIERS.length;
    }

    /** @return the position of the key that makes this control character everywhere, 0 if there is none */
    static int positionOf(int control) {
        return switch (control) {
            case '\r', '\n' -> 0x28;
            case 0x1B -> 0x29;
            case '\b' -> 0x2A;
            case '\t' -> 0x2B;
            case 0x7F -> 0x4C;
            default -> 0;
        };
    }
}

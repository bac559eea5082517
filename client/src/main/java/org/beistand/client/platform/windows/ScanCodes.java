package org.beistand.client.platform.windows;

/**
 * From the position of a key on any keyboard, as USB counts them (HID usage page 7), to the scan code of Windows: the first set
 * of the PS/2 keyboard, with {@link #EXTENDED} for those that come with the prefix E0.
 */
final class ScanCodes {
    static final int EXTENDED = 0xE000;
    static final int NONE = 0;
    static final int RIGHT_ALT = 0xE6;
    static final int PAUSE = 0x48;
    private static final int FIRST_MODIFIER = 0xE0;

    /** For the usages from 0. Pause has two prefixes and no code that could be sent; it goes by its virtual key. */
    private static final short[] CODES = {
        0,
        0,
        0,
        0,
        0x1E,
        0x30,
        0x2E,
        0x20, // A B C D
        0x12,
        0x21,
        0x22,
        0x23,
        0x17,
        0x24,
        0x25,
        0x26, // E to L
        0x32,
        0x31,
        0x18,
        0x19,
        0x10,
        0x13,
        0x1F,
        0x14, // M to T
        0x16,
        0x2F,
        0x11,
        0x2D,
        0x15,
        0x2C,
        0x02,
        0x03, // U to Z, 1 2
        0x04,
        0x05,
        0x06,
        0x07,
        0x08,
        0x09,
        0x0A,
        0x0B, // 3 to 0
        0x1C,
        0x01,
        0x0E,
        0x0F,
        0x39,
        0x0C,
        0x0D,
        0x1A, // Enter, Escape, Backspace, Tab, Space, - = [
        0x1B,
        0x2B,
        0x2B,
        0x27,
        0x28,
        0x29,
        0x33,
        0x34, // ] \ # ; ' ` , .
        0x35,
        0x3A,
        0x3B,
        0x3C,
        0x3D,
        0x3E,
        0x3F,
        0x40, // / Caps Lock, F1 to F6
        0x41,
        0x42,
        0x43,
        0x44,
        0x57,
        0x58,
        (short) 0xE037,
        0x46, // F7 to F12, Print, Scroll Lock
        0,
        (short) 0xE052,
        (short) 0xE047,
        (short) 0xE049, // Pause, Insert, Home, Page Up
        (short) 0xE053,
        (short) 0xE04F,
        (short) 0xE051,
        (short) 0xE04D, // Delete, End, Page Down, Right
        (short) 0xE04B,
        (short) 0xE050,
        (short) 0xE048,
        0x45, // Left, Down, Up, Num Lock
        (short) 0xE035,
        0x37,
        0x4A,
        0x4E,
        (short) 0xE01C,
        0x4F,
        0x50,
        0x51, // keypad / * - + Enter 1 2 3
        0x4B,
        0x4C,
        0x4D,
        0x47,
        0x48,
        0x49,
        0x52,
        0x53, // keypad 4 to 9, 0, decimal sign
        0x56,
        (short) 0xE05D,
        0,
        0x59,
        0x64,
        0x65,
        0x66,
        0x67, // the key beside left Shift, Menu, keypad =, F13 to F16
        0x68,
        0x69,
        0x6A,
        0x6B,
        0x6C,
        0x6D,
        0x6E,
        0x76 // F17 to F24
    };

    /** Control, Shift, Alt, Windows on the left, then on the right. */
    private static final short[] MODIFIERS = {
        0x1D, 0x2A, 0x38, (short) 0xE05B, (short) 0xE01D, 0x36, (short) 0xE038, (short) 0xE05C
    };

    private ScanCodes() {}

    /** @return {@link #NONE} if there is no such key */
    static int of(int usage) {
        if (isModifier(usage)) {
            return MODIFIERS[usage - FIRST_MODIFIER] & 0xFFFF;
        }
        int code = usage > 0 && usage < CODES.length ? CODES[usage] & 0xFFFF : NONE;
        return code == NONE ? ofAsianKey(usage) : code;
    }

    private static int ofAsianKey(int usage) {
        return switch (usage) {
            case 0x85 -> 0x7E; // comma of the Brazilian keypad
            case 0x87 -> 0x73; // Ro
            case 0x88 -> 0x70; // Katakana and Hiragana
            case 0x89 -> 0x7D; // Yen
            case 0x8A -> 0x79; // Henkan
            case 0x8B -> 0x7B; // Muhenkan
            case 0x90 -> 0x72; // Hangul
            case 0x91 -> 0x71; // Hanja
            default -> NONE;
        };
    }

    static boolean isModifier(int usage) {
        return usage >= FIRST_MODIFIER && usage < FIRST_MODIFIER + MODIFIERS.length;
    }

    static boolean isShift(int usage) {
        return usage == 0xE1 || usage == 0xE5;
    }

    /** Alt, or the key with the flag: pressed and let go alone, it opens a menu. */
    static boolean opensMenu(int usage) {
        return usage == 0xE2 || usage == 0xE3 || usage == 0xE6 || usage == 0xE7;
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

package org.beistand.client.platform.macos;

/**
 * From the position of a key on any keyboard, as USB counts them (HID usage page 7), to the virtual key code of macOS: the
 * {@code kVK_} of {@code HIToolbox/Events.h}, which are positions as well.
 */
final class KeyCodes {
    static final int NONE = -1;
    static final int F11 = 0x67;
    private static final int FIRST_MODIFIER = 0xE0;

    /** For the usages from 4. What a Mac has no key for is what it takes such a key of another keyboard for. */
    private static final byte[] CODES = {
        0x00,
        0x0B,
        0x08,
        0x02,
        0x0E,
        0x03,
        0x05,
        0x04,
        0x22,
        0x26,
        0x28,
        0x25,
        0x2E, // A to M
        0x2D,
        0x1F,
        0x23,
        0x0C,
        0x0F,
        0x01,
        0x11,
        0x20,
        0x09,
        0x0D,
        0x07,
        0x10,
        0x06, // N to Z
        0x12,
        0x13,
        0x14,
        0x15,
        0x17,
        0x16,
        0x1A,
        0x1C,
        0x19,
        0x1D, // 1 to 0
        0x24,
        0x35,
        0x33,
        0x30,
        0x31,
        0x1B,
        0x18,
        0x21,
        0x1E,
        0x2A, // Return, Escape, Delete, Tab, Space, - = [ ] \
        0x2A,
        0x29,
        0x27,
        0x32,
        0x2B,
        0x2F,
        0x2C,
        0x39, // # ; ' ` , . / Caps Lock
        0x7A,
        0x78,
        0x63,
        0x76,
        0x60,
        0x61,
        0x62,
        0x64,
        0x65,
        0x6D,
        0x67,
        0x6F, // F1 to F12
        0x69,
        0x6B,
        0x71,
        0x72,
        0x73,
        0x74,
        0x75,
        0x77,
        0x79, // F13, F14, F15, Help, Home, Page Up, Del, End, Page Down
        0x7C,
        0x7B,
        0x7D,
        0x7E, // Right, Left, Down, Up
        0x47,
        0x4B,
        0x43,
        0x4E,
        0x45,
        0x4C, // keypad Clear / * - + Enter
        0x53,
        0x54,
        0x55,
        0x56,
        0x57,
        0x58,
        0x59,
        0x5B,
        0x5C,
        0x52,
        0x41, // keypad 1 to 9, 0, decimal sign
        0x0A,
        0x6E,
        NONE,
        0x51, // the key beside left Shift, Menu, Power, keypad =
        0x69,
        0x6B,
        0x71,
        0x6A,
        0x40,
        0x4F,
        0x50,
        0x5A // F13 to F20
    };

    private static final int FIRST = 0x04;

    /** Control, Shift, Option, Command on the left, then on the right. */
    private static final byte[] MODIFIERS = {0x3B, 0x38, 0x3A, 0x37, 0x3E, 0x3C, 0x3D, 0x36};

    /** {@code CGEventTypes.h}: Shift, Control, Option, Command. */
    static final long SHIFT = 0x20000;

    static final long CONTROL = 0x40000;
    static final long OPTION = 0x80000;
    static final long COMMAND = 0x100000;
    private static final long[] FLAGS = {CONTROL, SHIFT, OPTION, COMMAND};

    private KeyCodes() {}

    /** @return {@link #NONE} if there is no such key */
    static int of(int usage) {
        if (isModifier(usage)) {
            return MODIFIERS[usage - FIRST_MODIFIER];
        }
        if (usage >= FIRST && usage < FIRST + CODES.length) {
            return CODES[usage - FIRST];
        }
        return switch (usage) {
            case 0x85 -> 0x5F; // comma of the Japanese keypad
            case 0x87 -> 0x5E; // underscore of the Japanese keyboard
            case 0x89 -> 0x5D; // Yen
            case 0x90 -> 0x68; // Kana
            case 0x91 -> 0x66; // Eisu
            default -> NONE;
        };
    }

    static boolean isModifier(int usage) {
        return usage >= FIRST_MODIFIER && usage < FIRST_MODIFIER + MODIFIERS.length;
    }

    /** What an event says of a modifier that is held. */
    static long flag(int usage) {
        return FLAGS[(usage - FIRST_MODIFIER) % FLAGS.length];
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

package org.beistand.client.platform.macos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A sample by hand: the names of {@code HIToolbox/Events.h} beside the usages of the HID table. */
class KeyCodesTest {
    @Test
    void areThoseOfTheHeader() {
        Map.ofEntries(
                        Map.entry(0x04, 0x00), // kVK_ANSI_A
                        Map.entry(0x07, 0x02), // kVK_ANSI_D
                        Map.entry(0x14, 0x0C), // kVK_ANSI_Q
                        Map.entry(0x1C, 0x10), // kVK_ANSI_Y
                        Map.entry(0x1D, 0x06), // kVK_ANSI_Z
                        Map.entry(0x1E, 0x12), // kVK_ANSI_1
                        Map.entry(0x22, 0x17), // kVK_ANSI_5
                        Map.entry(0x23, 0x16), // kVK_ANSI_6
                        Map.entry(0x27, 0x1D), // kVK_ANSI_0
                        Map.entry(0x28, 0x24), // kVK_Return
                        Map.entry(0x29, 0x35), // kVK_Escape
                        Map.entry(0x2A, 0x33), // kVK_Delete
                        Map.entry(0x2B, 0x30), // kVK_Tab
                        Map.entry(0x2C, 0x31), // kVK_Space
                        Map.entry(0x2D, 0x1B), // kVK_ANSI_Minus
                        Map.entry(0x2F, 0x21), // kVK_ANSI_LeftBracket
                        Map.entry(0x31, 0x2A), // kVK_ANSI_Backslash
                        Map.entry(0x33, 0x29), // kVK_ANSI_Semicolon
                        Map.entry(0x35, 0x32), // kVK_ANSI_Grave
                        Map.entry(0x36, 0x2B), // kVK_ANSI_Comma
                        Map.entry(0x38, 0x2C), // kVK_ANSI_Slash
                        Map.entry(0x39, 0x39), // kVK_CapsLock
                        Map.entry(0x3A, 0x7A), // kVK_F1
                        Map.entry(0x3C, 0x63), // kVK_F3
                        Map.entry(0x43, 0x6D), // kVK_F10
                        Map.entry(0x44, KeyCodes.F11),
                        Map.entry(0x45, 0x6F), // kVK_F12
                        Map.entry(0x49, 0x72), // kVK_Help
                        Map.entry(0x4A, 0x73), // kVK_Home
                        Map.entry(0x4C, 0x75), // kVK_ForwardDelete
                        Map.entry(0x4D, 0x77), // kVK_End
                        Map.entry(0x4F, 0x7C), // kVK_RightArrow
                        Map.entry(0x52, 0x7E), // kVK_UpArrow
                        Map.entry(0x53, 0x47), // kVK_ANSI_KeypadClear
                        Map.entry(0x58, 0x4C), // kVK_ANSI_KeypadEnter
                        Map.entry(0x59, 0x53), // kVK_ANSI_Keypad1
                        Map.entry(0x60, 0x5B), // kVK_ANSI_Keypad8
                        Map.entry(0x62, 0x52), // kVK_ANSI_Keypad0
                        Map.entry(0x63, 0x41), // kVK_ANSI_KeypadDecimal
                        Map.entry(0x64, 0x0A), // kVK_ISO_Section
                        Map.entry(0x67, 0x51), // kVK_ANSI_KeypadEquals
                        Map.entry(0x68, 0x69), // kVK_F13
                        Map.entry(0x6F, 0x5A), // kVK_F20
                        Map.entry(0x89, 0x5D), // kVK_JIS_Yen
                        Map.entry(0xE0, 0x3B), // kVK_Control
                        Map.entry(0xE2, 0x3A), // kVK_Option
                        Map.entry(0xE3, 0x37), // kVK_Command
                        Map.entry(0xE7, 0x36)) // kVK_RightCommand
                .forEach((usage, code) -> assertEquals(code, KeyCodes.of(usage), Integer.toHexString(usage)));
        assertEquals(0x67, KeyCodes.F11); // kVK_F11
    }

    @Test
    void noTwoKeysHaveTheSameCodeButThoseThatAMacHasNot() {
        // The key beside Enter, and Print, Scroll Lock and Pause, which a Mac takes for F13 to F15.
        Set<Integer> borrowed = Set.of(0x32, 0x46, 0x47, 0x48);
        Map<Integer, Integer> seen = new HashMap<>();
        for (int usage = 0; usage < 0x100; usage++) {
            int code = KeyCodes.of(usage);
            if (code != KeyCodes.NONE && !borrowed.contains(usage)) {
                assertEquals(null, seen.put(code, usage), "twice: " + Integer.toHexString(code));
            }
        }
        assertTrue(seen.size() > 110, "only " + seen.size());
        for (int usage : new int[] {-1, 0, 3, 0x66, 0x70, 0xDF, 0xE8}) {
            assertEquals(KeyCodes.NONE, KeyCodes.of(usage));
        }
    }

    @Test
    void bothKeysOfAModifierHaveItsFlag() {
        for (int left = 0xE0; left < 0xE4; left++) {
            assertEquals(KeyCodes.flag(left), KeyCodes.flag(left + 4));
        }
        assertEquals(KeyCodes.COMMAND, KeyCodes.flag(0xE3));
    }
}

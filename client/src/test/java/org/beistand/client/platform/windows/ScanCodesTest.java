package org.beistand.client.platform.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A sample by hand from the table "USB HID to PS/2 Scan Code Translation". */
class ScanCodesTest {
    @Test
    void areThoseOfTheTranslationTable() {
        Map.ofEntries(
                        Map.entry(0x04, 0x1E), // A
                        Map.entry(0x14, 0x10), // Q
                        Map.entry(0x1D, 0x2C), // Z
                        Map.entry(0x1E, 0x02), // 1
                        Map.entry(0x27, 0x0B), // 0
                        Map.entry(0x28, 0x1C), // Enter
                        Map.entry(0x2C, 0x39), // Space
                        Map.entry(0x35, 0x29), // grave accent
                        Map.entry(0x38, 0x35), // slash
                        Map.entry(0x39, 0x3A), // Caps Lock
                        Map.entry(0x43, 0x44), // F10
                        Map.entry(0x44, 0x57), // F11
                        Map.entry(0x45, 0x58), // F12
                        Map.entry(0x46, 0xE037), // Print Screen
                        Map.entry(0x47, 0x46), // Scroll Lock
                        Map.entry(0x49, 0xE052), // Insert
                        Map.entry(0x4C, 0xE053), // Delete
                        Map.entry(0x4E, 0xE051), // Page Down
                        Map.entry(0x4F, 0xE04D), // Right
                        Map.entry(0x52, 0xE048), // Up
                        Map.entry(0x53, 0x45), // Num Lock
                        Map.entry(0x54, 0xE035), // keypad /
                        Map.entry(0x58, 0xE01C), // keypad Enter
                        Map.entry(0x59, 0x4F), // keypad 1
                        Map.entry(0x63, 0x53), // keypad decimal sign
                        Map.entry(0x64, 0x56), // beside left Shift
                        Map.entry(0x65, 0xE05D), // Menu
                        Map.entry(0x68, 0x64), // F13
                        Map.entry(0x73, 0x76), // F24
                        Map.entry(0x87, 0x73), // Ro
                        Map.entry(0x91, 0x71), // Hanja
                        Map.entry(0xE0, 0x1D), // left Control
                        Map.entry(0xE3, 0xE05B), // left flag
                        Map.entry(0xE6, 0xE038), // right Alt
                        Map.entry(0xE7, 0xE05C)) // right flag
                .forEach((usage, code) -> assertEquals(code, ScanCodes.of(usage), Integer.toHexString(usage)));
    }

    @Test
    void noTwoKeysHaveTheSameCodeButTheTwoThatAreOne() {
        Map<Integer, Integer> seen = new HashMap<>();
        for (int usage = 0; usage < 0x100; usage++) {
            int code = ScanCodes.of(usage);
            if (code != ScanCodes.NONE && usage != 0x32) { // the key beside Enter has two positions and one code
                assertEquals(null, seen.put(code, usage), "twice: " + Integer.toHexString(code));
            }
        }
        assertTrue(seen.size() > 110);
    }

    @Test
    void whatIsNoKeyHasNone() {
        for (int usage : new int[] {-1, 0, 3, 0x48, 0x66, 0xDF, 0xE8, 0x10000}) {
            assertEquals(ScanCodes.NONE, ScanCodes.of(usage));
        }
    }
}

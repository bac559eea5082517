package org.beistand.client.platform.windows;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.beistand.client.desktop.Area;
import org.beistand.client.platform.windows.KeyboardLayout.Stroke;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the other person does, as Windows is told. */
class WindowsInputTest {
    private static final int A = 0x04;
    private static final int Y = 0x1C;
    private static final int Z = 0x1D;
    private static final int F11 = 0x44;
    private static final int CONTROL = 0xE0;
    private static final int SHIFT = 0xE1;
    private static final int ALT = 0xE2;
    private static final int ALT_GR = 0xE6;

    private final List<String> sent = new ArrayList<>();
    private boolean swapped;
    private boolean capsLock;

    /** German: Z stands where others have Y. */
    private final KeyboardLayout german = new KeyboardLayout() {
        @Override
        public Optional<Stroke> find(int character) {
            return Optional.ofNullable(
                    switch (character) {
                        case 'a' -> new Stroke(0x1E, 0);
                        case 'A' -> new Stroke(0x1E, Stroke.SHIFT);
                        case 'z' -> new Stroke(0x15, 0);
                        case 'y' -> new Stroke(0x2C, 0);
                        case '7' -> new Stroke(0x08, 0);
                        case ' ' -> new Stroke(0x39, 0);
                        case '/' -> new Stroke(0x08, Stroke.SHIFT);
                        case '@' -> new Stroke(0x10, Stroke.CONTROL | Stroke.ALT);
                        default -> null;
                    });
        }

        @Override
        public boolean capsLock() {
            return capsLock;
        }
    };

    private final WindowsInput input = new WindowsInput(
            new Injection() {
                @Override
                public void send(List<InputEvent> events) {
                    events.forEach(event -> sent.add(words(event)));
                }

                @Override
                public Area virtualScreen() {
                    return new Area(-1000, 0, 2000, 1000);
                }

                @Override
                public boolean buttonsAreSwapped() {
                    return swapped;
                }
            },
            german);

    private static String words(InputEvent event) {
        return switch (event) {
            case InputEvent.Mouse mouse ->
                "mouse " + mouse.x() + " " + mouse.y() + " " + mouse.data() + " " + Integer.toHexString(mouse.flags());
            case InputEvent.Key key -> {
                String way = (key.flags() & InputEvent.KEY_UP) != 0 ? " up" : " down";
                if ((key.flags() & InputEvent.UNICODE) != 0) {
                    yield "unit " + Integer.toHexString(key.scan()) + way;
                }
                if ((key.flags() & InputEvent.SCAN_CODE) == 0) {
                    yield "virtual " + Integer.toHexString(key.virtualKey()) + way;
                }
                yield ((key.flags() & InputEvent.EXTENDED_KEY) != 0 ? "e0 " : "")
                        + Integer.toHexString(key.scan())
                        + way;
            }
        };
    }

    private void assertSent(String... events) {
        assertEquals(List.of(events), sent);
        sent.clear();
    }

    private void tap(int position, int character, boolean command) {
        input.key(position, character, command, true);
        input.key(position, character, command, false);
    }

    @Test
    void theMiddleOfThePixelIsPointedAt() {
        input.movePointer(0, 999);
        assertSent("mouse 16 65503 0 c001");
    }

    @Test
    void buttonsAreTheFiveOfAMouse() {
        for (int button = 0; button <= 6; button++) {
            input.button(button, true);
            input.button(button, true);
            input.button(button, false);
            input.button(button, false);
        }
        assertSent(
                "mouse 0 0 0 2",
                "mouse 0 0 0 4",
                "mouse 0 0 0 20",
                "mouse 0 0 0 40",
                "mouse 0 0 0 8",
                "mouse 0 0 0 10",
                "mouse 0 0 1 80",
                "mouse 0 0 1 100",
                "mouse 0 0 2 80",
                "mouse 0 0 2 100");
    }

    @Test
    void whoSwapsHisButtonsIsClickedAsMeant() {
        swapped = true;
        input.button(1, true);
        swapped = false; // while it is held
        input.button(1, false);
        assertSent("mouse 0 0 0 8", "mouse 0 0 0 10");
    }

    @Test
    void theWheelTurnsIn120ths() {
        input.wheel(0, 3);
        input.wheel(-1, -2);
        input.wheel(0, 100_000);
        input.wheel(0, 0);
        assertSent("mouse 0 0 -360 800", "mouse 0 0 240 800", "mouse 0 0 -120 1000", "mouse 0 0 -6000 800");
    }

    @Test
    void aPlainLetterIsItsKeyForAsLongAsItIsHeld() {
        input.key(A, 'a', false, true);
        input.key(A, 'a', false, true);
        input.key(A, 'a', false, false);
        assertSent("1e down", "1e down", "1e up");
    }

    @Test
    void theLetterIsMeantAndNotThePlace() {
        tap(Y, 'y', false); // from a keyboard where Y has its place
        tap(Z, 'z', true);
        assertSent("2c down", "2c up", "15 down", "15 up");
    }

    @Test
    void whatTheLayoutDoesNotHavePlainlyIsSentAsItself() {
        tap(0x14, '@', false);
        tap(0, 'é', false);
        tap(0, 0x1F600, false);
        assertSent(
                "unit 40 down",
                "unit 40 up",
                "unit e9 down",
                "unit e9 up",
                "unit d83d down",
                "unit de00 down",
                "unit d83d up",
                "unit de00 up");
    }

    @Test
    void halfACharacterIsNotSent() {
        tap(0, 0xD83D, false);
        tap(0, 0x110000, false);
        assertSent();
    }

    @Test
    void capsLockHereDoesNotTurnLettersAround() {
        capsLock = true;
        tap(A, 'a', false);
        tap(0x24, '7', false);
        assertSent("unit 61 down", "unit 61 up", "8 down", "8 up");
    }

    @Test
    void shiftIsHeldAndItsLetterIsItsKey() {
        input.key(SHIFT, 0, false, true);
        tap(A, 'A', false);
        tap(0x24, '/', false); // Shift and 7 on a German keyboard
        input.key(SHIFT, 0, false, false);
        assertSent("2a down", "1e down", "1e up", "unit 2f down", "unit 2f up", "2a up");
    }

    @Test
    void theKeyThatSelectsCharactersDoesNothingByItself() {
        input.key(ALT_GR, 0, false, true);
        tap(0x14, '@', false);
        input.key(ALT_GR, 0, false, false);
        assertSent("unit 40 down", "unit 40 up");
    }

    @Test
    void aCharacterUnderAltIsNoShortcutAndOpensNoMenu() {
        input.key(ALT, 0, false, true); // as on a Mac, where it selects characters
        tap(0x0F, '@', false);
        input.key(ALT, 0, false, false);
        assertSent("38 down", "virtual e8 down", "virtual e8 up", "38 up", "unit 40 down", "unit 40 up");
    }

    @Test
    void aShortcutIsPressedWithWhatIsHeld() {
        input.key(CONTROL, 0, false, true);
        tap(A, 'a', true);
        input.key(ALT_GR, 0, false, true);
        tap(0x4C, 0, true);
        input.key(ALT_GR, 0, false, false);
        input.key(CONTROL, 0, false, false);
        assertSent("1d down", "1e down", "1e up", "e0 38 down", "e0 53 down", "e0 53 up", "e0 38 up", "1d up");
    }

    @Test
    void aShortcutWhoseCharacterNoKeyBearsIsThePlace() {
        tap(0x2F, 'ü', true);
        assertSent("1a down", "1a up");
    }

    @Test
    void aShortcutOfAnUnknownPlaceIsLentWhatItNeeds() {
        input.key(SHIFT, 0, false, true);
        tap(0, '@', true);
        assertSent("2a down", "1d down", "38 down", "10 down", "38 up", "1d up", "10 up");
    }

    @Test
    void pauseHasNoScanCodeAndF11IsAKeyAsOthers() {
        tap(0x48, 0, false);
        tap(F11, 0, false);
        tap(0, '\r', false);
        assertSent("virtual 13 down", "virtual 13 up", "57 down", "57 up", "1c down", "1c up");
    }

    @Test
    void whatSleepsIsAwakeForAClick() {
        input.key(ALT_GR, 0, false, true);
        input.button(1, true);
        input.button(1, false);
        input.key(ALT_GR, 0, false, false);
        assertSent("e0 38 down", "mouse 0 0 0 2", "mouse 0 0 0 4", "e0 38 up");
    }

    @Test
    @Tag("001-67")
    void everythingThatIsHeldGoesUpAndNothingActsAfterwards() {
        input.key(CONTROL, 0, false, true);
        input.key(ALT_GR, 0, false, true);
        input.key(A, 'a', true, true);
        input.button(3, true);
        sent.clear();
        input.releaseAll();
        assertSent("1e up", "1d up", "e0 38 up", "mouse 0 0 0 10");
        input.releaseAll();
        input.key(A, 'a', true, false);
        input.key(CONTROL, 0, false, false);
        input.button(3, false);
        assertSent();
        input.button(1, true);
        sent.clear();
        input.close();
        assertSent("mouse 0 0 0 4");
        input.movePointer(1, 1);
        input.button(1, true);
        input.wheel(1, 1);
        tap(A, 'a', false);
        assertSent();
    }

    @Test
    void eventsStandInMemoryAsWindowsReadsThem() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment records = InputRecords.of(
                    List.of(
                            new InputEvent.Mouse(3, 65535, -120, InputEvent.WHEEL),
                            InputEvent.Key.of(0xE053, false),
                            InputEvent.Key.ofUnit('\uDE00', true)),
                    arena);
            assertEquals(3 * 40, records.byteSize());
            assertEquals(0, records.get(JAVA_INT, 0));
            assertEquals(3, records.get(JAVA_INT, 8));
            assertEquals(65535, records.get(JAVA_INT, 12));
            assertEquals(-120, records.get(JAVA_INT, 16));
            assertEquals(0x800, records.get(JAVA_INT, 20));
            assertEquals(1, records.get(JAVA_INT, 40));
            assertEquals(0, records.get(JAVA_SHORT, 48));
            assertEquals(0x53, records.get(JAVA_SHORT, 50));
            assertEquals(0x1 | 0x2 | 0x8, records.get(JAVA_INT, 52));
            assertEquals((short) 0xDE00, records.get(JAVA_SHORT, 90));
            assertEquals(0x4, records.get(JAVA_INT, 92));
        }
    }
}

package org.beistand.client.platform.x11;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.beistand.client.desktop.DesktopException;
import org.beistand.client.desktop.InputSink;
import org.beistand.client.desktop.SecurityKey;
import org.beistand.protocol.value.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("001-66")
@Tag("001-67")
@Timeout(60)
class X11SecurityKeyTest {
    private static final int F11 = 0x44;

    private final LinkedBlockingQueue<Long> presses = new LinkedBlockingQueue<>();
    private VirtualDisplay display;

    @BeforeEach
    void start() {
        display = VirtualDisplay.start(640, 480);
    }

    @AfterEach
    void stop() {
        display.close();
    }

    private SecurityKey open() throws DesktopException {
        return new X11Desktop(display.name()).openSecurityKey();
    }

    private Optional<Reason> listen(SecurityKey key) {
        return key.listen(() -> presses.add(System.nanoTime()));
    }

    private void demandOnePress() throws InterruptedException {
        assertNotNull(presses.poll(10, TimeUnit.SECONDS), "the key was not heard");
    }

    @Test
    void isHeardWhileAnotherProgramHasTheFocus() throws Exception {
        display.withWindowManager();
        display.start("xterm", "-title", "other", "-e", "cat");
        display.run("xdotool", "windowfocus", "--sync", Long.toString(display.awaitWindow("other")));
        try (SecurityKey key = open()) {
            assertEquals(Optional.empty(), listen(key));
            display.run("xdotool", "key", "F11");
            demandOnePress();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Caps_Lock", "Num_Lock", "Scroll_Lock"})
    void isHeardWhateverIsLocked(String lock) throws Exception {
        display.run("xdotool", "key", lock);
        try (SecurityKey key = open()) {
            listen(key);
            display.run("xdotool", "key", "F11");
            demandOnePress();
        }
    }

    @Test
    void isHeardOncePerPress() throws Exception {
        try (SecurityKey key = open()) {
            listen(key);
            for (int press = 0; press < 5; press++) {
                display.run("xdotool", "key", "F11");
                demandOnePress();
            }
            display.run("xdotool", "key", "F10", "F12", "a");
            assertNull(presses.poll(300, TimeUnit.MILLISECONDS));
        }
    }

    @Test
    void isHeardWhileSomebodyFarAwayHoldsModifiers() throws Exception {
        try (SecurityKey key = open();
                InputSink input = new X11Desktop(display.name()).openInput()) {
            listen(key);
            for (int modifier = 0xE0; modifier <= 0xE7; modifier++) {
                input.key(modifier, 0, false, true);
            }
            display.run("xdotool", "key", "F11");
            demandOnePress();
        }
    }

    @Test
    void isHeardWhileAMenuHoldsTheWholeKeyboard() throws Exception {
        try (SecurityKey key = open();
                KeyboardGrab menu = KeyboardGrab.of(display.name())) {
            listen(key);
            display.run("xdotool", "key", "F11");
            demandOnePress();
        }
    }

    @Test
    void isHeardToWhenItIsPressedFromAfar() throws Exception {
        try (SecurityKey key = open();
                InputSink input = new X11Desktop(display.name()).openInput()) {
            listen(key);
            input.key(F11, 0, true, true);
            demandOnePress();
        }
    }

    @Test
    void isHeardAtEveryPressHoweverQuick() throws Exception {
        try (SecurityKey key = open();
                InputSink input = new X11Desktop(display.name()).openInput()) {
            listen(key);
            for (int press = 0; press < 100; press++) {
                input.key(F11, 0, true, true);
                demandOnePress();
                input.key(F11, 0, true, false);
            }
            assertNull(presses.poll(100, TimeUnit.MILLISECONDS));
        }
    }

    @Test
    void isRefusedWhileAnotherProgramHoldsIt() throws Exception {
        try (SecurityKey first = open();
                SecurityKey second = open()) {
            assertEquals(Optional.empty(), listen(first));
            assertEquals(Optional.of(Reason.SECURITY_KEY_TAKEN), listen(second));
            first.close();
            try (SecurityKey third = open()) {
                assertEquals(Optional.empty(), listen(third));
            }
        }
    }

    @Test
    void sharesTheKeyWithAShortcutOfAWindowManager() throws Exception {
        int alt = 8;
        try (XConnection manager = XConnection.open(display.name());
                SecurityKey key = open()) {
            int keycode = XlibKeyboard.keysymToKeycode(manager.display(), Symbols.F11) & 0xFF;
            XlibKeyboard.grabKey(manager.display(), keycode, alt, manager.root(), 0, 1, 1);
            manager.settle();
            assertEquals(Optional.empty(), listen(key));
            display.run("xdotool", "key", "F11");
            demandOnePress();
            display.run("xdotool", "key", "alt+F11");
            demandOnePress();
        }
    }

    @Test
    void countsAsPressedWhenTheServerGoes() throws Exception {
        try (SecurityKey key = open()) {
            listen(key);
            display.close();
            demandOnePress();
        }
    }

    @Test
    void isNotHeardAnyMoreOnceItIsClosed() throws Exception {
        SecurityKey key = open();
        listen(key);
        key.close();
        display.run("xdotool", "key", "F11");
        assertNull(presses.poll(200, TimeUnit.MILLISECONDS));
    }
}

package org.beistand.client.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.beistand.client.desktop.Desktop;
import org.beistand.client.desktop.DesktopException;
import org.beistand.client.platform.awt.AwtDesktop;
import org.beistand.client.platform.x11.X11Desktop;
import org.beistand.protocol.value.Reason;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PlatformsTest {
    @Test
    void areXWhereThereIsAnXServerOnLinux() {
        assertInstanceOf(X11Desktop.class, Platforms.machine("Linux", Map.of("DISPLAY", ":0")));
    }

    @Test
    void areTheLastResortElsewhere() {
        assertInstanceOf(AwtDesktop.class, Platforms.machine("Linux", Map.of()));
        assertInstanceOf(AwtDesktop.class, Platforms.machine("Linux", Map.of("DISPLAY", "")));
        assertInstanceOf(
                AwtDesktop.class, Platforms.machine("Linux", Map.of("DISPLAY", ":0", "WAYLAND_DISPLAY", "wayland-0")));
        assertInstanceOf(AwtDesktop.class, Platforms.machine("Windows 11", Map.of()));
        assertInstanceOf(AwtDesktop.class, Platforms.machine("Mac OS X", Map.of("DISPLAY", ":0")));
    }

    @Test
    @Tag("001-66")
    void giveNoControlWhereTheSecurityKeyCannotBeHeard() {
        Desktop lastResort = new AwtDesktop();
        assertEquals(
                Reason.SECURITY_KEY_TAKEN,
                assertThrows(DesktopException.class, lastResort::openSecurityKey)
                        .reason());
        assertEquals(
                Reason.INPUT_NOT_POSSIBLE,
                assertThrows(DesktopException.class, lastResort::openInput).reason());
    }
}

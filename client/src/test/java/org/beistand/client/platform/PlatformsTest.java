package org.beistand.client.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import org.beistand.client.desktop.Desktop;
import org.beistand.client.desktop.DesktopException;
import org.beistand.client.platform.awt.AwtDesktop;
import org.beistand.client.platform.macos.MacDesktop;
import org.beistand.client.platform.windows.WindowsDesktop;
import org.beistand.client.platform.x11.X11Desktop;
import org.beistand.protocol.value.Reason;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PlatformsTest {
    private static Class<?> chosen(String system, Map<String, String> environment) {
        return Platforms.machine(system, environment).orElseThrow().getClass();
    }

    @Test
    void areXWhereThereIsAnXServerOnLinux() {
        assertEquals(X11Desktop.class, chosen("Linux", Map.of("DISPLAY", ":0")));
    }

    @Test
    void areWindowsOnWindows() {
        assertEquals(WindowsDesktop.class, chosen("Windows 11", Map.of()));
        assertEquals(WindowsDesktop.class, chosen("Windows Server 2025", Map.of("DISPLAY", ":0")));
    }

    @Test
    void areMacsOnMacs() {
        assertEquals(MacDesktop.class, chosen("Mac OS X", Map.of("DISPLAY", ":0")));
    }

    @Test
    void areTheLastResortElsewhere() {
        assertEquals(AwtDesktop.class, chosen("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0")));
        assertEquals(AwtDesktop.class, chosen("Linux", Map.of("DISPLAY", ":0", "WAYLAND_DISPLAY", "wayland-0")));
        assertEquals(AwtDesktop.class, chosen("FreeBSD", Map.of("DISPLAY", ":0")));
    }

    @Test
    void areNoneWhereNothingIsShown() {
        assertEquals(Optional.empty(), Platforms.machine("Linux", Map.of()));
        assertEquals(Optional.empty(), Platforms.machine("Linux", Map.of("DISPLAY", "")));
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

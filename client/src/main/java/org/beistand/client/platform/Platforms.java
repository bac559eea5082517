package org.beistand.client.platform;

import java.util.Locale;
import java.util.Map;
import org.beistand.client.desktop.Desktop;
import org.beistand.client.platform.awt.AwtDesktop;
import org.beistand.client.platform.x11.X11Desktop;

/**
 * Chooses the adapter for a machine.
 *
 * <p>On Linux with an X server everything works. Everywhere else there is only what Java itself can do: the screen can be shown,
 * but not controlled, because Java has no key that is heard whatever program has the focus. That is so on Windows, on macOS, and
 * on Linux under Wayland, where the X server that may be there for old programs sees neither the screen nor the keyboard.
 */
public final class Platforms {
    private Platforms() {}

    /** The machine that this runs on. */
    public static Desktop thisMachine() {
        return machine(System.getProperty("os.name", ""), System.getenv());
    }

    /**
     * @param system the name of the operating system, as Java has it
     * @param environment the environment's variables
     */
    static Desktop machine(String system, Map<String, String> environment) {
        String display = environment.getOrDefault("DISPLAY", "");
        boolean linux = system.toLowerCase(Locale.ROOT).startsWith("linux");
        boolean wayland = !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
        return linux && !display.isEmpty() && !wayland ? new X11Desktop(display) : new AwtDesktop();
    }
}

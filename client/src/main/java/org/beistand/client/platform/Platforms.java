package org.beistand.client.platform;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.beistand.client.desktop.Desktop;
import org.beistand.client.platform.awt.AwtDesktop;
import org.beistand.client.platform.macos.MacDesktop;
import org.beistand.client.platform.windows.WindowsDesktop;
import org.beistand.client.platform.x11.X11Desktop;

/**
 * Chooses the adapter for a machine.
 *
 * <p>Where there is none of its own there is only what Java itself can do: the screen can be shown, but not controlled, because
 * Java has no key that is heard whatever program has the focus. That is so on Linux under Wayland as well, where the X server that
 * may be there for old programs sees neither the screen nor the keyboard.
 */
public final class Platforms {
    private Platforms() {}

    /** The machine that this runs on, empty if it shows no desktop. */
    public static Optional<Desktop> thisMachine() {
        return machine(System.getProperty("os.name", ""), System.getenv());
    }

    /**
     * @param system the name of the operating system, as Java has it
     * @param environment the environment's variables
     */
    static Optional<Desktop> machine(String system, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return Optional.of(new WindowsDesktop());
        }
        if (name.startsWith("mac")) {
            return Optional.of(new MacDesktop());
        }
        if (name.startsWith("linux")) {
            String display = environment.getOrDefault("DISPLAY", "");
            boolean wayland = !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
            if (display.isEmpty() && !wayland) {
                return Optional.empty();
            }
            return Optional.of(wayland ? new AwtDesktop() : new X11Desktop(display));
        }
        return Optional.of(new AwtDesktop());
    }
}

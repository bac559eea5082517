package org.beistand.client.platform.x11;

import java.io.IOException;
import org.beistand.client.desktop.DesktopException;
import org.beistand.client.desktop.InputSink;

/** A process that is killed while it has changed the keyboard and holds a key. */
final class CrashingTypist {
    static final String TYPED = "typed";

    private CrashingTypist() {}

    public static void main(String[] arguments) throws DesktopException, IOException {
        InputSink input = new X11Desktop(arguments[0]).openInput();
        "πЖ".codePoints().forEach(character -> {
            input.key(0, character, false, true);
            input.key(0, character, false, false);
        });
        input.key(0xE0, 0, true, true);
        System.out.println(TYPED);
        System.in.read();
    }
}

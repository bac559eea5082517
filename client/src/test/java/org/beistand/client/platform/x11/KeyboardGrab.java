package org.beistand.client.platform.x11;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import org.beistand.client.desktop.DesktopException;
import org.beistand.client.platform.foreign.NativeLibrary;

/** Holds the whole keyboard, as an open menu does. */
final class KeyboardGrab implements AutoCloseable {
    private final XConnection x;

    private KeyboardGrab(XConnection x) {
        this.x = x;
    }

    static KeyboardGrab of(String display) throws DesktopException {
        XConnection x = XConnection.open(display);
        var grab = new NativeLibrary("libX11.so.6")
                .function("XGrabKeyboard", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG);
        try {
            int refused = (int) grab.invokeExact(x.display(), x.root(), 0, 1, 1, 0L);
            if (refused != 0) {
                throw new AssertionError("the keyboard could not be grabbed: " + refused);
            }
        } catch (Throwable e) {
            throw NativeLibrary.broken(e);
        }
        return new KeyboardGrab(x);
    }

    @Override
    public void close() {
        x.close();
    }
}

package org.beistand.client.platform.awt;

import java.awt.AWTException;
import java.awt.GraphicsEnvironment;
import org.beistand.client.desktop.Desktop;
import org.beistand.client.desktop.DesktopException;
import org.beistand.client.desktop.InputSink;
import org.beistand.client.desktop.ScreenSource;
import org.beistand.client.desktop.SecurityKey;
import org.beistand.client.desktop.TextClipboard;
import org.beistand.client.desktop.Windows;
import org.beistand.protocol.value.Reason;

/** What Java can do of itself. Control fails closed: without the security key it is not offered at all. */
public final class AwtDesktop implements Desktop {
    @Override
    public ScreenSource openScreen() throws DesktopException {
        if (GraphicsEnvironment.isHeadless()) {
            throw new DesktopException(Reason.NO_DISPLAY, "this machine has no screen");
        }
        try {
            return new AwtScreen();
        } catch (AWTException | SecurityException e) {
            throw new DesktopException(Reason.SCREEN_NOT_CAPTURED, "the screen cannot be read", e);
        }
    }

    @Override
    public InputSink openInput() throws DesktopException {
        throw new DesktopException(Reason.INPUT_NOT_POSSIBLE, "there is no security key, so there is no control");
    }

    @Override
    public SecurityKey openSecurityKey() throws DesktopException { // 001-66
        throw new DesktopException(Reason.SECURITY_KEY_TAKEN, "Java hears a key only while it has the focus");
    }

    @Override
    public Windows openWindows() throws DesktopException {
        throw new DesktopException(Reason.INPUT_NOT_POSSIBLE, "Java does not know the windows of others");
    }

    @Override
    public TextClipboard clipboard() {
        return new AwtClipboard();
    }
}

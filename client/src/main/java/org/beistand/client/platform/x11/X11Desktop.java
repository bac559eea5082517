package org.beistand.client.platform.x11;

import org.beistand.client.desktop.Desktop;
import org.beistand.client.desktop.DesktopException;
import org.beistand.client.desktop.Glance;
import org.beistand.client.desktop.InputSink;
import org.beistand.client.desktop.ScreenBorder;
import org.beistand.client.desktop.ScreenSource;
import org.beistand.client.desktop.SecurityKey;
import org.beistand.client.desktop.TextClipboard;
import org.beistand.client.desktop.Windows;
import org.beistand.protocol.value.Reason;
import org.jspecify.annotations.Nullable;

/** A desktop on an X server. */
public final class X11Desktop implements Desktop {
    private final String display;
    private @Nullable TextClipboard clipboard;

    /** @param display as in {@code DISPLAY}, for example {@code :0} */
    public X11Desktop(String display) {
        this.display = display;
    }

    @Override
    public ScreenSource openScreen() throws DesktopException {
        return with(Reason.SCREEN_NOT_CAPTURED, X11Screen::new);
    }

    @Override
    public Glance openGlance() throws DesktopException {
        return with(Reason.SCREEN_NOT_CAPTURED, X11Glance::new);
    }

    @Override
    public InputSink openInput() throws DesktopException {
        return with(Reason.INPUT_NOT_POSSIBLE, X11Input::new);
    }

    @Override
    public SecurityKey openSecurityKey() throws DesktopException {
        return with(Reason.SECURITY_KEY_TAKEN, X11SecurityKey::new);
    }

    @Override
    public Windows openWindows() throws DesktopException {
        return with(Reason.SCREEN_NOT_CAPTURED, X11Windows::new);
    }

    @Override
    public ScreenBorder openBorder() throws DesktopException {
        return with(Reason.SCREEN_NOT_CAPTURED, name -> new X11Border(name, X11Border.SHARED));
    }

    @Override
    public ScreenBorder openStopMark() throws DesktopException {
        return with(Reason.SCREEN_NOT_CAPTURED, name -> new X11Border(name, X11Border.STOPPED));
    }

    /** One for the life of the process; what it owns is there until then. */
    @Override
    public synchronized TextClipboard clipboard() {
        if (clipboard == null) {
            clipboard = new X11Clipboard(display);
        }
        return clipboard;
    }

    private interface Opening<T> {
        T open(String display) throws DesktopException;
    }

    /** A library that is not installed is a reason for a person, not an error of the program. */
    private <T> T with(Reason reason, Opening<T> opening) throws DesktopException {
        try {
            return opening.open(display);
        } catch (LinkageError absent) {
            throw new DesktopException(reason, "an X library is not installed", absent);
        }
    }
}

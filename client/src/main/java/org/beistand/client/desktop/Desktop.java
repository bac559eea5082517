package org.beistand.client.desktop;

import org.beistand.protocol.value.Reason;

/** Everything of this machine; made in the two Mains only. Each call opens a new one, closed by its user. */
public interface Desktop {
    /** @throws DesktopException with a reason that can be told to the person */
    ScreenSource openScreen() throws DesktopException;

    /** For looking where an input will land. */
    default Glance openGlance() throws DesktopException {
        return Glance.through(openScreen());
    }

    InputSink openInput() throws DesktopException;

    SecurityKey openSecurityKey() throws DesktopException;

    Windows openWindows() throws DesktopException;

    /** A border around what others see. Where there can be none, her tray still says what is seen. */
    default ScreenBorder openBorder() throws DesktopException {
        throw new DesktopException(Reason.NO_DISPLAY, "this platform draws no border");
    }

    /** Strips around a place where somebody's click was stopped. Where there can be none, a notice still says so. */
    default ScreenBorder openStopMark() throws DesktopException {
        throw new DesktopException(Reason.NO_DISPLAY, "this platform marks no places");
    }

    TextClipboard clipboard();
}

package org.beistand.client.desktop;

/** Everything of this machine; made in the two Mains only. Each call opens a new one, closed by its user. */
public interface Desktop {
    /** @throws DesktopException with a reason that can be told to the person */
    ScreenSource openScreen() throws DesktopException;

    InputSink openInput() throws DesktopException;

    SecurityKey openSecurityKey() throws DesktopException;

    Windows openWindows() throws DesktopException;

    TextClipboard clipboard();
}

package org.beistand.client.platform.macos;

import org.beistand.client.desktop.Desktop;
import org.beistand.client.desktop.DesktopException;
import org.beistand.client.desktop.InputSink;
import org.beistand.client.desktop.ScreenSource;
import org.beistand.client.desktop.SecurityKey;
import org.beistand.client.desktop.TextClipboard;
import org.beistand.client.desktop.Windows;
import org.beistand.client.platform.awt.AwtClipboard;
import org.beistand.protocol.value.Reason;

/** A Mac. The person has to allow what it does in the system settings; where she has not, the system asks her once. */
public final class MacDesktop implements Desktop {
    private final TextClipboard clipboard = new AwtClipboard();

    @Override
    public ScreenSource openScreen() throws DesktopException {
        return with(Reason.SCREEN_NOT_CAPTURED, () -> {
            if (!CoreGraphics.mayCapture() && !CoreGraphics.askToCapture()) {
                throw new DesktopException(Reason.SCREEN_NOT_PERMITTED, "no permission for Screen Recording");
            }
            NativePhotographer photographer = new NativePhotographer();
            if (photographer.displays().placed().stream()
                    .noneMatch(one -> photographer.take(one).isPresent())) {
                photographer.close();
                throw new DesktopException(Reason.SCREEN_NOT_CAPTURED, "no display gives its picture");
            }
            return new MacScreen(photographer, System::nanoTime);
        });
    }

    @Override
    public InputSink openInput() throws DesktopException {
        return with(Reason.INPUT_NOT_POSSIBLE, () -> {
            demandControl();
            NativePosting posting = new NativePosting();
            posting.isSecurityKeyDeaf();
            return new MacInput(posting);
        });
    }

    @Override
    public SecurityKey openSecurityKey() throws DesktopException {
        return with(Reason.SECURITY_KEY_TAKEN, () -> {
            demandControl();
            return new MacSecurityKey(new NativeKeyTap());
        });
    }

    private static void demandControl() throws DesktopException {
        boolean may = CoreGraphics.mayPost() || CoreGraphics.askToPost();
        if (!may || !Accessibility.isTrusted()) {
            throw new DesktopException(Reason.INPUT_NOT_PERMITTED, "no permission for Accessibility");
        }
    }

    @Override
    public Windows openWindows() throws DesktopException {
        return with(Reason.SCREEN_NOT_CAPTURED, () -> {
            NativeWindowListing listing = new NativeWindowListing();
            listing.seen();
            return new MacWindows(listing);
        });
    }

    @Override
    public TextClipboard clipboard() {
        return clipboard;
    }

    private interface Opening<T> {
        T open() throws DesktopException;
    }

    /** A function that this macOS does not have is a reason for a person, not an error of the program. */
    private static <T> T with(Reason reason, Opening<T> opening) throws DesktopException {
        try {
            return opening.open();
        } catch (LinkageError absent) {
            throw new DesktopException(reason, "this macOS lacks a function", absent);
        }
    }
}

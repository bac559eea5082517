package org.beistand.client.platform.windows;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.beistand.client.desktop.Desktop;
import org.beistand.client.desktop.DesktopException;
import org.beistand.client.desktop.Glance;
import org.beistand.client.desktop.InputSink;
import org.beistand.client.desktop.ScreenSource;
import org.beistand.client.desktop.SecurityKey;
import org.beistand.client.desktop.TextClipboard;
import org.beistand.client.desktop.Windows;
import org.beistand.client.platform.awt.AwtClipboard;
import org.beistand.protocol.value.Reason;

/** A Windows machine, 10 or newer. */
public final class WindowsDesktop implements Desktop {
    private final TextClipboard clipboard = new AwtClipboard();
    private final long ownProcess = ProcessHandle.current().pid();

    @Override
    public ScreenSource openScreen() throws DesktopException {
        return with(
                Reason.SCREEN_NOT_CAPTURED,
                () -> new WindowsScreen(
                        new NativeCaptures(),
                        new NativePointer(),
                        new NativeMonitors(),
                        new DisplayAffinity(ownProcess),
                        System::nanoTime));
    }

    @Override
    public Glance openGlance() throws DesktopException {
        return with(Reason.SCREEN_NOT_CAPTURED, () -> {
            CopiedGlance glance = new CopiedGlance();
            glance.bounds();
            return glance;
        });
    }

    @Override
    public InputSink openInput() throws DesktopException {
        return with(Reason.INPUT_NOT_POSSIBLE, () -> {
            NativeInjection injection = new NativeInjection();
            injection.virtualScreen();
            return new WindowsInput(injection, new NativeLayout());
        });
    }

    @Override
    public SecurityKey openSecurityKey() throws DesktopException {
        return with(Reason.SECURITY_KEY_TAKEN, () -> {
            NativeHotKeys keys = new NativeHotKeys();
            keys.thread();
            return new WindowsSecurityKey(keys);
        });
    }

    @Override
    public Windows openWindows() throws DesktopException {
        return with(Reason.SCREEN_NOT_CAPTURED, () -> {
            NativeWindowTable table = new NativeWindowTable();
            table.handles();
            return new TopLevelWindows(table, ownProcess, WindowsDesktop::program);
        });
    }

    @Override
    public TextClipboard clipboard() {
        return clipboard;
    }

    private static String program(long process) {
        return ProcessHandle.of(process)
                .flatMap(one -> one.info().command())
                .flatMap(command -> Optional.ofNullable(Path.of(command).getFileName()))
                .map(name -> withoutEnding(name.toString()))
                .orElse("");
    }

    static String withoutEnding(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".exe") ? name.substring(0, name.length() - 4) : name;
    }

    private interface Opening<T> {
        T open() throws DesktopException;
    }

    /** A function that this Windows does not have is a reason for a person, not an error of the program. */
    private static <T> T with(Reason reason, Opening<T> opening) throws DesktopException {
        try {
            return opening.open();
        } catch (LinkageError absent) {
            throw new DesktopException(reason, "this Windows lacks a function", absent);
        }
    }
}

package org.beistand.client.platform.x11;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.HashSet;
import java.util.Set;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.DesktopException;
import org.beistand.client.platform.foreign.NativeLibrary;

/**
 * A program with a connection of its own, whose windows do what a test says. It paints them when it is told to: until then the
 * server leaves what stood there before.
 */
final class Performer implements AutoCloseable {
    private static final int EXPOSE = 12;
    private static final int CLIENT_MESSAGE = 33;
    private static final long EXPOSURE_MASK = 1L << 15;
    private static final long SUBSTRUCTURE_MASKS = 3L << 19;
    private static final long BACKGROUND_PIXMAP = 1;
    private static final long OVERRIDE_REDIRECT = 1L << 9;
    private static final long EVENT_MASK = 1L << 11;
    private static final long ICONIC = 3;
    private static final long OF_A_PAGER = 2;
    private static final long TOGGLE = 2;
    private static final NativeLibrary LIBRARY = new NativeLibrary("libX11.so.6");
    private static final MethodHandle UNMAP = LIBRARY.function("XUnmapWindow", JAVA_INT, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle LOWER = LIBRARY.function("XLowerWindow", JAVA_INT, JAVA_LONG, JAVA_LONG);

    private final XConnection x;
    private final int colour;
    private final long process;

    /** @param process that it says it is */
    Performer(String display, int colour, long process) throws DesktopException {
        this.x = XConnection.open(display);
        this.colour = colour & 0xFFFFFF;
        this.process = process;
    }

    /** A window that the window manager looks after, if there is one. */
    long open(Area area) {
        return open(area, false, true);
    }

    /** One that no window manager looks after. @param named whether it says which process it is of */
    long popUp(Area area, boolean named) {
        return open(area, true, named);
    }

    private long open(Area area, boolean unmanaged, boolean named) {
        long window = XlibWindows.createSimpleWindow(
                x.display(), x.root(), area.x(), area.y(), area.width(), area.height(), 0, 0, colour);
        MemorySegment attributes = x.scratch();
        attributes.asSlice(0, 112).fill((byte) 0);
        attributes.set(JAVA_LONG, 72, EXPOSURE_MASK);
        attributes.set(JAVA_INT, 88, unmanaged ? 1 : 0);
        XlibWindows.changeAttributes(
                x.display(), window, BACKGROUND_PIXMAP | OVERRIDE_REDIRECT | EVENT_MASK, attributes);
        if (named) {
            MemorySegment number = x.scratch();
            number.set(JAVA_LONG, 0, process);
            long property = x.atom("_NET_WM_PID");
            XlibWindows.changeProperty(
                    x.display(), window, property, Properties.CARDINAL, 32, Properties.REPLACE, number, 1);
        }
        raise(window);
        return window;
    }

    void raise(long window) {
        XlibWindows.mapRaised(x.display(), window);
        x.flush();
    }

    void lower(long window) {
        call(LOWER, window);
    }

    void hide(long window) {
        call(UNMAP, window);
    }

    private void call(MethodHandle function, long window) {
        try {
            int done = (int) function.invokeExact(x.display(), window);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
        x.flush();
    }

    void move(long window, Area to) {
        XlibWindows.moveResizeWindow(x.display(), window, to.x(), to.y(), to.width(), to.height());
        x.flush();
    }

    void close(long window) {
        XlibWindows.destroyWindow(x.display(), window);
        x.flush();
    }

    void minimise(long window) {
        tell(window, "WM_CHANGE_STATE", ICONIC, 0, 0);
    }

    void restore(long window) {
        tell(window, "_NET_ACTIVE_WINDOW", OF_A_PAGER, 0, 0);
    }

    void toggleFullScreen(long window) {
        tell(window, "_NET_WM_STATE", TOGGLE, x.atom("_NET_WM_STATE_FULLSCREEN"), OF_A_PAGER);
    }

    /** Says it to the window manager. */
    private void tell(long window, String message, long first, long second, long fourth) {
        long type = x.atom(message);
        MemorySegment event = x.scratch(); // XClientMessageEvent
        event.asSlice(0, 192).fill((byte) 0);
        event.set(JAVA_INT, 0, CLIENT_MESSAGE);
        event.set(JAVA_LONG, 32, window);
        event.set(JAVA_LONG, 40, type);
        event.set(JAVA_INT, 48, 32);
        event.set(JAVA_LONG, 56, first);
        event.set(JAVA_LONG, 64, second);
        event.set(JAVA_LONG, 80, fourth);
        XlibWindows.sendEvent(x.display(), x.root(), 0, SUBSTRUCTURE_MASKS, event);
        x.flush();
    }

    /** Paints all that the server has asked for so far. */
    void paint() {
        Set<Long> exposed = new HashSet<>();
        for (MemorySegment event = x.nextEvent(); event != null; event = x.nextEvent()) {
            if (event.get(JAVA_INT, 0) == EXPOSE) {
                exposed.add(event.get(JAVA_LONG, 32));
            }
        }
        for (long window : exposed) {
            XlibWindows.setWindowBackground(x.display(), window, colour);
            XlibWindows.clearWindow(x.display(), window);
            MemorySegment none = x.scratch();
            none.set(JAVA_LONG, 0, 0);
            XlibWindows.changeAttributes(x.display(), window, BACKGROUND_PIXMAP, none);
        }
        x.settle();
    }

    /** Waits until the server has done all that it was told. */
    void settle() {
        x.settle();
    }

    @Override
    public void close() {
        x.close();
    }
}

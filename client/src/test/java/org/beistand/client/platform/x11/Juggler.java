package org.beistand.client.platform.x11;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Random;
import org.beistand.client.desktop.DesktopException;
import org.beistand.client.platform.foreign.NativeLibrary;

/**
 * A program that opens, moves, raises, hides and closes windows as fast as it can. All of them are of one colour, which it
 * paints itself, as programs do, or leaves to the server.
 */
final class Juggler {
    static final String JUGGLING = "juggling";
    private static final int EXPOSE = 12;
    private static final long EXPOSURE_MASK = 1L << 15;
    private static final long BACKGROUND_PIXMAP = 1;
    private static final long OVERRIDE_REDIRECT = 1L << 9;
    private static final long EVENT_MASK = 1L << 11;
    private static final NativeLibrary LIBRARY = new NativeLibrary("libX11.so.6");
    private static final MethodHandle UNMAP = LIBRARY.function("XUnmapWindow", JAVA_INT, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle MAP = LIBRARY.function("XMapWindow", JAVA_INT, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle LOWER = LIBRARY.function("XLowerWindow", JAVA_INT, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle NO_BACKGROUND =
            LIBRARY.function("XSetWindowBackgroundPixmap", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG);

    private final XConnection x;
    private final int colour;
    private final Random random;
    private final long pid;
    private final long pidProperty;
    private final long[] windows;
    private final boolean[] painted;

    private Juggler(String display, int colour, long pid, int windows) throws DesktopException {
        this.x = XConnection.open(display);
        this.colour = colour;
        this.pid = pid;
        this.random = new Random(colour);
        this.pidProperty = x.atom("_NET_WM_PID");
        this.windows = new long[windows];
        this.painted = new boolean[windows];
    }

    /** Display, colour, how many windows, and nanoseconds between two tricks. Ends with its input. */
    public static void main(String[] arguments) throws DesktopException, IOException {
        int colour = Integer.parseInt(arguments[1], 16);
        var juggler = new Juggler(arguments[0], colour, ProcessHandle.current().pid(), Integer.parseInt(arguments[2]));
        long rest = Long.parseLong(arguments[3]);
        System.out.println(JUGGLING);
        long next = System.nanoTime();
        while (System.in.available() == 0) {
            if (System.nanoTime() >= next) {
                juggler.trick();
                next = System.nanoTime() + rest;
            }
            juggler.paint();
        }
    }

    private void trick() {
        int i = random.nextInt(windows.length);
        long window = windows[i];
        if (window == 0) {
            windows[i] = open(i);
            return;
        }
        switch (random.nextInt(8)) {
            case 0 -> {
                XlibWindows.destroyWindow(x.display(), window);
                windows[i] = 0;
            }
            case 1 -> call(UNMAP, window);
            case 2 -> call(MAP, window);
            case 3 -> call(LOWER, window);
            case 4, 5 -> XlibWindows.raiseWindow(x.display(), window);
            default ->
                XlibWindows.moveResizeWindow(
                        x.display(),
                        window,
                        random.nextInt(600) - 60,
                        random.nextInt(440) - 40,
                        20 + random.nextInt(300),
                        20 + random.nextInt(240));
        }
        x.flush();
    }

    private long open(int i) {
        painted[i] = random.nextBoolean();
        long window = XlibWindows.createSimpleWindow(
                x.display(), x.root(), random.nextInt(500), random.nextInt(400), 120, 90, 0, 0, colour);
        MemorySegment attributes = x.scratch();
        attributes.asSlice(0, 112).fill((byte) 0);
        attributes.set(JAVA_LONG, 72, EXPOSURE_MASK);
        attributes.set(JAVA_INT, 88, random.nextInt(3) == 0 ? 1 : 0); // a menu
        XlibWindows.changeAttributes(
                x.display(), window, OVERRIDE_REDIRECT | EVENT_MASK | (painted[i] ? BACKGROUND_PIXMAP : 0), attributes);
        MemorySegment process = x.scratch();
        process.set(JAVA_LONG, 0, pid);
        XlibWindows.changeProperty(
                x.display(), window, pidProperty, Properties.CARDINAL, 32, Properties.REPLACE, process, 1);
        call(MAP, window);
        x.flush();
        return window;
    }

    /** Until then the server leaves what stood there before. */
    private void paint() {
        for (MemorySegment event = x.nextEvent(); event != null; event = x.nextEvent()) {
            if (event.get(JAVA_INT, 0) == EXPOSE) {
                long window = event.get(JAVA_LONG, 32);
                XlibWindows.setWindowBackground(x.display(), window, colour);
                XlibWindows.clearWindow(x.display(), window);
                for (int i = 0; i < windows.length; i++) {
                    if (windows[i] == window && painted[i]) {
                        none(window);
                    }
                }
            }
        }
        x.flush();
    }

    private void none(long window) {
        try {
            int done = (int) NO_BACKGROUND.invokeExact(x.display(), window, 0L);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    private void call(MethodHandle function, long window) {
        try {
            int done = (int) function.invokeExact(x.display(), window);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }
}

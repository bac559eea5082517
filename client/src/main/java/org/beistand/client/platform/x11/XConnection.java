package org.beistand.client.platform.x11;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.spi.AbstractInterruptibleChannel;
import org.beistand.client.desktop.DesktopException;
import org.beistand.protocol.value.Reason;
import org.jspecify.annotations.Nullable;

/**
 * One connection to an X server. Whoever talks through it holds its monitor, asks {@link #usable} first and only then uses
 * {@link #display}; waiting is done without the monitor. A server that goes away makes it {@link #lost}, nothing worse.
 */
final class XConnection implements AutoCloseable {
    private static final int POLLIN = 1;
    private static final int POLLERR_HUP_NVAL = 8 | 16 | 32;
    private static final int EFD_NONBLOCK_CLOEXEC = 0x800 | 0x80000;
    private static final int FIRST = 0;
    private static final int SECOND = 8;

    static {
        Xlib.initThreads(); // other toolkits in this process use Xlib too
    }

    private final Arena arena = Arena.ofShared();
    private final MemorySegment descriptors = arena.allocate(JAVA_INT, 4);
    private final MemorySegment tick = arena.allocate(JAVA_LONG);
    private final MemorySegment event = arena.allocate(JAVA_LONG, 24);
    private final MemorySegment scratch = arena.allocate(JAVA_LONG, 32);
    private final long display;
    private final long root;
    private final int wake;
    private volatile boolean lost;
    private volatile boolean closed;
    private volatile int complaint;
    private boolean waiting;

    private XConnection(long display) {
        this.display = display;
        this.root = Xlib.defaultRootWindow(display);
        this.wake = Libc.eventfd(0, EFD_NONBLOCK_CLOEXEC);
        descriptors.set(JAVA_INT, FIRST, Xlib.connectionNumber(display));
        descriptors.set(JAVA_INT, SECOND, wake);
        XErrors.guard(display, this);
    }

    /**
     * @param name as in {@code DISPLAY}
     * @throws DesktopException NO_DISPLAY
     */
    static XConnection open(String name) throws DesktopException {
        try (Arena arena = Arena.ofConfined()) {
            long display = Xlib.openDisplay(arena.allocateFrom(name));
            if (display == 0) {
                throw new DesktopException(Reason.NO_DISPLAY, "the X server " + name + " does not answer");
            }
            return new XConnection(display);
        } catch (LinkageError absent) {
            throw new DesktopException(Reason.NO_DISPLAY, "the X libraries cannot be used", absent);
        }
    }

    long display() {
        return display;
    }

    long root() {
        return root;
    }

    /** Memory that lives as long as the connection. */
    Arena arena() {
        return arena;
    }

    /** Space of 256 bytes for the results of one call, used under the monitor. */
    MemorySegment scratch() {
        return scratch;
    }

    boolean usable() {
        return !closed && !lost;
    }

    boolean isClosed() {
        return closed;
    }

    /** The server is gone, or has thrown us out. */
    boolean isLost() {
        return lost;
    }

    void lose() {
        lost = true;
    }

    void complained(int error) {
        complaint = error;
    }

    /** Sends everything, waits until the server has dealt with it, and forgets earlier complaints. */
    synchronized void settle() {
        if (usable()) {
            Xlib.sync(display, 0);
        }
        complaint = 0;
    }

    /** @return the last error of the server since {@link #settle}, 0 if it is content with everything so far */
    synchronized int complaint() {
        if (usable()) {
            Xlib.sync(display, 0);
        }
        return complaint;
    }

    synchronized void flush() {
        if (usable()) {
            Xlib.flush(display);
        }
    }

    long atom(String name) {
        try (Arena call = Arena.ofConfined()) {
            return Xlib.internAtom(display, call.allocateFrom(name), 0);
        }
    }

    /** @return the first event's number and the opcode of an extension, null if the server has none of that name */
    @Nullable Extension extension(String name) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment numbers = call.allocate(JAVA_INT, 3);
            int there = Xlib.queryExtension(
                    display, call.allocateFrom(name), numbers, numbers.asSlice(4), numbers.asSlice(8));
            return there == 0 ? null : new Extension(numbers.get(JAVA_INT, 0), numbers.get(JAVA_INT, 4));
        }
    }

    record Extension(int opcode, int firstEvent) {}

    /** @return the next event that has come, valid until the next call; null if there is none. Never waits. */
    synchronized @Nullable MemorySegment nextEvent() {
        if (!usable() || Xlib.pending(display) < 1 || lost) {
            return null;
        }
        Xlib.nextEvent(display, event);
        return lost ? null : event;
    }

    /**
     * Waits until the server has sent something, {@link #wake} was called, or the time is over. One thread at a time.
     *
     * @param millis below zero for ever
     * @return false if the time was over
     */
    boolean await(int millis) throws InterruptedException {
        synchronized (this) {
            if (!usable()) {
                return true;
            }
            waiting = true;
        }
        int ready;
        var patience = new Patience();
        try {
            patience.begins();
            ready = Libc.poll(prepared(), 2, millis);
        } finally {
            boolean broken = (descriptors.get(JAVA_SHORT, FIRST + 6) & POLLERR_HUP_NVAL) != 0;
            boolean woken = descriptors.get(JAVA_SHORT, SECOND + 6) != 0;
            patience.ends();
            synchronized (this) {
                lost |= broken;
                if (woken) {
                    Libc.read(wake, tick, 8);
                }
                waiting = false;
                notifyAll();
            }
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return ready != 0;
    }

    private MemorySegment prepared() {
        descriptors.set(JAVA_INT, FIRST + 4, POLLIN);
        descriptors.set(JAVA_INT, SECOND + 4, POLLIN);
        return descriptors;
    }

    /** Ends a wait at once. */
    synchronized void wake() {
        if (!closed) {
            try (Arena call = Arena.ofConfined()) {
                Libc.write(wake, call.allocateFrom(JAVA_LONG, 1), 8);
            }
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        wake();
        closed = true;
        boolean interrupted = false;
        while (waiting) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (isThere()) {
            Xlib.closeDisplay(display);
            XErrors.forget(display);
        } // else Xlib would talk to nobody; the little memory of a lost connection is left to it
        Libc.close(wake);
        arena.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isThere() {
        Libc.poll(prepared(), 2, 0);
        return !lost && (descriptors.get(JAVA_SHORT, FIRST + 6) & POLLERR_HUP_NVAL) == 0;
    }

    /** Lets {@link Thread#interrupt} end a wait in native code: the JDK closes this channel then, which wakes the wait. */
    private final class Patience extends AbstractInterruptibleChannel {
        void begins() {
            begin();
        }

        void ends() {
            try {
                end(true);
            } catch (AsynchronousCloseException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        protected void implCloseChannel() {
            wake();
        }
    }
}

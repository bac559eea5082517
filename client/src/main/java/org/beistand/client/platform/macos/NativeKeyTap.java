package org.beistand.client.platform.macos;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code CGEventTapCreate} for keys that go down, with a run loop of its own. */
final class NativeKeyTap implements KeyTap {
    private static final Logger LOG = LoggerFactory.getLogger(NativeKeyTap.class);
    // CGEventTypes.h
    private static final int SESSION_EVENT_TAP = 1;
    private static final int HEAD_INSERT = 0;
    private static final int MAY_CHANGE_EVENTS = 0;
    private static final int KEY_DOWN = 10;
    private static final int DISABLED_BY_TIMEOUT = 0xFFFFFFFE;
    private static final int DISABLED_BY_USER_INPUT = 0xFFFFFFFF;
    private static final int KEYBOARD_EVENT_AUTOREPEAT = 8;
    private static final int KEYBOARD_EVENT_KEYCODE = 9;

    private final Arena arena = Arena.ofShared();
    private MemorySegment port = MemorySegment.NULL;
    private MemorySegment loop = MemorySegment.NULL;
    private @Nullable Ear ear;
    private boolean over;

    @Override
    public boolean open(Ear listener) {
        MemorySegment function = function();
        synchronized (this) {
            ear = listener;
            port = CoreGraphics.tap(
                    SESSION_EVENT_TAP, HEAD_INSERT, MAY_CHANGE_EVENTS, 1L << KEY_DOWN, function, MemorySegment.NULL);
            if (port.address() == 0) {
                arena.close();
                return false;
            }
            loop = CoreFoundation.currentRunLoop();
            MemorySegment source = CoreFoundation.runLoopSource(MemorySegment.NULL, port, 0);
            CoreFoundation.addSource(loop, source, CoreFoundation.COMMON_MODES);
            CoreFoundation.release(source);
            CoreGraphics.enableTap(port, true);
            return true;
        }
    }

    private MemorySegment function() {
        try {
            return Linker.nativeLinker()
                    .upcallStub(
                            MethodHandles.lookup()
                                    .bind(
                                            this,
                                            "told",
                                            MethodType.methodType(
                                                    MemorySegment.class,
                                                    MemorySegment.class,
                                                    int.class,
                                                    MemorySegment.class,
                                                    MemorySegment.class)),
                            FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT, ADDRESS, ADDRESS),
                            arena);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError("the function is in this class", impossible);
        }
    }

    /** Called by the system. Whatever it throws would end the process. @return the event, or NULL to keep it */
    private MemorySegment told(MemorySegment proxy, int kind, MemorySegment event, MemorySegment unused) {
        try {
            Ear listener = ear;
            if (listener == null) {
                return event;
            }
            if (kind == DISABLED_BY_TIMEOUT || kind == DISABLED_BY_USER_INPUT) {
                CoreGraphics.enableTap(port, true);
                listener.wasDeaf();
                return event;
            }
            boolean repeated = CoreGraphics.field(event, KEYBOARD_EVENT_AUTOREPEAT) != 0;
            int code = (int) CoreGraphics.field(event, KEYBOARD_EVENT_KEYCODE);
            return kind == KEY_DOWN && listener.pressed(code, repeated) ? MemorySegment.NULL : event;
        } catch (RuntimeException | Error e) {
            LOG.error("a key was not heard", e);
            return event;
        }
    }

    @Override
    public void listen() {
        CoreFoundation.run();
        synchronized (this) {
            over = true;
            CoreFoundation.invalidate(port);
            CoreFoundation.release(port);
            arena.close();
        }
    }

    /** A loop that has nothing more to wait for ends, even if it is only about to begin. */
    @Override
    public synchronized void end() {
        if (!over && port.address() != 0) {
            CoreFoundation.invalidate(port);
            CoreFoundation.stop(loop);
        }
    }
}

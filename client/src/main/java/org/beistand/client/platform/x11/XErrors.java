package org.beistand.client.platform.x11;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What happens when the X server complains or goes away. Xlib would end the process; here the connection takes note.
 *
 * <p>Errors are caught per connection, so that it does not matter which error handler of the process AWT or GTK have set, and
 * theirs go on seeing their own errors. Only for a lost server there is a process-wide handler, which asks its predecessor for
 * connections that are not ours.
 */
final class XErrors {
    private static final int HIGHEST_ERROR = 255;
    private static final int ERROR_CODE = 32; // in XErrorEvent
    private static final Map<Long, XConnection> OURS = new ConcurrentHashMap<>();

    private static final MethodHandle DEAL_WITH =
            Linker.nativeLinker().downcallHandle(FunctionDescriptor.of(JAVA_INT, JAVA_LONG));
    private static final long ON_ERROR = stub("onError", int.class, long.class, MemorySegment.class, long.class);
    private static final long ON_EXIT = stub("onExit", void.class, long.class, long.class);
    private static final MemorySegment PREDECESSOR =
            MemorySegment.ofAddress(Xlib.setIOErrorHandler(stub("onLoss", int.class, long.class)));

    private XErrors() {}

    /** From now on the errors of this display are noted in its connection. */
    static void guard(long display, XConnection connection) {
        OURS.put(display, connection);
        for (int error = 1; error <= HIGHEST_ERROR; error++) {
            Xlib.setWireToError(display, error, ON_ERROR);
        }
        Xlib.setIOErrorExitHandler(display, ON_EXIT, 0);
    }

    static void forget(long display) {
        OURS.remove(display);
    }

    /** @return 0: nobody else is to hear of it */
    private static int onError(long display, MemorySegment event, long wire) {
        XConnection connection = OURS.get(display);
        if (connection != null) {
            connection.complained(event.reinterpret(ERROR_CODE + 1).get(JAVA_BYTE, ERROR_CODE) & 0xFF);
        }
        return 0;
    }

    private static int onLoss(long display) {
        XConnection connection = OURS.get(display);
        if (connection != null) {
            connection.lose();
            return 0;
        }
        try {
            return (int) DEAL_WITH.invokeExact(PREDECESSOR, display);
        } catch (Throwable impossible) { // an exception that leaves an upcall ends the process without a word
            return 0;
        }
    }

    /**
     * Xlib would end the process after this; returning keeps it. It has locked the display for this thread by now, as one
     * does before the end, and another thread that wants to close the connection would wait for ever.
     */
    private static void onExit(long display, long data) {
        Xlib.unlockDisplay(display);
        XConnection connection = OURS.get(display);
        if (connection != null) {
            connection.lose();
        }
    }

    private static long stub(String method, Class<?> result, Class<?>... arguments) {
        try {
            MethodHandle target =
                    MethodHandles.lookup().findStatic(XErrors.class, method, MethodType.methodType(result, arguments));
            var layouts = new MemoryLayout[arguments.length];
            for (int i = 0; i < arguments.length; i++) {
                layouts[i] = arguments[i] == long.class ? JAVA_LONG : ADDRESS;
            }
            FunctionDescriptor shape = result == void.class
                    ? FunctionDescriptor.ofVoid(layouts)
                    : FunctionDescriptor.of(JAVA_INT, layouts);
            return Linker.nativeLinker()
                    .upcallStub(target, shape, Arena.global())
                    .address();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.beistand.client.platform.x11;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The mice and keyboards themselves, as the XInput extension tells of them whoever has the focus or a grab. Used under the
 * connection's monitor.
 */
final class InputDevices {
    static final int RAW_KEY_PRESS = 13;
    static final int RAW_MOTION = 17;
    private static final int GENERIC_EVENT = 35;
    private static final int ALL_DEVICES = 0;
    private static final int ALL_MASTERS = 1;
    private static final int DEVICE_SIZE = 40; // XIDeviceInfo: id at 0, name behind the pointer at 8
    private static final int LONGEST_NAME = 256;
    private static final int REPEAT = 1;
    /** Stands on the root window while keys are not repeated on our behalf, so that a next start can put it back. */
    private static final String STOPPED = "_BEISTAND_REPEAT_STOPPED";

    private static final int GLOBAL_AUTO_REPEAT = 24; // in XKeyboardState

    private final XConnection x;
    private final int opcode;
    private final MemorySegment masks; // XIEventMask: device, length, pointer at 8; the mask itself at 16

    private InputDevices(XConnection x, int opcode) {
        this.x = x;
        this.opcode = opcode;
        this.masks = x.arena().allocate(24, 8);
        masks.set(JAVA_INT, 0, ALL_MASTERS);
        masks.set(JAVA_INT, 4, 4);
        masks.set(JAVA_LONG, 8, masks.address() + 16);
    }

    /** @return empty if server or library cannot tell of devices */
    static Optional<InputDevices> of(XConnection x) {
        XConnection.Extension extension = x.extension("XInputExtension");
        if (extension == null) {
            return Optional.empty();
        }
        try {
            MemorySegment version = x.scratch();
            version.set(JAVA_INT, 0, 2); // from 2.1 on, what is grabbed by others is told as well
            version.set(JAVA_INT, 4, 2);
            boolean spoken = Xinput.queryVersion(x.display(), version, version.asSlice(4)) == 0;
            return spoken ? Optional.of(new InputDevices(x, extension.opcode())) : Optional.empty();
        } catch (LinkageError absent) {
            return Optional.empty();
        }
    }

    /** Asks to be told of one kind of event of all devices, and of no other. */
    void hear(int kind, boolean on) {
        masks.asSlice(16, 4).fill((byte) 0);
        if (on) {
            masks.set(JAVA_BYTE, 16 + kind / 8, (byte) (1 << kind % 8));
        }
        Xinput.selectEvents(x.display(), x.root(), masks, 1);
    }

    /**
     * What a device did: XIRawEvent, with the time at 40 and the key or button at 56. To be given back with
     * {@link Xlib#freeEventData}.
     *
     * @return empty if the event is something else
     */
    Optional<MemorySegment> rawEvent(MemorySegment event, int kind) {
        boolean ours = event.get(JAVA_INT, 0) == GENERIC_EVENT
                && event.get(JAVA_INT, 32) == opcode
                && event.get(JAVA_INT, 36) == kind
                && Xlib.getEventData(x.display(), event) != 0;
        return ours
                ? Optional.of(MemorySegment.ofAddress(event.get(JAVA_LONG, 48)).reinterpret(64))
                : Optional.empty();
    }

    /**
     * From now on the server does not repeat a key that is made up and held. One that goes up late because a connection falters
     * would otherwise be typed many times.
     *
     * @return false if that cannot be chosen here, or if keys are not repeated anyway
     */
    boolean stopRepeatingMadeUpKeys() {
        if (Properties.longs(x, x.root(), x.atom(STOPPED), 1).length > 0) {
            repeatKeysAgain(); // whoever stopped it has died
        }
        MemorySegment state = x.scratch();
        XlibKeyboard.getKeyboardControl(x.display(), state);
        boolean repeats = state.get(JAVA_INT, GLOBAL_AUTO_REPEAT) != 0;
        OptionalInt keyboard = madeUpKeyboard();
        if (!repeats || keyboard.isEmpty()) {
            return false;
        }
        MemorySegment yes = x.scratch();
        yes.set(JAVA_LONG, 0, 1);
        XlibWindows.changeProperty(
                x.display(), x.root(), x.atom(STOPPED), Properties.CARDINAL, 32, Properties.REPLACE, yes, 1);
        return XlibKeyboard.changeEnabledControls(x.display(), keyboard.getAsInt(), REPEAT, 0) != 0;
    }

    /** All keyboards, because the one that programs see has become like the one that was made up. */
    void repeatKeysAgain() {
        XlibKeyboard.autoRepeatOn(x.display());
        XlibWindows.deleteProperty(x.display(), x.root(), x.atom(STOPPED));
        Xlib.sync(x.display(), 0);
    }

    /** The keyboard that XTEST plays on. */
    private OptionalInt madeUpKeyboard() {
        MemorySegment count = x.scratch();
        long list = Xinput.queryDevice(x.display(), ALL_DEVICES, count);
        if (list == 0) {
            return OptionalInt.empty();
        }
        OptionalInt found = OptionalInt.empty();
        int devices = count.get(JAVA_INT, 0);
        MemorySegment all = MemorySegment.ofAddress(list).reinterpret((long) DEVICE_SIZE * devices);
        for (int i = 0; i < devices; i++) {
            MemorySegment device = all.asSlice((long) DEVICE_SIZE * i, DEVICE_SIZE);
            String name = MemorySegment.ofAddress(device.get(JAVA_LONG, 8))
                    .reinterpret(LONGEST_NAME)
                    .getString(0);
            if (name.endsWith("XTEST keyboard") && found.isEmpty()) {
                found = OptionalInt.of(device.get(JAVA_INT, 0));
            }
        }
        Xinput.freeDeviceInfo(list);
        return found;
    }
}

package org.beistand.client.platform.x11;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.beistand.client.desktop.DesktopException;
import org.beistand.client.desktop.SecurityKey;
import org.beistand.protocol.value.Reason;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * F11 on an X server, twice over. The key is grabbed, so that no program gets it any more and nobody else can claim it. But a
 * grab is silent while a menu is open, because a menu grabs the whole keyboard; so the keyboards themselves are listened to as
 * well, where the server allows it. Of what they tell, only this one key is looked at.
 */
public final class X11SecurityKey implements SecurityKey { // 001-66 001-67
    private static final Logger LOG = LoggerFactory.getLogger(X11SecurityKey.class);
    private static final int KEY_PRESS = 2;
    private static final int MAPPING_NOTIFY = 34;
    private static final int ANY_MODIFIER = 1 << 15;
    private static final int LOCK = 1 << 1;
    private static final int ALL_COMBINATIONS = 256;
    private static final int GRAB_ASYNC = 1;

    private final XConnection x;
    private int keycode;
    private Optional<InputDevices> keyboards = Optional.empty();
    private long lastTime = -1;
    private @Nullable Thread listener;

    X11SecurityKey(String display) throws DesktopException {
        this.x = XConnection.open(display);
    }

    @Override
    public Optional<Reason> listen(Runnable pressed) {
        synchronized (x) {
            if (!x.usable() || listener != null) {
                return Optional.of(Reason.SECURITY_KEY_TAKEN);
            }
            if (!grab()) {
                return Optional.of(Reason.SECURITY_KEY_TAKEN);
            }
            hearKeyboards();
            x.flush();
            listener = Thread.ofPlatform()
                    .name("security-key")
                    .daemon()
                    .priority(Thread.MAX_PRIORITY)
                    .start(() -> listenUntilClosed(pressed));
            return Optional.empty();
        }
    }

    /** Whatever else is held: somebody far away may hold Shift while the key is pressed here. */
    private boolean grab() {
        keycode = XlibKeyboard.keysymToKeycode(x.display(), Symbols.F11) & 0xFF;
        if (keycode == 0) {
            return false;
        }
        if (grabbed(ANY_MODIFIER)) {
            return true;
        }
        // Some window manager has a shortcut like Alt and F11. That one is lost to us, the key itself must not be.
        int locks = LOCK | lockOf(Symbols.NUM_LOCK) | lockOf(Symbols.SCROLL_LOCK);
        boolean plain = true;
        for (int modifiers = 0; modifiers < ALL_COMBINATIONS; modifiers++) {
            boolean mine = grabbed(modifiers);
            plain &= mine || (modifiers & ~locks) != 0;
        }
        return plain;
    }

    private boolean grabbed(int modifiers) {
        x.settle();
        XlibKeyboard.grabKey(x.display(), keycode, modifiers, x.root(), 0, GRAB_ASYNC, GRAB_ASYNC);
        return x.complaint() == 0;
    }

    private int lockOf(long symbol) {
        return new KeyboardLayout(x).modifierOf(XlibKeyboard.keysymToKeycode(x.display(), symbol) & 0xFF);
    }

    private void hearKeyboards() {
        keyboards = InputDevices.of(x);
        keyboards.ifPresent(all -> all.hear(InputDevices.RAW_KEY_PRESS, true));
    }

    private void listenUntilClosed(Runnable pressed) {
        while (!x.isClosed()) {
            if (isPressed()) {
                try {
                    pressed.run();
                } catch (RuntimeException e) {
                    LOG.error("what the security key is to do has failed", e);
                }
                continue;
            }
            if (x.isLost()) {
                pressed.run(); // nobody can press it any more, and nobody could stop what is going on
                return;
            }
            try {
                x.await(-1);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private boolean isPressed() {
        synchronized (x) {
            for (MemorySegment event = x.nextEvent(); event != null; event = x.nextEvent()) {
                int type = event.get(JAVA_INT, 0);
                if (type == MAPPING_NOTIFY) {
                    XlibKeyboard.refreshKeyboardMapping(event);
                    follow();
                } else if (type == KEY_PRESS ? isUnheard(event) : isRawPress(event)) {
                    return true;
                }
            }
            return false;
        }
    }

    private boolean isRawPress(MemorySegment event) {
        Optional<MemorySegment> raw = keyboards.flatMap(all -> all.rawEvent(event, InputDevices.RAW_KEY_PRESS));
        boolean ours = raw.isPresent() && raw.get().get(JAVA_INT, 56) == keycode;
        if (ours) {
            lastTime = raw.get().get(JAVA_LONG, 40);
        }
        raw.ifPresent(unused -> Xlib.freeEventData(x.display(), event));
        return ours;
    }

    /** A press that the keyboard itself has told comes by the grab once more, with the same time. */
    private boolean isUnheard(MemorySegment press) {
        return press.get(JAVA_LONG, 56) != lastTime;
    }

    /** The layout has changed; the key may be another one. */
    private void follow() {
        int now = XlibKeyboard.keysymToKeycode(x.display(), Symbols.F11) & 0xFF;
        if (now != keycode && now != 0) {
            XlibKeyboard.ungrabKey(x.display(), keycode, ANY_MODIFIER, x.root());
            if (!grab()) {
                LOG.warn("the security key moved to a key that another program holds; it is only listened to");
            }
        }
    }

    @Override
    public void close() {
        x.close();
    }
}

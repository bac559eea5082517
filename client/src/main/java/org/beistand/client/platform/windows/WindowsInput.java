package org.beistand.client.platform.windows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.InputSink;

/**
 * Mouse and keyboard events for Windows. Windows itself drops them where a program with administrator's rights has the focus and
 * on the desktop where it asks for passwords.
 */
public final class WindowsInput implements InputSink {
    private static final int FASTEST_WHEEL = 50;

    private final Injection injection;
    private final Keyboard keyboard;
    /** Those that are held, and what each was pressed as: somebody may swap them in between. */
    private final Map<Integer, Integer> buttons = new LinkedHashMap<>();

    private boolean closed;

    WindowsInput(Injection injection, KeyboardLayout layout) {
        this.injection = injection;
        this.keyboard = new Keyboard(layout);
    }

    @Override
    public synchronized void movePointer(int x, int y) {
        Area all = injection.virtualScreen();
        if (closed || all.isEmpty()) {
            return;
        }
        VirtualDesk desk = new VirtualDesk(all);
        injection.send(List.of(new InputEvent.Mouse(
                desk.x(x), desk.y(y), 0, InputEvent.MOUSE_MOVE | InputEvent.ABSOLUTE | InputEvent.VIRTUAL_DESK)));
    }

    @Override
    public synchronized void button(int button, boolean down) {
        if (closed || button < 1 || button > 5) {
            return;
        }
        if (!down) {
            Integer pressed = buttons.remove(button);
            if (pressed != null) {
                injection.send(List.of(click(pressed, false)));
            }
        } else if (!buttons.containsKey(button)) {
            int pressed = injection.buttonsAreSwapped() ? swapped(button) : button;
            buttons.put(button, pressed);
            List<InputEvent> events = new ArrayList<>(keyboard.asHeld());
            events.add(click(pressed, true));
            injection.send(events);
        }
    }

    private static int swapped(int button) {
        return switch (button) {
            case 1 -> 3;
            case 3 -> 1;
            default -> button;
        };
    }

    private static InputEvent click(int button, boolean down) {
        return switch (button) {
            case 1 -> new InputEvent.Mouse(0, 0, 0, down ? InputEvent.LEFT_DOWN : InputEvent.LEFT_UP);
            case 2 -> new InputEvent.Mouse(0, 0, 0, down ? InputEvent.MIDDLE_DOWN : InputEvent.MIDDLE_UP);
            case 3 -> new InputEvent.Mouse(0, 0, 0, down ? InputEvent.RIGHT_DOWN : InputEvent.RIGHT_UP);
            case 4 -> new InputEvent.Mouse(0, 0, InputEvent.X_BUTTON_1, down ? InputEvent.X_DOWN : InputEvent.X_UP);
            default -> new InputEvent.Mouse(0, 0, InputEvent.X_BUTTON_2, down ? InputEvent.X_DOWN : InputEvent.X_UP);
        };
    }

    /** Windows counts up as positive, and right as well. */
    @Override
    public synchronized void wheel(int horizontal, int vertical) {
        if (closed) {
            return;
        }
        List<InputEvent> events = new ArrayList<>(keyboard.asHeld());
        if (vertical != 0) {
            events.add(new InputEvent.Mouse(0, 0, -turned(vertical), InputEvent.WHEEL));
        }
        if (horizontal != 0) {
            events.add(new InputEvent.Mouse(0, 0, turned(horizontal), InputEvent.HORIZONTAL_WHEEL));
        }
        send(events);
    }

    private static int turned(int notches) {
        return Math.clamp(notches, -FASTEST_WHEEL, FASTEST_WHEEL) * InputEvent.WHEEL_DELTA;
    }

    @Override
    public synchronized void key(int position, int character, boolean command, boolean down) {
        if (!closed) {
            send(keyboard.key(position, character, command, down));
        }
    }

    @Override
    public synchronized void releaseAll() {
        List<InputEvent> events = new ArrayList<>(keyboard.releaseAll());
        buttons.values().forEach(pressed -> events.add(click(pressed, false)));
        buttons.clear();
        send(events);
    }

    private void send(List<InputEvent> events) {
        if (!events.isEmpty()) {
            injection.send(events);
        }
    }

    @Override
    public synchronized void close() {
        releaseAll();
        closed = true;
    }
}

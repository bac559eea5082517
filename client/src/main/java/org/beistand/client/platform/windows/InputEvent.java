package org.beistand.client.platform.windows;

/** What {@code SendInput} is given, one at a time. Numbers are those of {@code winuser.h}. */
sealed interface InputEvent {
    int MOUSE_MOVE = 0x0001;
    int LEFT_DOWN = 0x0002;
    int LEFT_UP = 0x0004;
    int RIGHT_DOWN = 0x0008;
    int RIGHT_UP = 0x0010;
    int MIDDLE_DOWN = 0x0020;
    int MIDDLE_UP = 0x0040;
    int X_DOWN = 0x0080;
    int X_UP = 0x0100;
    int WHEEL = 0x0800;
    int HORIZONTAL_WHEEL = 0x1000;
    int VIRTUAL_DESK = 0x4000;
    int ABSOLUTE = 0x8000;
    int X_BUTTON_1 = 1;
    int X_BUTTON_2 = 2;
    int WHEEL_DELTA = 120;

    int EXTENDED_KEY = 0x0001;
    int KEY_UP = 0x0002;
    int UNICODE = 0x0004;
    int SCAN_CODE = 0x0008;

    /** @param data a button's number or the wheel's 120ths */
    record Mouse(int x, int y, int data, int flags) implements InputEvent {}

    /** @param scan a scan code, or a unit of UTF-16 */
    record Key(int virtualKey, int scan, int flags) implements InputEvent {
        static Key of(int scanCode, boolean down) {
            int extended = (scanCode & ScanCodes.EXTENDED) == ScanCodes.EXTENDED ? EXTENDED_KEY : 0;
            return new Key(0, scanCode & 0xFF, SCAN_CODE | extended | (down ? 0 : KEY_UP));
        }

        static Key ofVirtual(int virtualKey, boolean down) {
            return new Key(virtualKey, 0, down ? 0 : KEY_UP);
        }

        static Key ofUnit(char unit, boolean down) {
            return new Key(0, unit, UNICODE | (down ? 0 : KEY_UP));
        }
    }
}

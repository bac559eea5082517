package org.beistand.client.platform.windows;

import java.util.HexFormat;

/** A method of a COM object, or a function like it, said no. */
final class ComFailed extends Exception {
    private static final long serialVersionUID = 1;

    // winerror.h
    static final int E_ACCESSDENIED = 0x80070005;
    static final int DXGI_ERROR_NOT_FOUND = 0x887A0002;
    static final int DXGI_ERROR_UNSUPPORTED = 0x887A0004;
    static final int DXGI_ERROR_DEVICE_REMOVED = 0x887A0005;
    static final int DXGI_ERROR_DEVICE_RESET = 0x887A0007;
    static final int DXGI_ERROR_NOT_CURRENTLY_AVAILABLE = 0x887A0022;
    static final int DXGI_ERROR_MODE_CHANGE_IN_PROGRESS = 0x887A0025;
    static final int DXGI_ERROR_ACCESS_LOST = 0x887A0026;
    static final int DXGI_ERROR_WAIT_TIMEOUT = 0x887A0027;
    static final int DXGI_ERROR_SESSION_DISCONNECTED = 0x887A0028;

    private final int code;

    ComFailed(int code) {
        super("failed with " + HexFormat.of().toHexDigits(code));
        this.code = code;
    }

    int code() {
        return code;
    }

    /** @param result an HRESULT: below zero is a failure */
    static void check(int result) throws ComFailed {
        if (result < 0) {
            throw new ComFailed(result);
        }
    }

    /** Whether it will pass: another desktop is shown, the resolution is just changing, or the adapter starts anew. */
    boolean willPass() {
        return switch (code) {
            case E_ACCESSDENIED,
                    DXGI_ERROR_DEVICE_REMOVED,
                    DXGI_ERROR_DEVICE_RESET,
                    DXGI_ERROR_NOT_CURRENTLY_AVAILABLE,
                    DXGI_ERROR_MODE_CHANGE_IN_PROGRESS,
                    DXGI_ERROR_ACCESS_LOST,
                    DXGI_ERROR_SESSION_DISCONNECTED -> true;
            default -> false;
        };
    }
}

package org.beistand.operator.login.directory;

/** A domain controller did not do what it was asked: it is down, silent, not genuine or talks nonsense. Another may do. */
final class ControllerFailed extends Exception {
    ControllerFailed(String what) {
        super(what, null, false, false);
    }

    ControllerFailed(Throwable cause) {
        super(words(cause), cause, false, false);
    }

    /** The innermost cause says what happened; those around it say only that something did. */
    private static String words(Throwable cause) {
        Throwable inner = cause;
        for (int i = 0; i < 10 && inner.getCause() != null; i++) {
            inner = inner.getCause();
        }
        String message = inner.getMessage();
        return inner.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }
}

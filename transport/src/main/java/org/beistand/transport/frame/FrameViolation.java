package org.beistand.transport.frame;

/** Bytes that are no frame of ours. Carries no stack trace: hostile input must be cheap to refuse. */
public final class FrameViolation extends Exception {
    FrameViolation(String what) {
        super(what, null, false, false);
    }
}

package org.beistand.protocol.wire;

/**
 * Bytes that are not one of our messages. Carries no stack trace: hostile input must be cheap to refuse.
 */
public final class MalformedMessage extends RuntimeException {
    public MalformedMessage(String what) {
        super(what, null, false, false);
    }
}

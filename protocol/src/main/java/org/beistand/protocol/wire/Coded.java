package org.beistand.protocol.wire;

/**
 * A value of a closed set with a fixed number on the wire. The number is part of the protocol and never reused; the position
 * in the enum means nothing.
 */
public interface Coded {
    /** 0 to 65535. */
    int code();
}

package org.beistand.protocol.wire;

/** The law of a family that knows no conditions beyond the sender. */
public enum Unit {
    UNIT
}

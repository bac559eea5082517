package org.beistand.protocol.session;

import org.beistand.protocol.value.Permission;

/** Which right a message needs, seen by its receiver. */
public sealed interface Need {
    /** None: it asks, answers or tells. */
    record Nothing() implements Need {}

    /** The receiver owns the computer and must have granted this right to the sender. */
    record Granted(Permission permission) implements Need {}

    /** The sender owns the computer; the receiver must hold this right from the sender. */
    record Held(Permission permission) implements Need {}

    /** One or the other, as with files that can go both ways. */
    record Either(Granted granted, Held held) implements Need {}
}

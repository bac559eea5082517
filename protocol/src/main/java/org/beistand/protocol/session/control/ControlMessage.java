package org.beistand.protocol.session.control;

import org.beistand.protocol.session.SessionMessage;

/** Mouse and keyboard for the owner's computer. Every message carries the epoch of the grant that it acts under. */
public sealed interface ControlMessage extends SessionMessage
        permits PointerMoved, ButtonChanged, WheelTurned, KeyChanged, AllReleased {
    /** Of the grant that it acts under. */
    int epoch();
}

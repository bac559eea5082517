package org.beistand.protocol.session;

/** How far two participants have come with each other. */
public enum Phase {
    /** The channel stands; the session's password is not proved. */
    PASSWORD,
    /** The channel stands; the spoken check is not concluded. */
    CHECKING,
    RUNNING
}

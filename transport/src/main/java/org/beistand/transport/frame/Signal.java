package org.beistand.transport.frame;

/** What the frames without content say to the stages above. */
public enum Signal {
    /** The other side is there. As the first frame of a listener it means that it believes the one who dialled. */
    ALIVE
}

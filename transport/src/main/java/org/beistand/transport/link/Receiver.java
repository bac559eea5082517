package org.beistand.transport.link;

import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.Octets;

/** What happens on a {@link Link}. */
public interface Receiver {
    /** A whole frame. Throwing {@link org.beistand.protocol.wire.MalformedMessage} ends the link as a protocol violation. */
    void received(Octets frame);

    /** {@link Link#isWritable} has changed. */
    default void writable(boolean writable) {}

    /**
     * The link is over, told exactly once and last.
     *
     * @param reason ours if we closed it, else the one that the other side gave (its word, not a proof), else {@link
     *     Reason#CONNECTION_LOST} if it vanished without one
     */
    void closed(Reason reason);
}

package org.beistand.transport.link;

import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.Octets;

/**
 * One connection to another program. Frames arrive whole and in order or the link ends; nothing is ever lost silently.
 *
 * <p>The methods may be called from any thread. What a {@link Receiver} is told comes from one thread at a time.
 */
public interface Link {
    /**
     * Sends a frame. After {@link #close} it is dropped; the receiver has been told why. A sender who goes on although {@link
     * #isWritable} is false loses the link as {@link Reason#TOO_SLOW} at {@link Watermarks#bound}.
     *
     * @throws IllegalArgumentException for an empty frame or one beyond what was agreed for this link
     */
    void send(Octets frame);

    /** False while too many bytes wait to be sent; a polite sender waits for {@link Receiver#writable}. */
    boolean isWritable();

    /**
     * Stops reading from the other side, which feels it as back-pressure. Called from within the {@link Receiver} it holds at
     * once: no further frame is told. Links begin paused until {@link #open}.
     */
    void pause();

    void resume();

    /** Names who is told what happens here, and begins reading. Called once. */
    void open(Receiver receiver);

    /**
     * Sends what was sent before and the reason, then ends the link. {@link Receiver#closed} of both sides hears the reason.
     * Called again, it changes nothing: the first reason stays.
     */
    void close(Reason reason);

    /** Who is at the other end, proved by its certificate. */
    Peer peer();
}

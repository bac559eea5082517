package org.beistand.transport.link;

import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.Message;

/** What happens in a {@link Conversation}. */
public interface MessageReceiver<M extends Message> {
    /** A message that the other side may say. Throwing MalformedMessage ends the conversation as a protocol violation. */
    void received(M message);

    /** {@link Conversation#isWritable} has changed. */
    default void writable(boolean writable) {}

    /** The conversation is over, told exactly once and last; see {@link Receiver#closed}. */
    void closed(Reason reason);
}

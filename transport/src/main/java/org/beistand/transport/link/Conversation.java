package org.beistand.transport.link;

import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.Message;
import org.beistand.protocol.wire.Octets;
import org.beistand.protocol.wire.Vocabulary;

/**
 * A link on which one family of messages is spoken. What the other side may not say ends it as a protocol violation.
 *
 * @param <M> the family
 * @param <S> who can be a sender in it
 */
public final class Conversation<M extends Message, S> {
    private final Link link;
    private final Vocabulary<M, S, ?> vocabulary;
    private volatile S other;

    /** @param other who speaks at the other end */
    public Conversation(Link link, Vocabulary<M, S, ?> vocabulary, S other) {
        this.link = link;
        this.vocabulary = vocabulary;
        this.other = other;
    }

    public void open(MessageReceiver<M> receiver) {
        link.open(new Receiver() {
            @Override
            public void received(Octets frame) {
                receiver.received(vocabulary.decode(frame, other));
            }

            @Override
            public void writable(boolean writable) {
                receiver.writable(writable);
            }

            @Override
            public void closed(Reason reason) {
                receiver.closed(reason);
            }
        });
    }

    public void send(M message) {
        link.send(vocabulary.encode(message));
    }

    /** The other side has proved to be somebody else than was known before; holds from the next message on. */
    public void otherIs(S other) {
        this.other = other;
    }

    public boolean isWritable() {
        return link.isWritable();
    }

    public void pause() {
        link.pause();
    }

    public void resume() {
        link.resume();
    }

    public void close(Reason reason) {
        link.close(reason);
    }

    public Peer peer() {
        return link.peer();
    }
}

package org.beistand.operator.server;

import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.Message;

/** What a message leads to. */
sealed interface Answer<M extends Message> {
    record Say<M extends Message>(M message) implements Answer<M> {}

    /** Nothing more to say: it was said already, or there is no answer to it. */
    record Quiet<M extends Message>() implements Answer<M> {}

    /** The last message of this connection. */
    record SayAndEnd<M extends Message>(M message, Reason reason) implements Answer<M> {}

    /** Not this party's to say, or not now. */
    record Violation<M extends Message>() implements Answer<M> {}
}

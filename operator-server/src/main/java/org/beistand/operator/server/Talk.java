package org.beistand.operator.server;

import java.time.Duration;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.Message;

/** One party's side of a connection. Asked by one thread at a time, which may block. */
interface Talk<M extends Message> {
    Answer<M> hear(M message);

    /**
     * For answers whose time must tell nothing: they are given whole slots after the question.
     *
     * @return zero if the answer to this may be given as soon as it is known
     */
    default Duration slot(M message) {
        return Duration.ZERO;
    }

    /** How the party learns that its request could not be carried out for a reason of ours. */
    Answer<M> failed(Reason reason);

    /** Whether it has said who it is; until then it has little time. */
    boolean isIntroduced();

    /**
     * Whether it may go on to be silent although it was for a long time. Asked once it is introduced, on a thread that may block
     * and perhaps while it is heard.
     */
    default boolean mayBeSilent() {
        return false;
    }

    /** The connection is over. */
    default void over() {}
}

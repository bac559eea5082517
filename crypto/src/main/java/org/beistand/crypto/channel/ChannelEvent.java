package org.beistand.crypto.channel;

import java.security.cert.X509Certificate;
import java.util.Optional;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.Octets;

/** What came of a step of a {@link SealedChannel}, in the order in which it is to be done. */
public sealed interface ChannelEvent {
    /** To be sent to the other end, before anything that is sealed later. */
    record ToSend(Sealed sealed) implements ChannelEvent {}

    /**
     * The channel stands: from now on {@link SealedChannel#seal} works.
     *
     * @param binding for the spoken check
     * @param suite the group and the cipher that were agreed on, for the report
     * @param peer the certificate of the other end, whose key it proved to have
     * @param moderator if the other end is the moderator: who he is
     */
    record Established(Binding binding, String suite, X509Certificate peer, Optional<CertifiedPerson> moderator)
            implements ChannelEvent {
        /** Without the names that stand in the certificate. */
        @Override
        public String toString() {
            return "Established[" + suite + "]";
        }
    }

    /** A message exactly as the other end sealed it. */
    record Opened(Octets plain) implements ChannelEvent {}

    /** The other end closed the channel in good order. */
    record Closed() implements ChannelEvent {}

    /**
     * The channel is over; nothing goes in or out any more.
     *
     * @param reason {@code SEAL_REFUSED} before it stood, {@code SEAL_BROKEN} after
     */
    record Broken(Reason reason) implements ChannelEvent {}
}

package org.beistand.protocol.relay;

import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.Codec;

/** For this client the session is over; the server closes the connection. */
public record Ended(Reason reason) implements RelayMessage {
    public static final Codec<Ended> CODEC = Codec.of(Reason.CODEC, Ended::reason, Ended::new);
}

package org.beistand.protocol.operator;

import java.time.Duration;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.Codec;

/** The request was not carried out.
 *
 * @param pause how long to wait before another try, zero if at once
 */
public record Refused(Reason reason, Duration pause) implements OperatorMessage {
    public static final Codec<Refused> CODEC =
            Codec.of(Reason.CODEC, Refused::reason, Codec.DURATION, Refused::pause, Refused::new);
}

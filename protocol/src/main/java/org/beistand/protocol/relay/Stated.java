package org.beistand.protocol.relay;

import java.time.Instant;
import org.beistand.protocol.report.Statement;
import org.beistand.protocol.wire.Codec;

/** A witness adds to the report. */
public record Stated(Instant said, Statement statement) implements RelayMessage {
    public static final Codec<Stated> CODEC =
            Codec.of(Codec.INSTANT, Stated::said, Statement.CODEC, Stated::statement, Stated::new);
}

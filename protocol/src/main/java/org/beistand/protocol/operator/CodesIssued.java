package org.beistand.protocol.operator;

import java.util.List;
import org.beistand.protocol.wire.Codec;

/** The recovery codes, said this once. */
public record CodesIssued(List<String> codes) implements OperatorMessage {
    public static final Codec<CodesIssued> CODEC =
            Codec.of(Codec.list(Codec.text(40), 20), CodesIssued::codes, CodesIssued::new);

    @Override
    public String toString() {
        return "CodesIssued[hidden]";
    }
}

package org.beistand.protocol.operator;

import java.util.List;
import org.beistand.protocol.wire.Codec;

/** The reports asked for. */
public record ReportList(List<ReportLine> reports) implements OperatorMessage {
    public static final Codec<ReportList> CODEC =
            Codec.of(Codec.list(ReportLine.CODEC, 500), ReportList::reports, ReportList::new);
}

package org.beistand.protocol.session.screen;

import java.util.List;
import org.beistand.protocol.wire.Codec;

/** The monitors that together make the picture which began last.
 *
 * @param monitors the primary one first, the others from left to right; empty if they are not known
 */
public record MonitorsTold(int epoch, List<MonitorPlace> monitors) implements ScreenMessage {
    public static final int MOST = 16;

    public static final Codec<MonitorsTold> CODEC = Codec.of(
            Codec.I32,
            MonitorsTold::epoch,
            Codec.list(MonitorPlace.CODEC, MOST),
            MonitorsTold::monitors,
            MonitorsTold::new);
}

package org.beistand.communication.relay;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.beistand.protocol.report.TrafficCount;
import org.beistand.protocol.value.Traffic;

/** Counts one participant's sealed bytes by kind and direction. May be used from any thread. // 001-79 */
final class Meter {
    private final Map<Traffic, LongAdder> sent = adders();
    private final Map<Traffic, LongAdder> received = adders();

    void sent(Traffic kind, int bytes) {
        adder(sent, kind).add(bytes);
    }

    void received(Traffic kind, int bytes) {
        adder(received, kind).add(bytes);
    }

    /** Kinds of which there was nothing are left out. */
    List<TrafficCount> counts() {
        return Arrays.stream(Traffic.values())
                .map(kind -> new TrafficCount(
                        kind, adder(sent, kind).sum(), adder(received, kind).sum()))
                .filter(count -> count.sent() > 0 || count.received() > 0)
                .toList();
    }

    private static LongAdder adder(Map<Traffic, LongAdder> adders, Traffic kind) {
        LongAdder adder = adders.get(kind);
        if (adder == null) {
            throw new IllegalStateException("every kind has one");
        }
        return adder;
    }

    private static Map<Traffic, LongAdder> adders() {
        Map<Traffic, LongAdder> adders = new EnumMap<>(Traffic.class);
        for (Traffic kind : Traffic.values()) {
            adders.put(kind, new LongAdder());
        }
        return adders;
    }
}

package org.beistand.client.release;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.beistand.client.desktop.Area;

/** Places where something hidden was seen a moment ago, each with the time until which nobody looks there. */
final class Remains {
    private record Remnant(Region region, Instant until) {}

    private final List<Remnant> remnants = new ArrayList<>();

    void leave(Region region, Instant until) {
        if (!region.isEmpty()) {
            remnants.add(new Remnant(region, until));
        }
    }

    void forget(Instant now) {
        remnants.removeIf(remnant -> !now.isBefore(remnant.until()));
    }

    boolean isEmpty() {
        return remnants.isEmpty();
    }

    Region within(Area screen) {
        Region all = Region.NOTHING;
        for (Remnant remnant : remnants) {
            all = all.with(remnant.region().within(screen));
        }
        return all;
    }
}

package org.beistand.client.release;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.beistand.client.desktop.Area;

/**
 * Places where something hidden was seen a moment ago. Nobody looks there before a first time is over, and where nothing has been
 * painted since, not before a second one: a busy program leaves there for a while what covered it.
 */
final class Remains {
    /** @param watched whether the hidden program can have had no part in what is painted from now on */
    private record Remnant(Region region, Region unpainted, boolean watched, Instant rested, Instant over) {
        Region at(Instant now) {
            return now.isBefore(rested) ? region : now.isBefore(over) ? unpainted : Region.NOTHING;
        }
    }

    private final List<Remnant> remnants = new ArrayList<>();

    void leave(Region region, Instant rested, Instant over) {
        if (!region.isEmpty()) {
            remnants.add(new Remnant(region, region, false, rested, over));
        }
    }

    /** A look has found this painted since the look before; what it leaves itself is told afterwards. */
    void painted(Region fresh) {
        remnants.replaceAll(old -> {
            // The first look after it went may still find what the hidden program itself painted last.
            Region unpainted = old.watched() ? old.unpainted().without(fresh) : old.unpainted();
            return new Remnant(old.region(), unpainted, true, old.rested(), old.over());
        });
    }

    void forget(Instant now) {
        remnants.removeIf(remnant -> remnant.at(now).isEmpty());
    }

    boolean isEmpty() {
        return remnants.isEmpty();
    }

    Region within(Area screen, Instant now) {
        Region all = Region.NOTHING;
        for (Remnant remnant : remnants) {
            all = all.with(remnant.at(now).within(screen));
        }
        return all;
    }
}

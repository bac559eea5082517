package org.beistand.transport.memory;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.beistand.protocol.wire.Octets;
import org.jspecify.annotations.Nullable;

/** Somebody who holds the wire in one direction. */
public interface Tap {
    Tap HONEST = List::of;

    /** What goes on instead of this frame, in order; an empty list drops it. */
    List<Octets> pass(Octets frame);

    /** Keeps a copy of everything that passes. */
    static Tap recording(Collection<? super Octets> record) {
        return frame -> {
            record.add(frame);
            return List.of(frame);
        };
    }

    static Tap dropping(Predicate<Octets> which) {
        return frame -> which.test(frame) ? List.of() : List.of(frame);
    }

    static Tap repeating(Predicate<Octets> which) {
        return frame -> which.test(frame) ? List.of(frame, frame) : List.of(frame);
    }

    /** Flips the lowest bit of the byte at this index, counted from the end of the frame if negative. */
    static Tap flipping(int index) {
        return frame -> {
            int at = index < 0 ? frame.length() + index : index;
            if (at < 0 || at >= frame.length()) {
                return List.of(frame);
            }
            byte[] altered = frame.toArray();
            altered[at] ^= 1;
            return List.of(Octets.of(altered));
        };
    }

    /** Holds back the frames at even places and sends each after its successor. */
    static Tap swapping() {
        return new Tap() {
            private @Nullable Octets held;

            @Override
            public List<Octets> pass(Octets frame) {
                Octets first = held;
                if (first == null) {
                    held = frame;
                    return List.of();
                }
                held = null;
                return List.of(frame, first);
            }
        };
    }
}

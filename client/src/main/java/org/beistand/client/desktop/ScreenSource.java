package org.beistand.client.desktop;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.beistand.protocol.value.Reason;

/**
 * The real picture of the real screen. A still screen costs nothing: {@link #awaitChange} sleeps until something is drawn.
 * Used by one thread at a time.
 */
public interface ScreenSource extends AutoCloseable {
    /** The screen's size now, in physical pixels; it may change while the source is open. */
    Area bounds();

    /**
     * The monitors now, at least one, the primary one first, of which there is exactly one, and the others from left to right; they
     * may change while the source is open. None reaches beyond {@link #bounds}.
     */
    default List<Monitor> monitors() {
        return List.of(Monitor.whole(bounds()));
    }

    /**
     * Waits until something may have changed since the last {@link #grab}: picture, pointer, size or monitors.
     *
     * @return false if the time was over first
     */
    boolean awaitChange(Duration atMost) throws InterruptedException;

    /**
     * Brings the picture up to date.
     *
     * @param into the same picture as at the last call, of the size of {@link #bounds}; what has not changed is left alone. A
     *     new one is filled whole
     * @return what may have changed since the last call, never less; overlapping areas are possible
     */
    Grabbed grab(Picture into);

    /** Where the pointer is, and what it looks like. It is never part of the picture. */
    Pointer pointer();

    /** Why the picture stands still though the screen may not; empty as long as it does not. */
    default Optional<Reason> standstill() {
        return Optional.empty();
    }

    @Override
    void close();

    /**
     * What a grab found.
     *
     * @param damage areas that may have changed
     * @param moves areas that the platform says were moved, as a hint for the encoder; often empty
     * @param painted where the platform says that a program has drawn, never more; empty if it does not say
     */
    record Grabbed(List<Area> damage, List<Move> moves, List<Area> painted) {
        public Grabbed {
            damage = List.copyOf(damage);
            moves = List.copyOf(moves);
            painted = List.copyOf(painted);
        }

        public Grabbed(List<Area> damage, List<Move> moves) {
            this(damage, moves, List.of());
        }
    }

    /** The content of {@code from} stands at x, y now. */
    record Move(Area from, int x, int y) {}

    /**
     * @param x of the point that points
     * @param shape what it looks like; the same object as long as it looks the same
     */
    record Pointer(int x, int y, boolean visible, Shape shape) {}

    /**
     * @param argb premultiplied pixels, row by row; nobody writes into it
     * @param hotX the point that points, from the left
     */
    record Shape(int width, int height, int hotX, int hotY, int[] argb) {}
}

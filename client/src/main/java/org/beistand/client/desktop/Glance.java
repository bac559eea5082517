package org.beistand.client.desktop;

import java.util.Optional;

/**
 * A quick look at a small part of the real screen as it is at this very moment. Used by one thread at a time; it costs well
 * under a millisecond.
 */
public interface Glance extends AutoCloseable {
    /** The whole screen, as the pictures show it. */
    Area bounds();

    /**
     * @param area not empty, and inside {@link #bounds}
     * @return a picture of the area's size; empty if it cannot be seen now
     */
    Optional<Picture> look(Area area);

    @Override
    void close();

    /** Looks through a source of whole pictures, which must be used for nothing else: for machines without a quicker way. */
    static Glance through(ScreenSource source) {
        return new SourceGlance(source);
    }
}

package org.beistand.protocol.session.control;

import org.beistand.protocol.wire.Codec;
import org.beistand.protocol.wire.Octets;

/**
 * What a person saw around the place that he clicks at, in the owner's pixels and too coarse to be read: a field of 168 x 48
 * pixels, the place just right of and below its middle. It is always of one length, so that it tells nobody outside of the seal
 * anything.
 *
 * @param cells the mean brightness of 20 x 8 cells, row by row, a byte each; they are 6 pixels high and 6 pixels wide, but the
 *     four at each side 12. Then the mean colour of 10 x 4 groups of 2 x 2 cells, a byte each: blue difference in the upper four
 *     bits, red difference in the lower four. What lies outside of the picture is 0
 */
public record Sighting(Octets cells) {
    /** Bytes. */
    public static final int LENGTH = 200;

    public static final Codec<Sighting> CODEC = Codec.of(Codec.exactly(LENGTH), Sighting::cells, Sighting::new);

    public Sighting {
        if (cells.length() != LENGTH) {
            throw new IllegalArgumentException("a sighting of another size");
        }
    }
}

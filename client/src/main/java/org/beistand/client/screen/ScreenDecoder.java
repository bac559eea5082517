package org.beistand.client.screen;

import static org.beistand.client.screen.ScreenFormat.MOST_COPIED_PICTURES;
import static org.beistand.client.screen.ScreenFormat.MOST_COPIES;
import static org.beistand.client.screen.ScreenFormat.MOST_GROUPS;
import static org.beistand.client.screen.ScreenFormat.TILE;
import static org.beistand.client.screen.ScreenFormat.WHOLE_TILE;

import java.util.List;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Picture;
import org.beistand.protocol.wire.MalformedMessage;
import org.beistand.protocol.wire.Octets;

/**
 * Brings a picture up to date with what the owner's {@link ScreenEncoder} said. It believes nothing: see the package. Used by
 * one thread at a time.
 */
public final class ScreenDecoder implements AutoCloseable {
    private final int width;
    private final int height;
    private final int columns;
    private final int tileCount;
    private final Unpress drawn = new Unpress();
    private final Unpress photographic = new Unpress();
    private final TileReader reader;
    private final CopyGroup group = new CopyGroup();
    private final SketchReader sketches;
    private final CoarseTiles coarse;
    private final ChangedAreas changed;
    private int coarseness;
    private boolean dead;

    /**
     * @param width of a screen that another person announced, in pixels
     * @throws MalformedMessage if nobody has such a screen; ask here before making a picture of that size
     */
    public ScreenDecoder(int width, int height) {
        if (!ScreenFormat.allows(width, height)) {
            throw new MalformedMessage("no screen of that size");
        }
        this.width = width;
        this.height = height;
        this.columns = ScreenFormat.tiles(width);
        this.tileCount = columns * ScreenFormat.tiles(height);
        this.reader = new TileReader(drawn, photographic, width);
        this.sketches = new SketchReader(photographic, width);
        this.coarse = new CoarseTiles(width, height);
        this.changed = new ChangedAreas(columns, ScreenFormat.tiles(height));
    }

    /**
     * @param encoded everything that one call of the encoder said
     * @param into the same picture every time, black at first; nobody else writes into it. After a failure its content is
     *     undefined, but it is still a picture
     * @return areas that cover all changed pixels
     * @throws MalformedMessage if no encoder says that, and from then on always: the decoder is dead
     */
    public List<Area> apply(Octets encoded, Picture into) {
        if (into.width() != width || into.height() != height) {
            throw new IllegalArgumentException("another size");
        }
        if (dead) {
            throw new MalformedMessage("a screen stream after its end");
        }
        // Dead until proven alive: whatever goes wrong below, no second picture is read.
        dead = true;
        changed.clear();
        begin(encoded);
        readCopies(into.pixels());
        readTiles(into.pixels());
        drawn.end();
        photographic.end();
        dead = false;
        return changed.toAreas(width, height);
    }

    private void begin(Octets encoded) {
        int length = 0;
        int at = 0;
        boolean more;
        do {
            if (at == 4 || at == encoded.length()) {
                throw new MalformedMessage("a picture without a length");
            }
            length |= (encoded.at(at) & 0x7F) << 7 * at;
            more = encoded.at(at) < 0;
            at++;
        } while (more);
        if (length > encoded.length() - at) {
            throw new MalformedMessage("a part longer than the picture");
        }
        drawn.begin(encoded.slice(at, length));
        photographic.begin(encoded.slice(at + length, encoded.length() - at - length));
    }

    private void readCopies(int[] pixels) {
        int groups = drawn.u8();
        if (groups > MOST_GROUPS) {
            throw new MalformedMessage("too many moves");
        }
        long allowed = (long) MOST_COPIED_PICTURES * width * height;
        for (int i = 0; i < groups; i++) {
            group.begin(drawn.i16(), drawn.i16());
            int count = drawn.u16();
            if (count < 1 || count > MOST_COPIES) {
                throw new MalformedMessage("too many copies");
            }
            for (int j = 0; j < count; j++) {
                group.add(drawn.u16(), drawn.u16(), drawn.u16(), drawn.u16());
                allowed -= (long) group.width(j) * group.height(j);
                if (!group.fits(j, width, height) || allowed < 0) {
                    throw new MalformedMessage("a copy outside the picture");
                }
                changed.add(group.x(j), group.y(j), group.width(j), group.height(j));
            }
            group.apply(pixels, width, height);
            coarse.copied(group);
        }
    }

    private void readTiles(int[] pixels) {
        int next = 0;
        int kind = drawn.u8();
        for (; kind != ScreenFormat.END && kind != ScreenFormat.SKETCHES; kind = drawn.u8()) {
            next = readTile(kind, next, pixels, false);
        }
        if (kind == ScreenFormat.SKETCHES) {
            coarseness = drawn.u8();
            sketches.begin(coarseness, pixels);
            next = 0;
            for (kind = drawn.u8(); kind != ScreenFormat.END; kind = drawn.u8()) {
                next = readTile(kind, next, pixels, true);
            }
        }
    }

    /** @return the first tile that may come next */
    private int readTile(int kind, int from, int[] pixels, boolean sketched) {
        int tile = from + drawn.base128();
        if (tile >= tileCount) {
            throw new MalformedMessage("a tile outside the picture");
        }
        int left = tile % columns * TILE;
        int top = tile / columns * TILE;
        int w = Math.min(TILE, width - left);
        int h = Math.min(TILE, height - top);
        boolean whole = (kind & WHOLE_TILE) != 0;
        if (!whole) {
            int right = left + w;
            int bottom = top + h;
            left += drawn.u8();
            top += drawn.u8();
            w = drawn.u8() + 1;
            h = drawn.u8() + 1;
            if (left + w > right || top + h > bottom) {
                throw new MalformedMessage("pixels outside their tile");
            }
        }
        if (!sketched) {
            reader.read(kind & ~WHOLE_TILE, pixels, left, top, w, h);
            if (whole) {
                coarse.exact(tile);
            }
        } else if ((kind & ~WHOLE_TILE) == ScreenFormat.SKETCH) {
            sketches.read(left, top, w, h);
            coarse.sketched(tile);
        } else {
            throw new MalformedMessage("no sketch among the sketches");
        }
        changed.add(left, top, w, h);
        return tile + 1;
    }

    /** Whether other areas are coarse than when this was last asked. */
    public boolean sharpnessChanged() {
        return coarse.haveChanged();
    }

    /** Where pixels may differ a little from those of the owner. */
    public List<Area> coarseAreas() {
        return coarse.toAreas();
    }

    /** Whether what was sketched last is coarser than it would be on a good line. */
    public boolean isCoarserThanUsual() {
        return coarseness > ScreenEncoder.USUAL_COARSENESS;
    }

    /** Frees zstd's memory; nothing can be decoded afterwards. */
    @Override
    public void close() {
        dead = true;
        drawn.close();
        photographic.close();
    }
}

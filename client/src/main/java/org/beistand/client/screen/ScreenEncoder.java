package org.beistand.client.screen;

import static org.beistand.client.screen.ScreenFormat.TILE;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Picture;
import org.beistand.client.desktop.ScreenSource.Move;
import org.beistand.protocol.wire.Octets;

/**
 * Says to one viewer what the screen looks like, in as few bytes as it can. Text is exact at once; of what looks like a photograph
 * he gets a sketch at once and the exact pixels when it rests and {@link #sharpen} is called. It remembers what the viewer has, so
 * every encoded picture must reach the viewer, in order. When the size of the screen changes, a new encoder begins for a new
 * decoder. Both begin with a black picture. Used by one thread at a time.
 */
public final class ScreenEncoder implements AutoCloseable {
    /** Of zstd: above this, more time than bytes is won. */
    static final int LEVEL = 5;

    /** In noise there is nothing to find but what was there before as a whole. */
    private static final int PHOTOGRAPHIC_LEVEL = 1;

    /** When an encoded picture has so many bytes, what is still missing waits for the next one. */
    public static final int ENOUGH_BYTES = 2 << 20;

    /** Of sketches: from here on hardly anybody sees a difference while it moves. */
    static final int USUAL_COARSENESS = 16;

    /** Instead of a coarseness: nothing is sketched. */
    static final int NO_SKETCHES = -1;

    /** Of an area in pixels; less is exact at once, for it costs hardly more. */
    private static final int WORTH_A_SKETCH = 256;

    /** A tile that has changed nearly whole so many times running is part of a film, or of a picture that fades. */
    private static final int HOT = 3;

    /** Milliseconds; after a longer rest a tile is cold. */
    private static final int COOLS_IN = 250;

    /** Milliseconds by which text in a fading picture counts as at rest before a photograph does. */
    private static final int TEXT_FIRST = 100;

    /** So many tiles never wait behind what is still missing of a larger change: they may be the answer to a click. */
    private static final int NEVER_WAIT = 16;

    /** With fewer changed tiles it costs less to say them than to look where they come from. */
    private static final int TILES_WORTH_A_SEARCH = 8;

    private final int width;
    private final int height;
    /** What the viewer was told, exact; and what he sees, in which some tiles are coarse. */
    private final int[] known;

    private final int[] shown;
    private final CoarseTiles coarse;
    private final long[] changedAt;
    private final byte[] heat;
    private final Press drawn;
    private final Press photographic;
    private final TileMap tiles;
    private final TileWriter writer;
    private final ChangedBox box;
    private final MotionVote vote;
    private final CopySearch search;
    private final CopyGroup[] groups = new CopyGroup[MotionVote.MOST_WINNERS];
    private int groupCount;
    private final SketchWriter sketches;
    private final int[] toSketch;
    private int firstTile;
    private int firstSketch;
    private int firstSharp;
    private int coarseness;
    private int enoughBytes;
    private long now;

    /** @throws IllegalArgumentException if no viewer would accept a picture of that size */
    public ScreenEncoder(int width, int height) {
        this(width, height, LEVEL, ENOUGH_BYTES, USUAL_COARSENESS);
    }

    ScreenEncoder(int width, int height, int level, int enoughBytes, int coarseness) {
        if (!ScreenFormat.allows(width, height)) {
            throw new IllegalArgumentException("no screen of " + width + " x " + height);
        }
        this.width = width;
        this.height = height;
        this.enoughBytes = enoughBytes;
        this.coarseness = coarseness;
        this.known = new int[width * height];
        Arrays.fill(known, 0xFF000000);
        this.shown = known.clone();
        this.coarse = new CoarseTiles(width, height);
        this.drawn = new Press(level);
        this.photographic = new Press(PHOTOGRAPHIC_LEVEL);
        this.tiles = new TileMap(width, height);
        this.writer = new TileWriter(drawn, photographic, shown, width);
        this.sketches = new SketchWriter(shown, width);
        this.toSketch = new int[tiles.columns() * tiles.rows()];
        this.changedAt = new long[toSketch.length];
        this.box = new ChangedBox(tiles, width);
        this.heat = new byte[toSketch.length];
        this.vote = new MotionVote(width, tiles);
        this.search = new CopySearch(width, height, tiles);
        for (int i = 0; i < groups.length; i++) {
            groups[i] = new CopyGroup();
        }
        tiles.suspectAll();
    }

    /**
     * Says how it is to go on. Without a word, pictures have their usual coarseness and at most {@link #ENOUGH_BYTES}.
     *
     * @param coarser how many steps coarser than usual photographs are, for a slow line
     * @param bytes when an encoded picture has so many, what is still missing waits for the next one
     * @param millis the time, by any clock that goes on
     */
    public void pace(int coarser, int bytes, long millis) {
        coarseness = Math.clamp(USUAL_COARSENESS + (long) coarser, 0, Sketch.MOST_COARSENESS);
        enoughBytes = Math.clamp(bytes, 1, ENOUGH_BYTES);
        now = millis;
    }

    /**
     * Encodes what is different from the picture that the viewer has.
     *
     * @param picture of the encoder's size; it is read only
     * @param damage where it may be different since the last call, never less; parts outside the picture do not matter
     * @param hints what is said to have moved, to be believed only after a look
     * @return empty if nothing really changed. Otherwise at most {@link FrameAssembly#MOST_BYTES}, to be sent whole; whether
     *     something is still missing says {@link #owes}
     */
    public Optional<Octets> encode(Picture picture, List<Area> damage, List<Move> hints) {
        int[] pixels = checked(picture);
        tiles.owe();
        tiles.suspect(damage);
        tiles.compare(known, pixels);
        if (tiles.nothingChanged()) {
            return Optional.empty();
        }
        groupCount = 0;
        if (!hints.isEmpty() || tiles.changedTiles() >= TILES_WORTH_A_SEARCH) {
            findCopies(pixels, hints);
        }
        writeCopies();
        writeTiles(pixels);
        return Optional.of(joined());
    }

    /**
     * Says exactly what the viewer has only as a sketch: as much as fits into one picture, of what has rested. Leaves out what is
     * different in the picture since {@link #encode}.
     *
     * @param since when it must have changed last, by the clock of {@link #pace}
     * @return empty if there is nothing
     */
    public Optional<Octets> sharpen(Picture picture, long since) {
        int[] pixels = checked(picture);
        int expected = 0;
        int tile = coarse.next(firstSharp);
        if (tile < 0) {
            tile = coarse.next(0);
        }
        firstSharp = 0;
        for (; tile >= 0; tile = coarse.next(tile + 1)) {
            if (changedAt[tile] > since || tiles.isChanged(tile) || tiles.differs(known, pixels, tile)) {
                continue;
            }
            if (expected > 0 && drawn.atMost() + photographic.atMost() >= enoughBytes) {
                firstSharp = tile;
                break;
            }
            if (expected == 0) {
                drawn.u8(0);
            }
            int row = tile / tiles.columns();
            int left = tiles.left(tile - row * tiles.columns());
            int top = tiles.top(row);
            int w = Math.min(TILE, width - left);
            int h = tiles.bottom(row) - top;
            int kind = writer.kindBeyondSketch(pixels, left, top, w, h);
            writeHead(kind, tile - expected, w, h, left, top);
            writer.write(kind, pixels, left, top, w, h);
            coarse.exact(tile);
            expected = tile + 1;
        }
        if (expected == 0) {
            return Optional.empty();
        }
        drawn.u8(ScreenFormat.END);
        return Optional.of(joined());
    }

    /** Whether the viewer has something only as a sketch. */
    public boolean isCoarse() {
        return !coarse.isEmpty();
    }

    private int[] checked(Picture picture) {
        if (picture.width() != width || picture.height() != height) {
            throw new IllegalArgumentException("another size");
        }
        return picture.pixels();
    }

    private Octets joined() {
        drawn.flush();
        photographic.flush();
        int length = drawn.pressed();
        int at = (38 - Integer.numberOfLeadingZeros(length)) / 7;
        byte[] whole = new byte[at + length + photographic.pressed()];
        for (int i = 0; i < at; i++) {
            whole[i] = (byte) (length >>> 7 * i & 0x7F | (i == at - 1 ? 0 : 0x80));
        }
        drawn.take(whole, at);
        photographic.take(whole, at + length);
        return Octets.of(whole);
    }

    /** Whether the viewer still lacks something of the last picture: then the next call makes sense without any damage. */
    public boolean owes() {
        return !tiles.nothingChanged();
    }

    private void findCopies(int[] pixels, List<Move> hints) {
        vote.hold(known, pixels, hints);
        for (int i = 0; i < vote.winners() && !tiles.nothingChanged(); i++) {
            CopyGroup group = groups[groupCount];
            group.begin(vote.dx(i), vote.dy(i));
            search.find(known, pixels, group);
            if (group.count() > 0) {
                groupCount++;
                group.apply(known, width, height);
                group.apply(shown, width, height);
                coarse.copied(group);
                for (int j = 0; j < group.count(); j++) {
                    if (!coarse.isEmpty()) {
                        touch(group.x(j), group.y(j), group.width(j), group.height(j));
                    }
                    tiles.settle(group.dy != 0, group.x(j), group.y(j), group.width(j), group.height(j));
                }
                tiles.compare(known, pixels);
            }
        }
    }

    private void writeCopies() {
        drawn.u8(groupCount);
        for (int i = 0; i < groupCount; i++) {
            CopyGroup group = groups[i];
            drawn.u16(group.dx);
            drawn.u16(group.dy);
            drawn.u16(group.count());
            for (int j = 0; j < group.count(); j++) {
                drawn.u16(group.x(j));
                drawn.u16(group.y(j));
                drawn.u16(group.width(j));
                drawn.u16(group.height(j));
            }
        }
    }

    /** What was moved does not rest. */
    private void touch(int x, int y, int areaWidth, int areaHeight) {
        for (int row = y / TILE; row <= (y + areaHeight - 1) / TILE; row++) {
            int from = row * tiles.columns() + x / TILE;
            Arrays.fill(changedAt, from, from + (x + areaWidth - 1) / TILE - x / TILE + 1, now);
        }
    }

    private void writeTiles(int[] pixels) {
        int expected = 0;
        int count = 0;
        int waited = 0;
        boolean newFirst = tiles.newlyChanged() <= NEVER_WAIT;
        int first = tiles.nextChanged(firstTile) < 0 ? 0 : firstTile;
        firstTile = 0;
        for (int tile = tiles.nextChanged(0); tile >= 0; tile = tiles.nextChanged(tile + 1)) {
            if (!newFirst || !tiles.isNew(tile)) {
                if (tile < first || firstTile > 0) {
                    continue;
                }
                if (waited > 0 && drawn.atMost() + photographic.atMost() >= enoughBytes) {
                    // The next picture goes on here, so that a restless top of the screen does not starve the bottom.
                    firstTile = tile;
                    continue;
                }
                waited++;
            }
            box.find(known, pixels, tile);
            int kind = writer.kindOf(pixels, box.x, box.y, box.width, box.height);
            if (isForASketch(kind, warm(tile))) {
                toSketch[count++] = kind >= ScreenFormat.PHOTOGRAPHIC ? tile : ~tile;
                continue;
            }
            writeHead(kind, tile - expected, box.width, box.height, box.x, box.y);
            writer.write(kind, pixels, box.x, box.y, box.width, box.height);
            box.copy(pixels, known);
            if (box.isWholeTile()) {
                coarse.exact(tile);
            }
            changedAt[tile] = now;
            expected = tile + 1;
            tiles.settle(tile);
        }
        if (count > 0 && firstTile == 0) {
            writeSketches(pixels, count);
        }
        drawn.u8(ScreenFormat.END);
    }

    /** @return whether it is hot */
    private boolean warm(int tile) {
        if (now - changedAt[tile] > COOLS_IN) {
            heat[tile] = 0;
        }
        if (2 * box.width * box.height >= ScreenFormat.TILE_PIXELS) {
            heat[tile] = (byte) Math.min(heat[tile] + 1, HOT + 1);
        }
        return heat[tile] > HOT;
    }

    private boolean isForASketch(int kind, boolean hot) {
        return coarseness != NO_SKETCHES
                && box.width * box.height >= WORTH_A_SKETCH
                && (kind >= ScreenFormat.PHOTOGRAPHIC || hot && writer.isMixed(kind));
    }

    private void writeSketches(int[] pixels, int count) {
        int first = 0;
        while (first < count && tileOf(toSketch[first]) < firstSketch) {
            first++;
        }
        firstSketch = 0;
        drawn.u8(ScreenFormat.SKETCHES);
        drawn.u8(coarseness);
        sketches.begin(coarseness);
        int expected = 0;
        for (int i = first == count ? 0 : first; i < count; i++) {
            int tile = tileOf(toSketch[i]);
            if (expected > 0 && drawn.atMost() + photographic.atMost() + sketches.atMost() >= enoughBytes) {
                firstSketch = tile;
                break;
            }
            box.find(known, pixels, tile);
            writeHead(ScreenFormat.SKETCH, tile - expected, box.width, box.height, box.x, box.y);
            sketches.write(pixels, known, box.x, box.y, box.width, box.height);
            box.copy(pixels, known);
            coarse.sketched(tile);
            changedAt[tile] = toSketch[i] < 0 ? now - TEXT_FIRST : now;
            expected = tile + 1;
            tiles.settle(tile);
        }
        sketches.end(photographic);
    }

    /** Text is marked by turning its bits round. */
    private static int tileOf(int marked) {
        return marked < 0 ? ~marked : marked;
    }

    private void writeHead(int kind, int skipped, int w, int h, int x, int y) {
        boolean whole = w == Math.min(TILE, width - x / TILE * TILE) && h == Math.min(TILE, height - y / TILE * TILE);
        drawn.u8(whole ? kind | ScreenFormat.WHOLE_TILE : kind);
        drawn.base128(skipped);
        if (!whole) {
            drawn.u8(x % TILE);
            drawn.u8(y % TILE);
            drawn.u8(w - 1);
            drawn.u8(h - 1);
        }
    }

    /** Frees zstd's memory; nothing can be encoded afterwards. */
    @Override
    public void close() {
        drawn.close();
        photographic.close();
    }
}

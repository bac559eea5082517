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
 * Says to one viewer what the screen looks like, in as few bytes as it can without losing a bit. It remembers the picture that
 * the viewer has, so every encoded picture must reach the viewer, in order. When the size of the screen changes, a new encoder
 * begins for a new decoder. Both begin with a black picture. Used by one thread at a time.
 */
public final class ScreenEncoder implements AutoCloseable {
    /** Of zstd: above this, more time than bytes is won. */
    static final int LEVEL = 5;

    /** In noise there is nothing to find but what was there before as a whole. */
    private static final int PHOTOGRAPHIC_LEVEL = 1;

    /** When an encoded picture has so many bytes, what is still missing waits for the next one. */
    static final int ENOUGH_BYTES = 2 << 20;

    /** With fewer changed tiles it costs less to say them than to look where they come from. */
    private static final int TILES_WORTH_A_SEARCH = 8;

    private final int width;
    private final int height;
    private final int enoughBytes;
    private final int[] shown;
    private final Press drawn;
    private final Press photographic;
    private final TileMap tiles;
    private final TileWriter writer;
    private final MotionVote vote;
    private final CopySearch search;
    private final CopyGroup[] groups = new CopyGroup[MotionVote.MOST_WINNERS];
    private int groupCount;
    private int firstTile;

    /** @throws IllegalArgumentException if no viewer would accept a picture of that size */
    public ScreenEncoder(int width, int height) {
        this(width, height, LEVEL, ENOUGH_BYTES);
    }

    ScreenEncoder(int width, int height, int level, int enoughBytes) {
        if (!ScreenFormat.allows(width, height)) {
            throw new IllegalArgumentException("no screen of " + width + " x " + height);
        }
        this.width = width;
        this.height = height;
        this.enoughBytes = enoughBytes;
        this.shown = new int[width * height];
        Arrays.fill(shown, 0xFF000000);
        this.drawn = new Press(level);
        this.photographic = new Press(PHOTOGRAPHIC_LEVEL);
        this.tiles = new TileMap(width, height);
        this.writer = new TileWriter(drawn, photographic, shown, width);
        this.vote = new MotionVote(width, tiles);
        this.search = new CopySearch(width, height, tiles);
        for (int i = 0; i < groups.length; i++) {
            groups[i] = new CopyGroup();
        }
        tiles.suspectAll();
    }

    /**
     * Encodes what is different from the picture that the viewer has.
     *
     * @param now of the encoder's size; it is read only
     * @param damage where it may be different since the last call, never less; parts outside the picture do not matter
     * @param hints what is said to have moved, to be believed only after a look
     * @return empty if nothing really changed. Otherwise at most {@link FrameAssembly#MOST_BYTES}, to be sent whole; whether
     *     something is still missing says {@link #owes}
     */
    public Optional<Octets> encode(Picture now, List<Area> damage, List<Move> hints) {
        if (now.width() != width || now.height() != height) {
            throw new IllegalArgumentException("another size");
        }
        int[] pixels = now.pixels();
        tiles.suspect(damage);
        tiles.compare(shown, pixels);
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
        vote.hold(shown, pixels, hints);
        for (int i = 0; i < vote.winners() && !tiles.nothingChanged(); i++) {
            CopyGroup group = groups[groupCount];
            group.begin(vote.dx(i), vote.dy(i));
            search.find(shown, pixels, group);
            if (group.count() > 0) {
                groupCount++;
                group.apply(shown, width, height);
                for (int j = 0; j < group.count(); j++) {
                    tiles.settle(group.dy != 0, group.x(j), group.y(j), group.width(j), group.height(j));
                }
                tiles.compare(shown, pixels);
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

    private void writeTiles(int[] pixels) {
        int expected = 0;
        int tile = tiles.nextChanged(firstTile);
        if (tile < 0) {
            tile = tiles.nextChanged(0);
        }
        firstTile = 0;
        for (; tile >= 0; tile = tiles.nextChanged(tile + 1)) {
            if (expected > 0 && drawn.atMost() + photographic.atMost() >= enoughBytes) {
                // The next picture goes on here, so that a restless top of the screen does not starve the bottom.
                firstTile = tile;
                break;
            }
            writeTile(pixels, tile, tile - expected);
            expected = tile + 1;
            tiles.settle(tile);
        }
        drawn.u8(ScreenFormat.END);
    }

    private void writeTile(int[] pixels, int tile, int skipped) {
        int row = tile / tiles.columns();
        int column = tile - row * tiles.columns();
        int left = tiles.left(column);
        int right = tiles.right(column);
        int top = tiles.top(row);
        int bottom = tiles.bottom(row);
        while (sameRow(pixels, left, right, top)) {
            top++;
        }
        while (sameRow(pixels, left, right, bottom - 1)) {
            bottom--;
        }
        int from = right;
        int to = left;
        for (int y = top; y < bottom; y++) {
            int at = y * width;
            int first = Arrays.mismatch(shown, at + left, at + from, pixels, at + left, at + from);
            from = first < 0 ? from : left + first;
            int last = right;
            while (last > to && shown[at + last - 1] == pixels[at + last - 1]) {
                last--;
            }
            to = last;
        }
        int w = to - from;
        int h = bottom - top;
        for (int y = top; y < bottom; y++) {
            System.arraycopy(pixels, y * width + from, shown, y * width + from, w);
        }
        int kind = writer.kindOf(from, top, w, h);
        boolean whole = w == tiles.right(column) - left && h == tiles.bottom(row) - tiles.top(row);
        drawn.u8(whole ? kind | ScreenFormat.WHOLE_TILE : kind);
        drawn.base128(skipped);
        if (!whole) {
            drawn.u8(from % TILE);
            drawn.u8(top % TILE);
            drawn.u8(w - 1);
            drawn.u8(h - 1);
        }
        writer.write(kind, from, top, w, h);
    }

    private boolean sameRow(int[] pixels, int left, int right, int y) {
        int at = y * width;
        return Arrays.mismatch(shown, at + left, at + right, pixels, at + left, at + right) < 0;
    }

    /** Frees zstd's memory; nothing can be encoded afterwards. */
    @Override
    public void close() {
        drawn.close();
        photographic.close();
    }
}

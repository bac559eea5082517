package org.beistand.client.screen;

import java.util.Arrays;
import java.util.List;
import org.beistand.client.desktop.ScreenSource.Move;

/**
 * Guesses which way things moved. Runs of 32 pixels that are not flat are hashed in the old picture and in the new one, both
 * only where something changed; a run that is found again elsewhere votes for the way it has gone. Which runs are looked at
 * depends on their content alone, so that the same run is chosen on both sides wherever it stands.
 */
final class MotionVote {
    static final int MOST_WINNERS = 4;

    private static final int RUN = 32;
    private static final int FACTOR = 0x2C1B3C6D;
    private static final int FEWEST_CHANGES = 4;
    private static final int FEWEST_VOTES = 4;
    private static final int NEW_ROWS = 4;

    /** Where so many tiles changed, a part of them tells as well which way they went. */
    private static final int MANY_TILES = 64;

    /** Then, in the old picture, as many runs as this begin next to each other in one of so many columns of tiles. */
    private static final int STRIP = 16;

    private static final int COLUMNS_A_STRIP = 8;
    /** And in the new one, this row of so many: a prime, so that it does not always fall between two lines of text. */
    private static final int NEW_ROWS_OF_MANY = 13;

    private static final int SLOTS = 1 << 15;
    /** Runs in the table, but for those that are flat. */
    private static final int FULL = SLOTS / 4;

    /** Never more than one of so many runs is looked at. */
    private static final int ONE_OF_FEW = 16;

    private static final int ONE_OF_MANY = 4;
    private static final int PROBES = 4;
    private static final int AMBIGUOUS = -2;
    private static final int BALLOTS = 1 << 10;

    private final int width;
    private final TileMap tiles;

    private final int[] runHash = new int[SLOTS];
    private final int[] runPlace = new int[SLOTS];
    private final int[] ballotWay = new int[BALLOTS];
    private final int[] ballotVotes = new int[BALLOTS];
    private int ballots;
    private int shift;

    private final int[] winners = new int[MOST_WINNERS];
    private int winnerCount;

    MotionVote(int width, TileMap tiles) {
        this.width = width;
        this.tiles = tiles;
    }

    int winners() {
        return winnerCount;
    }

    int dx(int winner) {
        return wayX(winners[winner]);
    }

    int dy(int winner) {
        return wayY(winners[winner]);
    }

    void hold(int[] old, int[] now, List<Move> hints) {
        winnerCount = 0;
        for (Move hint : hints) {
            elect(way(hint.x() - hint.from().x(), hint.y() - hint.from().y()));
        }
        Arrays.fill(runPlace, -1);
        Arrays.fill(ballotVotes, 0);
        ballots = 0;
        boolean many = tiles.changedTiles() >= MANY_TILES;
        // As many runs as the table holds well, however large the changed area is.
        int pixels = tiles.changedTiles() * ScreenFormat.TILE_PIXELS;
        int perRun = many
                ? Math.max(ONE_OF_MANY, pixels / (COLUMNS_A_STRIP * ScreenFormat.TILE / STRIP) / FULL)
                : Math.max(ONE_OF_FEW, pixels / FULL);
        shift = Integer.numberOfLeadingZeros(perRun) + 1;
        if (many) {
            scanStrips(old);
        } else {
            scan(old, 1, false);
        }
        scan(now, many ? NEW_ROWS_OF_MANY : NEW_ROWS, true);
        count();
    }

    private void scanStrips(int[] pixels) {
        for (int row = 0; row < tiles.rows(); row++) {
            for (int column = 0; column < tiles.columns(); column += COLUMNS_A_STRIP) {
                if (tiles.isChanged(tiles.index(column, row))) {
                    int left = tiles.left(column);
                    int right = Math.min(width, left + RUN - 1 + STRIP);
                    for (int y = tiles.top(row); y < tiles.bottom(row); y++) {
                        scanRow(pixels, left, right, y, false);
                    }
                }
            }
        }
    }

    private void scan(int[] pixels, int everyRow, boolean vote) {
        for (int row = 0; row < tiles.rows(); row++) {
            int column = 0;
            while (column < tiles.columns()) {
                if (!tiles.isChanged(tiles.index(column, row))) {
                    column++;
                    continue;
                }
                int from = column;
                do {
                    column++;
                } while (column < tiles.columns() && tiles.isChanged(tiles.index(column, row)));
                int left = tiles.left(from);
                int right = Math.min(width, tiles.left(column));
                for (int y = tiles.top(row); y < tiles.bottom(row); y += everyRow) {
                    scanRow(pixels, left, right, y, vote);
                }
            }
        }
    }

    /** Each pixel is shifted out of the hash after 32 more, so that it needs no other end of the run. */
    private void scanRow(int[] pixels, int left, int right, int y, boolean vote) {
        int from = y * width + left;
        int end = y * width + right;
        int first = from + RUN - 1;
        int hash = 0;
        for (int i = from; i < Math.min(first, end); i++) {
            hash = (hash << 1) + pixels[i] * FACTOR;
        }
        for (int i = first; i < end; i++) {
            int pixel = pixels[i];
            hash = (hash << 1) + pixel * FACTOR;
            if (hash >>> shift == 0 && pixel != pixels[i - 1] && isUneven(pixels, i)) {
                if (vote) {
                    vote(hash, i);
                } else {
                    remember(hash, i);
                }
            }
        }
    }

    /** Ends early: what is not flat mostly shows it within a few pixels. */
    private static boolean isUneven(int[] pixels, int last) {
        int changes = 0;
        for (int i = last; i > last - RUN + 1; i--) {
            if (pixels[i] != pixels[i - 1] && ++changes == FEWEST_CHANGES) {
                return true;
            }
        }
        return false;
    }

    private static int slot(int hash) {
        return (hash * 0x9E3779B1) >>> 17;
    }

    private void remember(int hash, int place) {
        int slot = slot(hash);
        for (int i = 0; i < PROBES; i++) {
            if (runPlace[slot] == -1) {
                runHash[slot] = hash;
                runPlace[slot] = place;
                return;
            }
            if (runHash[slot] == hash) {
                runPlace[slot] = AMBIGUOUS;
                return;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
    }

    private void vote(int hash, int place) {
        int slot = slot(hash);
        for (int i = 0; i < PROBES && runPlace[slot] != -1; i++) {
            if (runHash[slot] == hash) {
                int source = runPlace[slot];
                if (source >= 0 && source != place) {
                    castFor(way(place % width - source % width, place / width - source / width));
                }
                return;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
    }

    private void castFor(int way) {
        int slot = (way * 0x9E3779B1) >>> 22;
        while (ballotVotes[slot] != 0) {
            if (ballotWay[slot] == way) {
                ballotVotes[slot]++;
                return;
            }
            slot = (slot + 1) & (BALLOTS - 1);
        }
        if (ballots < BALLOTS / 2) {
            ballots++;
            ballotWay[slot] = way;
            ballotVotes[slot] = 1;
        }
    }

    private void count() {
        while (winnerCount < MOST_WINNERS) {
            int best = 0;
            for (int i = 1; i < BALLOTS; i++) {
                if (ballotVotes[i] > ballotVotes[best]) {
                    best = i;
                }
            }
            if (ballotVotes[best] < FEWEST_VOTES) {
                return;
            }
            ballotVotes[best] = 0;
            elect(ballotWay[best]);
        }
    }

    private void elect(int way) {
        if (way == 0) {
            return;
        }
        for (int i = 0; i < winnerCount; i++) {
            if (winners[i] == way) {
                return;
            }
        }
        if (winnerCount < MOST_WINNERS) {
            winners[winnerCount++] = way;
        }
    }

    private static int way(int dx, int dy) {
        return dx << 16 | dy & 0xFFFF;
    }

    private static int wayX(int way) {
        return way >> 16;
    }

    private static int wayY(int way) {
        return (short) way;
    }
}

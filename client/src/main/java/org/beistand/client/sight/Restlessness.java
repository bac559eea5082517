package org.beistand.client.sight;

import java.util.List;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Picture;

/**
 * Where on this screen something has been changing lately, in blocks of 16 x 16 pixels. A place that changes all the time is a
 * film or an animation: nobody can click at the very picture of it that he saw. A place that changed once, or a few times, is
 * not. Told by the thread that captures, asked by the one that acts.
 */
final class Restlessness {
    private static final int BLOCK = 16;

    /** Rows of a block that are compared: a letter touches one of them, and a whole screen takes a fraction of a millisecond. */
    private static final int[] LOOKED_AT = {2, 7, 12};

    /** Of the pixels in a row of a block, so that a row that is only moved sideways is another one. */
    private static final int[] WEIGHTS = new int[BLOCK];

    static {
        int weight = 1;
        for (int i = 0; i < BLOCK; i++) {
            WEIGHTS[i] = weight;
            weight *= 31;
        }
    }

    private static final int SLOT_MILLIS = 125;

    /** So long it must have gone on: two seconds. */
    private static final int SLOTS = 16;

    private static final int ALL_SLOTS = (1 << SLOTS) - 1;

    /** In so many of these slots. Whoever looks before he clicks leaves more of them at rest, however often things change. */
    private static final int RESTLESS_SLOTS = 11;

    /** Where the screen was not looked at as often as that: in nearly all slots with a look. */
    private static final int RESTLESS_LOOKS = 8;

    private static final int BUSY_SLOTS = 8;

    private static final long NEVER = Long.MIN_VALUE / 2;

    private final int hiddenColour;
    private int columns;
    private int rows;
    private int[] content = {};
    private long[] changedAt = {};
    /** A bit for each slot in which it changed, the newest one lowest; of the slot that {@link #changedAt} lies in. */
    private int[] slots = {};

    private boolean[] hidden = {};
    private int looks;
    private long lastLook = NEVER;

    Restlessness(int hiddenColour) {
        this.hiddenColour = hiddenColour;
    }

    /** @param damage where something may have changed since the last time */
    synchronized void looked(Picture picture, List<Area> damage, long millis) {
        looks = shifted(looks, lastLook, millis) | 1;
        lastLook = millis;
        boolean fresh = columns != blocks(picture.width()) || rows != blocks(picture.height());
        if (fresh) {
            columns = blocks(picture.width());
            rows = blocks(picture.height());
            content = new int[columns * rows];
            changedAt = new long[columns * rows];
            slots = new int[columns * rows];
            hidden = new boolean[columns * rows];
            java.util.Arrays.fill(changedAt, NEVER);
        }
        for (Area area : fresh ? List.of(picture.area()) : damage) {
            Area inside = area.intersect(picture.area());
            if (!inside.isEmpty()) {
                compare(picture, inside, millis, fresh);
            }
        }
    }

    private void compare(Picture picture, Area area, long millis, boolean fresh) {
        for (int row = area.y() / BLOCK; row <= (area.y() + area.height() - 1) / BLOCK; row++) {
            for (int column = area.x() / BLOCK; column <= (area.x() + area.width() - 1) / BLOCK; column++) {
                int block = row * columns + column;
                int hash = hash(picture, column * BLOCK, row * BLOCK);
                if (fresh || hash != content[block]) {
                    content[block] = hash;
                    boolean wasHidden = hidden[block];
                    hidden[block] = hasHidden(picture, column * BLOCK, row * BLOCK);
                    // What is hidden or uncovered is no film.
                    if (!fresh && !hidden[block] && !wasHidden) {
                        note(block, millis);
                    }
                }
            }
        }
    }

    private static int hash(Picture picture, int left, int top) {
        int[] pixels = picture.pixels();
        int width = Math.min(BLOCK, picture.width() - left);
        int hash = 1;
        for (int row : LOOKED_AT) {
            int at = Math.min(top + row, picture.height() - 1) * picture.width() + left;
            // Each pixel counts by itself and none waits for the one before, so that several are taken at once.
            int sum = 0;
            for (int i = 0; i < width; i++) {
                sum += pixels[at + i] * WEIGHTS[i];
            }
            hash = 31 * hash + sum;
        }
        return hash;
    }

    private boolean hasHidden(Picture picture, int left, int top) {
        int right = Math.min(left + BLOCK, picture.width());
        for (int row : LOOKED_AT) {
            int at = Math.min(top + row, picture.height() - 1) * picture.width();
            for (int i = at + left; i < at + right; i++) {
                if (picture.pixels()[i] == hiddenColour) {
                    return true;
                }
            }
        }
        return false;
    }

    private void note(int block, long millis) {
        slots[block] = slotsAt(block, millis) | 1;
        changedAt[block] = millis;
    }

    private int slotsAt(int block, long millis) {
        return shifted(slots[block], changedAt[block], millis);
    }

    private static int shifted(int slots, long since, long millis) {
        long later = millis / SLOT_MILLIS - since / SLOT_MILLIS;
        return later < 0 || later >= 31 ? 0 : slots << later;
    }

    /** Whether this place has been changing all the time until now. */
    synchronized boolean isRestless(Area place, long millis) {
        // The slot that runs now may be too young to have seen anything.
        int lookedAt = Integer.bitCount(shifted(looks, lastLook, millis) >>> 1 & ALL_SLOTS);
        return any(place, block -> {
            int lately = slotsAt(block, millis) >>> 1 & ALL_SLOTS;
            int changed = Integer.bitCount(lately);
            boolean often = changed >= RESTLESS_SLOTS || changed >= RESTLESS_LOOKS && changed * 10 >= lookedAt * 9;
            return often && (lately & 0xF) != 0 && lately >>> SLOTS - 4 != 0;
        });
    }

    /** Whether something went on there again and again until now, no matter where in it: somebody types. */
    synchronized boolean isBusy(Area place, long millis) {
        int[] together = {0};
        any(place, block -> {
            together[0] |= slotsAt(block, millis) >>> 1 & ALL_SLOTS;
            return false;
        });
        return Integer.bitCount(together[0]) >= BUSY_SLOTS;
    }

    synchronized boolean isHidden(Area place) {
        return any(place, block -> hidden[block]);
    }

    /** When this place changed last, as far as it was looked at; long ago if it never did. */
    synchronized long lastChange(Area place) {
        long[] last = {NEVER};
        any(place, block -> {
            last[0] = Math.max(last[0], changedAt[block]);
            return false;
        });
        return last[0];
    }

    private boolean any(Area place, java.util.function.IntPredicate which) {
        Area inside = place.intersect(new Area(0, 0, columns * BLOCK, rows * BLOCK));
        if (inside.isEmpty()) {
            return false;
        }
        for (int row = inside.y() / BLOCK; row <= (inside.y() + inside.height() - 1) / BLOCK; row++) {
            for (int column = inside.x() / BLOCK; column <= (inside.x() + inside.width() - 1) / BLOCK; column++) {
                if (which.test(row * columns + column)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int blocks(int pixels) {
        return (pixels + BLOCK - 1) / BLOCK;
    }
}

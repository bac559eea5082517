package org.beistand.client.sight;

import org.beistand.client.desktop.Area;
import org.beistand.protocol.session.control.Sighting;
import org.beistand.protocol.wire.Octets;

/**
 * The field around a place that is looked at: wide enough for the name in a list's row, low enough not to see much of the rows
 * above and below. Means over cells survive a lossy picture; a letter that became another one does not. The cells near the place
 * are finer than those at its sides.
 */
public final class Field {
    /** Where the columns of cells begin, from the left edge of the field; the last one is its width. */
    private static final int[] EDGES = {
        0, 12, 24, 36, 48, 54, 60, 66, 72, 78, 84, 90, 96, 102, 108, 114, 120, 132, 144, 156, 168
    };

    static final int COLUMNS = EDGES.length - 1;
    static final int ROWS = 8;
    static final int CELLS = COLUMNS * ROWS;

    /** The height of a cell, and the width of those in the middle. */
    static final int CELL = 6;

    private static final int WIDTH = EDGES[COLUMNS];
    private static final int HEIGHT = ROWS * CELL;
    private static final int COLOURED_COLUMNS = COLUMNS / 2;

    private Field() {}

    /** It may reach beyond the screen. */
    public static Area around(int x, int y) {
        return new Area(x - WIDTH / 2, y - HEIGHT / 2, WIDTH, HEIGHT);
    }

    /**
     * @param pixels of this part of the screen, row by row
     * @param part must hold the field as far as it is on the screen
     */
    public static Sighting look(int[] pixels, Area part, int x, int y) {
        byte[] cells = new byte[Sighting.LENGTH];
        for (int i = 0; i < CELLS; i++) {
            cells[i] = (byte) (mean(pixels, part, areaOf(i, x, y)) >>> 16);
        }
        for (int i = CELLS; i < cells.length; i++) {
            int column = (i - CELLS) % COLOURED_COLUMNS * 2;
            int row = (i - CELLS) / COLOURED_COLUMNS * 2;
            int mean = mean(pixels, part, area(column, row, 2, x, y));
            cells[i] = (byte) (mean >>> 8 & 0xF0 | mean >>> 4 & 0x0F);
        }
        return new Sighting(Octets.of(cells));
    }

    /** @return brightness, blue and red difference, a byte each from the third one down; 0 outside of the screen */
    private static int mean(int[] pixels, Area part, Area wanted) {
        Area cell = wanted.intersect(part);
        if (cell.isEmpty()) {
            return 0;
        }
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int y = cell.y(); y < cell.y() + cell.height(); y++) {
            int at = (y - part.y()) * part.width() + cell.x() - part.x();
            for (int i = at; i < at + cell.width(); i++) {
                red += pixels[i] >>> 16 & 0xFF;
                green += pixels[i] >>> 8 & 0xFF;
                blue += pixels[i] & 0xFF;
            }
        }
        int count = cell.width() * cell.height();
        double bright = (0.299 * red + 0.587 * green + 0.114 * blue) / count;
        double blueness = 128 + 0.564 * ((double) blue / count - bright);
        double redness = 128 + 0.713 * ((double) red / count - bright);
        return level(bright) << 16 | level(blueness) << 8 | level(redness);
    }

    private static int level(double value) {
        return Math.clamp(Math.round(value), 0, 255);
    }

    /** @param cell of brightness, row by row */
    static Area areaOf(int cell, int x, int y) {
        return area(cell % COLUMNS, cell / COLUMNS, 1, x, y);
    }

    private static Area area(int column, int row, int count, int x, int y) {
        Area field = around(x, y);
        return new Area(
                field.x() + EDGES[column], field.y() + row * CELL, EDGES[column + count] - EDGES[column], count * CELL);
    }

    static int brightness(Sighting sighting, int cell) {
        return sighting.cells().at(cell) & 0xFF;
    }

    /** The byte of colour that this cell of brightness lies in. */
    static int colour(Sighting sighting, int cell) {
        int at = cell / COLUMNS / 2 * COLOURED_COLUMNS + cell % COLUMNS / 2;
        return sighting.cells().at(CELLS + at) & 0xFF;
    }
}

package org.beistand.client.ui.viewer;

import org.beistand.client.desktop.Area;

/**
 * How a picture, or one monitor of it, lies in its frame; all in the screen's own pixels.
 *
 * @param seen the part of the picture that is drawn
 * @param drawnWidth as it is drawn
 * @param left of the drawing within the frame; negative when it is scrolled
 * @param unit the screen's own pixels for one of the picture's at 100 percent, a whole number
 */
record Placement(Area seen, int drawnWidth, int drawnHeight, int left, int top, int unit) {
    static final Placement NOTHING = new Placement(new Area(0, 0, 1, 1), 1, 1, 0, 0, 1);

    /**
     * @param frameWidth of the frame
     * @param scale the screen's own pixels per logical pixel
     * @param scrollX how far to the right it is scrolled, if it is larger than the frame
     */
    static Placement of(
            Zoom zoom, Area seen, int frameWidth, int frameHeight, double scale, double scrollX, double scrollY) {
        double factor = factor(zoom, seen, frameWidth, frameHeight, scale);
        int drawnWidth = Math.max(1, (int) Math.round(seen.width() * factor));
        int drawnHeight = Math.max(1, (int) Math.round(seen.height() * factor));
        return new Placement(
                seen,
                drawnWidth,
                drawnHeight,
                begin(frameWidth, drawnWidth, scrollX),
                begin(frameHeight, drawnHeight, scrollY),
                unit(scale));
    }

    /** A pixel of the picture is a whole number of pixels here, or edges would be smeared at 100 percent. */
    private static int unit(double scale) {
        return Math.max(1, (int) Math.floor(scale + 0.01));
    }

    static double factor(Zoom zoom, Area seen, int frameWidth, int frameHeight, double scale) {
        int unit = unit(scale);
        return switch (zoom) {
            case Zoom.Percent(double percent) -> percent * unit / 100;
            case Zoom.Fit fit ->
                Math.min(unit, Math.min((double) frameWidth / seen.width(), (double) frameHeight / seen.height()));
        };
    }

    private static int begin(int frame, int drawn, double scroll) {
        return drawn <= frame ? (frame - drawn) / 2 : -(int) Math.round(Math.clamp(scroll, 0, drawn - frame));
    }

    double percent() {
        return 100.0 * drawnWidth / seen.width() / unit;
    }

    /** The picture's pixel under this place of the frame, the nearest one if it lies outside. */
    int pictureX(double frameX) {
        double within = Math.floor((frameX - left) * seen.width() / drawnWidth);
        return seen.x() + (int) Math.clamp(within, 0, seen.width() - 1);
    }

    int pictureY(double frameY) {
        double within = Math.floor((frameY - top) * seen.height() / drawnHeight);
        return seen.y() + (int) Math.clamp(within, 0, seen.height() - 1);
    }

    /** The place of the frame where this pixel of the picture begins. */
    double frameX(int pictureX) {
        return left + (double) (pictureX - seen.x()) * drawnWidth / seen.width();
    }

    double frameY(int pictureY) {
        return top + (double) (pictureY - seen.y()) * drawnHeight / seen.height();
    }

    /** What of the drawing can be seen in the frame, in pixels of the drawing. */
    Area visible(int frameWidth, int frameHeight) {
        return new Area(-left, -top, frameWidth, frameHeight).intersect(new Area(0, 0, drawnWidth, drawnHeight));
    }
}

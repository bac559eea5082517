package org.beistand.client.ui.viewer;

/**
 * How a picture lies in its frame; all in the screen's own pixels.
 *
 * @param width of the picture as it came
 * @param drawnWidth as it is drawn
 * @param left of the drawing within the frame; negative when it is scrolled
 */
record Placement(int width, int height, int drawnWidth, int drawnHeight, int left, int top) {
    /** How large a picture is drawn. */
    enum Zoom {
        /** The whole picture, as large as the frame allows. */
        FIT,
        /** One pixel for one pixel. */
        ACTUAL
    }

    /**
     * @param frameWidth of the frame
     * @param largest how many times its size a small picture is drawn at most
     * @param scrollX how far to the right it is scrolled, if it is larger than the frame
     */
    static Placement of(
            Zoom zoom,
            int width,
            int height,
            int frameWidth,
            int frameHeight,
            double largest,
            double scrollX,
            double scrollY) {
        double factor = switch (zoom) {
            case ACTUAL -> 1;
            case FIT -> Math.min(largest, Math.min((double) frameWidth / width, (double) frameHeight / height));
        };
        int drawnWidth = Math.max(1, (int) Math.round(width * factor));
        int drawnHeight = Math.max(1, (int) Math.round(height * factor));
        return new Placement(
                width,
                height,
                drawnWidth,
                drawnHeight,
                begin(frameWidth, drawnWidth, scrollX),
                begin(frameHeight, drawnHeight, scrollY));
    }

    private static int begin(int frame, int drawn, double scroll) {
        return drawn <= frame ? (frame - drawn) / 2 : -(int) Math.round(Math.clamp(scroll, 0, drawn - frame));
    }

    /** The picture's pixel under this place of the frame, the nearest one if it lies outside. */
    int pictureX(double frameX) {
        return (int) Math.clamp(Math.floor((frameX - left) * width / drawnWidth), 0, width - 1);
    }

    int pictureY(double frameY) {
        return (int) Math.clamp(Math.floor((frameY - top) * height / drawnHeight), 0, height - 1);
    }

    /** The place of the frame where this pixel of the picture begins. */
    double frameX(int pictureX) {
        return left + (double) pictureX * drawnWidth / width;
    }

    double frameY(int pictureY) {
        return top + (double) pictureY * drawnHeight / height;
    }
}

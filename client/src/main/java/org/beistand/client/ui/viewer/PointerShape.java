package org.beistand.client.ui.viewer;

import java.nio.IntBuffer;
import java.util.Objects;
import javafx.scene.Cursor;
import javafx.scene.ImageCursor;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import org.beistand.client.desktop.ScreenSource;
import org.jspecify.annotations.Nullable;

/** What the other computer's pointer looks like. */
record PointerShape(@Nullable Image image, int width, int height, int hotX, int hotY) {
    static final PointerShape NONE = new PointerShape(null, 0, 0, 0, 0);

    /** A pointer larger than this is drawn on the picture only, not worn by our own. */
    private static final int LARGEST_CURSOR = 128;

    /** Less than this opacity nobody sees. */
    private static final int FAINT = 64;

    static PointerShape of(ScreenSource.Shape shape) {
        long pixels = (long) shape.width() * shape.height();
        if (pixels == 0 || pixels > shape.argb().length) {
            return NONE;
        }
        PixelBuffer<IntBuffer> buffer = new PixelBuffer<>(
                shape.width(), shape.height(), IntBuffer.wrap(shape.argb()), PixelFormat.getIntArgbPreInstance());
        return new PointerShape(new WritableImage(buffer), shape.width(), shape.height(), shape.hotX(), shape.hotY());
    }

    /**
     * The shape as our own pointer wears it. One that cannot be seen is not worn: nobody could tell any more where he points.
     *
     * @param times how much larger it is drawn
     */
    Cursor cursor(int times) {
        if (image == null || width * times > LARGEST_CURSOR || height * times > LARGEST_CURSOR || !canBeSeen()) {
            return Cursor.DEFAULT;
        }
        return times == 1
                ? new ImageCursor(image, hotX, hotY)
                : new ImageCursor(enlarged(image, times), hotX * times, hotY * times);
    }

    private boolean canBeSeen() {
        PixelReader pixels = Objects.requireNonNull(image).getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (pixels.getArgb(x, y) >>> 24 >= FAINT) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Image enlarged(Image image, int times) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        WritableImage large = new WritableImage(width * times, height * times);
        for (int y = 0; y < height * times; y++) {
            for (int x = 0; x < width * times; x++) {
                large.getPixelWriter().setArgb(x, y, image.getPixelReader().getArgb(x / times, y / times));
            }
        }
        return large;
    }
}

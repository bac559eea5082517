package org.beistand.client.ui.viewer;

import java.nio.IntBuffer;
import javafx.scene.Cursor;
import javafx.scene.ImageCursor;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.beistand.client.desktop.ScreenSource;
import org.jspecify.annotations.Nullable;

/** What the other computer's pointer looks like. */
record PointerShape(@Nullable Image image, int width, int height, int hotX, int hotY) {
    static final PointerShape NONE = new PointerShape(null, 0, 0, 0, 0);

    /** A pointer larger than this is drawn on the picture only, not worn by our own. */
    private static final int LARGEST_CURSOR = 96;

    static PointerShape of(ScreenSource.Shape shape) {
        long pixels = (long) shape.width() * shape.height();
        if (pixels == 0 || pixels > shape.argb().length) {
            return NONE;
        }
        PixelBuffer<IntBuffer> buffer = new PixelBuffer<>(
                shape.width(), shape.height(), IntBuffer.wrap(shape.argb()), PixelFormat.getIntArgbPreInstance());
        return new PointerShape(new WritableImage(buffer), shape.width(), shape.height(), shape.hotX(), shape.hotY());
    }

    Cursor cursor() {
        return image == null || width > LARGEST_CURSOR || height > LARGEST_CURSOR
                ? Cursor.DEFAULT
                : new ImageCursor(image, hotX, hotY);
    }
}

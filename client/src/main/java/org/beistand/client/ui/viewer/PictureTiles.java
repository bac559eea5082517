package org.beistand.client.ui.viewer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Picture;
import org.beistand.client.sight.Field;
import org.beistand.protocol.session.control.Sighting;

/**
 * A picture, drawn as tiles of exactly the screen's own pixels: only tiles that have changed are drawn again, and the scaling
 * is done here once per change instead of at every frame.
 */
final class PictureTiles extends Group {
    static final int TILE = 256;

    private int[] source = new int[0];
    private Resampling columns = new Resampling(1, 1);
    private Resampling rows = new Resampling(1, 1);
    private int[] scratch = new int[2];
    private final int[] line = new int[TILE];
    private final List<Tile> tiles = new ArrayList<>();
    private int sourceWidth;
    private int sourceHeight;

    /** @param x of its first pixel in the drawn picture */
    private record Tile(int x, int y, int width, int height, IntBuffer pixels, PixelBuffer<IntBuffer> buffer) {}

    /** A new picture begins, black until it is filled. */
    void begin(int width, int height) {
        sourceWidth = width;
        sourceHeight = height;
        source = new int[width * height];
        java.util.Arrays.fill(source, 0xFF000000);
        scratch = new int[2 * width];
        tiles.clear();
        getChildren().clear();
        columns = new Resampling(width, 1);
        rows = new Resampling(height, 1);
    }

    /**
     * Draws the picture at this size.
     *
     * @param width of the drawing, in the screen's own pixels
     * @param scale the screen's own pixels per logical pixel
     */
    void drawAt(int width, int height, double scale) {
        if (sourceWidth == 0) {
            return;
        }
        columns = new Resampling(sourceWidth, width);
        rows = new Resampling(sourceHeight, height);
        tiles.clear();
        List<ImageView> views = new ArrayList<>();
        for (int y = 0; y < height; y += TILE) {
            for (int x = 0; x < width; x += TILE) {
                views.add(tile(x, y, Math.min(TILE, width - x), Math.min(TILE, height - y), scale));
            }
        }
        getChildren().setAll(views);
        draw(List.of(new Area(0, 0, sourceWidth, sourceHeight)));
    }

    private ImageView tile(int x, int y, int width, int height, double scale) {
        IntBuffer pixels = ByteBuffer.allocateDirect(width * height * Integer.BYTES)
                .order(ByteOrder.nativeOrder())
                .asIntBuffer();
        PixelBuffer<IntBuffer> buffer = new PixelBuffer<>(width, height, pixels, PixelFormat.getIntArgbPreInstance());
        tiles.add(new Tile(x, y, width, height, pixels, buffer));
        ImageView view = new ImageView(new WritableImage(buffer));
        view.setSmooth(false);
        view.setMouseTransparent(true);
        view.setFitWidth(width / scale);
        view.setFitHeight(height / scale);
        view.setLayoutX(x / scale);
        view.setLayoutY(y / scale);
        return view;
    }

    /** Takes over what has changed, and nothing else. */
    void update(Picture picture, List<Area> changed) {
        if (picture.width() != sourceWidth || picture.height() != sourceHeight) {
            return;
        }
        List<Area> inside = changed.stream()
                .map(area -> area.intersect(picture.area()))
                .filter(area -> !area.isEmpty())
                .toList();
        for (Area area : inside) {
            for (int y = area.y(); y < area.y() + area.height(); y++) {
                int at = y * sourceWidth + area.x();
                System.arraycopy(picture.pixels(), at, source, at, area.width());
            }
        }
        draw(inside);
    }

    private void draw(List<Area> changed) {
        List<Area> targets = changed.stream().map(this::target).toList();
        for (Tile tile : tiles) {
            Area place = new Area(tile.x, tile.y, tile.width, tile.height);
            int left = Integer.MAX_VALUE;
            int top = Integer.MAX_VALUE;
            int right = 0;
            int bottom = 0;
            for (Area target : targets) {
                Area part = target.intersect(place);
                if (!part.isEmpty()) {
                    fill(tile, part);
                    left = Math.min(left, part.x() - tile.x);
                    top = Math.min(top, part.y() - tile.y);
                    right = Math.max(right, part.x() + part.width() - tile.x);
                    bottom = Math.max(bottom, part.y() + part.height() - tile.y);
                }
            }
            if (right > left) {
                Rectangle2D dirty = new Rectangle2D(left, top, right - left, bottom - top);
                tile.buffer.updateBuffer(buffer -> dirty);
            }
        }
    }

    private Area target(Area area) {
        int left = columns.targetFrom(area.x());
        int top = rows.targetFrom(area.y());
        int right = columns.targetTo(area.x() + area.width());
        int bottom = rows.targetTo(area.y() + area.height());
        return new Area(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }

    /** Only absolute puts: the thread that draws reads the buffer at the same time. */
    private void fill(Tile tile, Area part) {
        boolean same = columns.isIdentity() && rows.isIdentity();
        for (int y = part.y(); y < part.y() + part.height(); y++) {
            int at = (y - tile.y) * tile.width + part.x() - tile.x;
            if (same) {
                tile.pixels.put(at, source, y * sourceWidth + part.x(), part.width());
            } else {
                Resampling.drawRow(source, columns, rows, y, part.x(), part.x() + part.width(), line, scratch);
                tile.pixels.put(at, line, 0, part.width());
            }
        }
    }

    /** What is shown around this pixel of the picture. */
    Optional<Sighting> sighting(int x, int y) {
        return sourceWidth == 0
                ? Optional.empty()
                : Optional.of(Field.look(source, new Area(0, 0, sourceWidth, sourceHeight), x, y));
    }

    /** The colour that is drawn at this place of the drawing, for whoever wants to look at it. */
    int drawnAt(int x, int y) {
        for (Tile tile : tiles) {
            if (x >= tile.x && y >= tile.y && x < tile.x + tile.width && y < tile.y + tile.height) {
                return tile.pixels.get((y - tile.y) * tile.width + x - tile.x);
            }
        }
        return 0;
    }
}

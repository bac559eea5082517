package org.beistand.client.ui.viewer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private Area seen = new Area(0, 0, 0, 0);
    private Resampling columns = new Resampling(1, 1);
    private Resampling rows = new Resampling(1, 1);
    private int[] scratch = new int[2];
    private final int[] line = new int[TILE];
    private final Map<Spot, Tile> tiles = new HashMap<>();
    private int sourceWidth;
    private int sourceHeight;
    private double scale = 1;

    /** Where a tile is, counted in tiles. */
    private record Spot(int column, int row) {}

    /** @param area that it covers of the drawn picture */
    private record Tile(Area area, IntBuffer pixels, PixelBuffer<IntBuffer> buffer, ImageView view) {}

    /** A new picture begins, black until it is filled. */
    void begin(int width, int height) {
        sourceWidth = width;
        sourceHeight = height;
        source = new int[width * height];
        java.util.Arrays.fill(source, 0xFF000000);
        forget();
        columns = new Resampling(1, 1);
        rows = new Resampling(1, 1);
    }

    private void forget() {
        tiles.clear();
        getChildren().clear();
    }

    /**
     * Draws a part of the picture at this size, as far as it is {@link #showing}.
     *
     * @param part within the picture
     * @param width of the drawing, in the screen's own pixels
     * @param ownPixels the screen's own pixels per logical pixel
     */
    void drawAt(Area part, int width, int height, double ownPixels) {
        seen = part;
        scale = ownPixels;
        columns = new Resampling(part.width(), width);
        rows = new Resampling(part.height(), height);
        scratch = new int[2 * part.width()];
        forget();
    }

    /** There are tiles only where somebody looks. @param visible of the drawing */
    void showing(Area visible) {
        if (visible.isEmpty()) {
            forget();
            return;
        }
        int firstColumn = visible.x() / TILE;
        int firstRow = visible.y() / TILE;
        int lastColumn = (visible.x() + visible.width() - 1) / TILE;
        int lastRow = (visible.y() + visible.height() - 1) / TILE;
        tiles.entrySet().removeIf(entry -> {
            Spot spot = entry.getKey();
            boolean unseen =
                    spot.column < firstColumn || spot.column > lastColumn || spot.row < firstRow || spot.row > lastRow;
            return unseen && getChildren().remove(entry.getValue().view);
        });
        for (int row = firstRow; row <= lastRow; row++) {
            for (int column = firstColumn; column <= lastColumn; column++) {
                tiles.computeIfAbsent(new Spot(column, row), this::tile);
            }
        }
    }

    private Tile tile(Spot spot) {
        Area area = new Area(spot.column * TILE, spot.row * TILE, TILE, TILE)
                .intersect(new Area(0, 0, columns.target(), rows.target()));
        IntBuffer pixels = ByteBuffer.allocateDirect(area.width() * area.height() * Integer.BYTES)
                .order(ByteOrder.nativeOrder())
                .asIntBuffer();
        PixelBuffer<IntBuffer> buffer =
                new PixelBuffer<>(area.width(), area.height(), pixels, PixelFormat.getIntArgbPreInstance());
        ImageView view = new ImageView();
        Tile tile = new Tile(area, pixels, buffer, view);
        fill(tile, area);
        view.setImage(new WritableImage(buffer));
        view.setSmooth(false);
        view.setMouseTransparent(true);
        view.setFitWidth(area.width() / scale);
        view.setFitHeight(area.height() / scale);
        view.setLayoutX(area.x() / scale);
        view.setLayoutY(area.y() / scale);
        getChildren().add(view);
        return tile;
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
        List<Area> targets = changed.stream()
                .map(area -> area.intersect(seen))
                .filter(area -> !area.isEmpty())
                .map(this::target)
                .toList();
        for (Tile tile : tiles.values()) {
            int left = Integer.MAX_VALUE;
            int top = Integer.MAX_VALUE;
            int right = 0;
            int bottom = 0;
            for (Area target : targets) {
                Area part = target.intersect(tile.area);
                if (!part.isEmpty()) {
                    fill(tile, part);
                    left = Math.min(left, part.x() - tile.area.x());
                    top = Math.min(top, part.y() - tile.area.y());
                    right = Math.max(right, part.x() + part.width() - tile.area.x());
                    bottom = Math.max(bottom, part.y() + part.height() - tile.area.y());
                }
            }
            if (right > left) {
                Rectangle2D dirty = new Rectangle2D(left, top, right - left, bottom - top);
                tile.buffer.updateBuffer(buffer -> dirty);
            }
        }
    }

    private Area target(Area area) {
        int left = columns.targetFrom(area.x() - seen.x());
        int top = rows.targetFrom(area.y() - seen.y());
        int right = columns.targetTo(area.x() - seen.x() + area.width());
        int bottom = rows.targetTo(area.y() - seen.y() + area.height());
        return new Area(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }

    /** Only absolute puts: the thread that draws reads the buffer at the same time. */
    private void fill(Tile tile, Area part) {
        boolean same = columns.isIdentity() && rows.isIdentity();
        int offset = seen.y() * sourceWidth + seen.x();
        for (int y = part.y(); y < part.y() + part.height(); y++) {
            int at = (y - tile.area.y()) * tile.area.width() + part.x() - tile.area.x();
            if (same) {
                tile.pixels.put(at, source, offset + y * sourceWidth + part.x(), part.width());
            } else {
                int end = part.x() + part.width();
                Resampling.drawRow(source, offset, sourceWidth, columns, rows, y, part.x(), end, line, scratch);
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

    /** The colour that is drawn at this place of the drawing, for whoever wants to look at it; 0 where nothing is shown. */
    int drawnAt(int x, int y) {
        Tile tile = tiles.get(new Spot(x / TILE, y / TILE));
        return tile == null || !tile.area.contains(x, y)
                ? 0
                : tile.pixels.get((y - tile.area.y()) * tile.area.width() + x - tile.area.x());
    }
}

package org.beistand.client.platform.awt;

import java.awt.GraphicsConfiguration;
import java.awt.GraphicsDevice;
import java.awt.GraphicsEnvironment;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Monitor;

/**
 * The monitors that Java knows of, laid out in one picture of physical pixels. Java gives their places in logical pixels, each
 * in its own measure: they are put where they are in the measure of the densest one, so that none can cover another; where
 * measures are mixed, black remains between them.
 *
 * @param placed the primary one first, the others from left to right
 * @param bounds around all of them, from 0, 0 on
 */
record AwtMonitors(List<Placed> placed, Area bounds) {
    private static final int MOST_PIXELS = 16_384;

    /**
     * @param logical where Java has it
     * @param area where it is in the picture
     */
    record Placed(String device, Rectangle logical, double scaleX, double scaleY, Area area, boolean primary) {}

    static AwtMonitors now() {
        GraphicsEnvironment environment = GraphicsEnvironment.getLocalGraphicsEnvironment();
        GraphicsDevice primary = environment.getDefaultScreenDevice();
        List<Placed> found = new ArrayList<>();
        for (GraphicsDevice device : environment.getScreenDevices()) {
            GraphicsConfiguration now = device.getDefaultConfiguration();
            found.add(new Placed(
                    device.getIDstring(),
                    now.getBounds(),
                    now.getDefaultTransform().getScaleX(),
                    now.getDefaultTransform().getScaleY(),
                    new Area(0, 0, 0, 0),
                    device.equals(primary)));
        }
        return laidOut(found);
    }

    static AwtMonitors laidOut(List<Placed> found) {
        double densestX = found.stream().mapToDouble(Placed::scaleX).max().orElse(1);
        double densestY = found.stream().mapToDouble(Placed::scaleY).max().orElse(1);
        int left = found.stream().mapToInt(one -> one.logical.x).min().orElse(0);
        int top = found.stream().mapToInt(one -> one.logical.y).min().orElse(0);
        Area all = new Area(0, 0, MOST_PIXELS, MOST_PIXELS);
        List<Placed> placed = found.stream()
                .map(one -> new Placed(
                        one.device,
                        one.logical,
                        one.scaleX,
                        one.scaleY,
                        new Area(
                                        pixels(one.logical.x - left, densestX),
                                        pixels(one.logical.y - top, densestY),
                                        pixels(one.logical.width, one.scaleX),
                                        pixels(one.logical.height, one.scaleY))
                                .intersect(all),
                        one.primary))
                .sorted(Comparator.comparing(Placed::primary)
                        .reversed()
                        .thenComparing(one -> one.logical.x)
                        .thenComparing(one -> one.logical.y))
                .toList();
        int right = placed.stream()
                .mapToInt(one -> one.area.x() + one.area.width())
                .max()
                .orElse(1);
        int bottom = placed.stream()
                .mapToInt(one -> one.area.y() + one.area.height())
                .max()
                .orElse(1);
        return new AwtMonitors(placed, new Area(0, 0, right, bottom));
    }

    private static int pixels(int logical, double scale) {
        return (int) Math.round(logical * scale);
    }

    List<Monitor> told() {
        return placed.stream()
                .map(one -> new Monitor(one.device.hashCode(), one.device.strip(), one.area, one.primary, (int)
                        Math.round(one.scaleX * 100)))
                .toList();
    }

    /** Where Java's place on this device is in the picture; -1, -1 if the device has just gone. */
    Point physical(GraphicsDevice device, Point logical) {
        for (Placed one : placed) {
            if (one.device.equals(device.getIDstring())) {
                return new Point(
                        one.area.x() + pixels(logical.x - one.logical.x, one.scaleX),
                        one.area.y() + pixels(logical.y - one.logical.y, one.scaleY));
            }
        }
        return new Point(-1, -1);
    }
}

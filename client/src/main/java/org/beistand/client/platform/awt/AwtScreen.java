package org.beistand.client.platform.awt;

import java.awt.AWTException;
import java.awt.Image;
import java.awt.MouseInfo;
import java.awt.Point;
import java.awt.PointerInfo;
import java.awt.Robot;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Monitor;
import org.beistand.client.desktop.Picture;
import org.beistand.client.desktop.ScreenSource;

/**
 * All monitors, photographed whole. Nobody tells whether something was drawn, so it says that all may have changed, five times
 * a second; and the pointer's shape is not known, so it is an arrow.
 */
final class AwtScreen implements ScreenSource {
    private static final long BETWEEN_PICTURES_NANOS = 200_000_000;
    private static final long LOOK_FOR_POINTER_MILLIS = 15;
    private static final Shape ARROW = arrow(16);

    private final Robot robot;
    private long lastPicture = System.nanoTime() - BETWEEN_PICTURES_NANOS;
    private Point lastPointer = new Point();
    private boolean closed;

    AwtScreen() throws AWTException {
        robot = new Robot();
    }

    @Override
    public Area bounds() {
        return AwtMonitors.now().bounds();
    }

    @Override
    public List<Monitor> monitors() {
        return AwtMonitors.now().told();
    }

    @Override
    public synchronized boolean awaitChange(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (!closed) {
            long now = System.nanoTime();
            if (now - lastPicture >= BETWEEN_PICTURES_NANOS || !location().equals(lastPointer)) {
                return true;
            }
            long left = (end - now + 999_999) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(Math.min(left, LOOK_FOR_POINTER_MILLIS));
        }
        return false;
    }

    @Override
    public synchronized Grabbed grab(Picture into) {
        if (closed) {
            return new Grabbed(List.of(), List.of());
        }
        lastPicture = System.nanoTime();
        lastPointer = location();
        AwtMonitors monitors = AwtMonitors.now();
        for (AwtMonitors.Placed one : monitors.placed()) {
            List<Image> variants =
                    robot.createMultiResolutionScreenCapture(one.logical()).getResolutionVariants();
            copy(pixelsOf(variants.getLast()), one.area().intersect(into.area()), into);
        }
        return new Grabbed(List.of(monitors.bounds().intersect(into.area())), List.of());
    }

    private static void copy(BufferedImage image, Area place, Picture into) {
        int width = Math.min(image.getWidth(), place.width());
        int height = Math.min(image.getHeight(), place.height());
        if (width > 0 && height > 0) {
            image.getRGB(0, 0, width, height, into.pixels(), place.y() * into.width() + place.x(), into.width());
        }
    }

    /** Without transparency, whatever the image had. */
    private static BufferedImage pixelsOf(Image image) {
        if (image instanceof BufferedImage ready && !ready.getColorModel().hasAlpha()) {
            return ready;
        }
        var copy = new BufferedImage(image.getWidth(null), image.getHeight(null), BufferedImage.TYPE_INT_RGB);
        copy.getGraphics().drawImage(image, 0, 0, null);
        return copy;
    }

    /** In physical pixels of the whole screen. */
    private static Point location() {
        PointerInfo info = MouseInfo.getPointerInfo();
        return info == null ? new Point(-1, -1) : AwtMonitors.now().physical(info.getDevice(), info.getLocation());
    }

    @Override
    public Pointer pointer() {
        Point place = location();
        return new Pointer(place.x, place.y, bounds().contains(place.x, place.y), ARROW);
    }

    /** A black triangle with a white edge that points to the upper left. */
    private static Shape arrow(int size) {
        int[] argb = new int[size * size];
        for (int y = 0; y < size; y++) {
            for (int x = 0; x <= y; x++) {
                boolean edge = x == 0 || x == y || y == size - 1;
                argb[y * size + x] = edge ? 0xFFFFFFFF : 0xFF000000;
            }
        }
        return new Shape(size, size, 0, 0, argb);
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}

package org.beistand.client.screen;

import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.List;
import java.util.SplittableRandom;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Picture;

/**
 * Somebody at work on a screen that exists only in memory: typing, scrolling, dragging a window, looking at photographs. Every
 * call of {@link #next} draws one picture more; the same seed draws the same pictures on the same machine.
 */
public abstract class Activity {
    private static final String[] WORDS =
            ("the analyser reports error 4711 while sample probe moves to position B7 please check the"
                            + " reagent level Kalibrierung Messwert überschreitet Grenzwert restart service module pump valve temperature"
                            + " 37.2 degrees rack loaded wash station cuvette signal drift calibration passed lot number expires")
                    .split(" ");

    protected final int width;
    protected final int height;
    protected final BufferedImage screen;
    protected final Graphics2D pen;
    protected final SplittableRandom random;

    protected Activity(int width, int height, long seed) {
        this.width = width;
        this.height = height;
        this.random = new SplittableRandom(seed);
        this.screen = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        this.pen = penFor(screen);
    }

    /** Draws on; the first call draws everything. */
    public abstract List<Area> next();

    /** Draws on and copies the result. */
    public final List<Area> next(Picture into) {
        List<Area> damage = next();
        int[] drawn = ((DataBufferInt) screen.getRaster().getDataBuffer()).getData();
        int[] pixels = into.pixels();
        for (int i = 0; i < drawn.length; i++) {
            pixels[i] = drawn[i] | 0xFF000000;
        }
        return damage;
    }

    protected final List<Area> everything() {
        return List.of(new Area(0, 0, width, height));
    }

    /** One sign at a time, line by line; at the end of the page it scrolls. */
    public static Activity typing(int width, int height) {
        return new Activity(width, height, 1) {
            private final int line = 19;
            private int x;
            private int y;
            private String word = "";

            @Override
            public List<Area> next() {
                if (y == 0) {
                    drawDesk(pen, width, height);
                    drawText(pen, 20, 40, width - 40, height - 200, random, Color.BLACK);
                    x = 20;
                    y = height - 120;
                    return everything();
                }
                if (word.isEmpty()) {
                    word = WORDS[random.nextInt(WORDS.length)] + " ";
                }
                if (x > width - 60) {
                    x = 20;
                    if (y + 2 * line > height) {
                        pen.copyArea(0, 30 + line, width, height - 30 - line, 0, -line);
                        pen.setColor(Color.WHITE);
                        pen.fillRect(0, height - line, width, line);
                        return everything();
                    }
                    y += line;
                }
                String sign = word.substring(0, 1);
                word = word.substring(1);
                pen.setColor(Color.BLACK);
                pen.drawString(sign, x, y);
                int wide = pen.getFontMetrics().stringWidth(sign);
                Area damage = new Area(x - 2, y - line, wide + 4, line + 6);
                x += wide;
                return List.of(damage);
            }
        };
    }

    /** A long page with text and photographs, scrolled by uneven steps under a bar that stands still. */
    public static Activity scrolling(int width, int height) {
        return new Activity(width, height, 2) {
            private final BufferedImage page = drawPage(width - 17, 8 * height);
            private int top;

            @Override
            public List<Area> next() {
                top += 7 + random.nextInt(60);
                top %= page.getHeight() - height;
                drawDesk(pen, width, height);
                pen.setClip(0, 30, width, height - 30);
                pen.drawImage(page, 0, 30 - top, null);
                pen.setColor(Color.LIGHT_GRAY);
                pen.fillRect(width - 17, 30, 17, height);
                pen.setColor(Color.GRAY);
                pen.fillRect(width - 15, 30 + top / 8, 13, height / 8);
                pen.setClip(null);
                return List.of(new Area(0, 30, width, height - 30));
            }

            private BufferedImage drawPage(int wide, int high) {
                BufferedImage drawn = new BufferedImage(wide, high, BufferedImage.TYPE_INT_RGB);
                Graphics2D g = penFor(drawn);
                g.setColor(Color.WHITE);
                g.fillRect(0, 0, wide, high);
                for (int y = 0; y < high; y += 700) {
                    drawText(g, 30, y + 20, wide - 60, 400, random, Color.DARK_GRAY);
                    drawPhoto(g, 60, y + 440, Math.min(400, wide / 3), 240, random.nextLong());
                }
                return drawn;
            }
        };
    }

    /** A window with text, dragged in a circle over a picture. */
    public static Activity dragging(int width, int height) {
        return new Activity(width, height, 3) {
            private final BufferedImage wallpaper = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            private final BufferedImage window =
                    new BufferedImage(width * 2 / 5, height * 2 / 5, BufferedImage.TYPE_INT_RGB);
            private int step;
            private int lastX;
            private int lastY;

            @Override
            public List<Area> next() {
                if (step == 0) {
                    drawPhoto(penFor(wallpaper), 0, 0, width, height, 5);
                    Graphics2D g = penFor(window);
                    drawDesk(g, window.getWidth(), window.getHeight());
                    drawText(g, 8, 40, window.getWidth() - 16, window.getHeight() - 50, random, Color.BLACK);
                }
                double angle = step++ * 0.05;
                int x = (int) (width * (0.3 + 0.25 * Math.cos(angle)));
                int y = (int) (height * (0.3 + 0.25 * Math.sin(angle)));
                pen.drawImage(wallpaper, 0, 0, null);
                pen.drawImage(window, x, y, null);
                Area before = new Area(lastX, lastY, window.getWidth(), window.getHeight());
                lastX = x;
                lastY = y;
                return step == 1
                        ? everything()
                        : List.of(before, new Area(x, y, window.getWidth(), window.getHeight()));
            }
        };
    }

    /** Slides with a heading, some lines and a coloured box. */
    public static Activity slides(int width, int height) {
        return new Activity(width, height, 4) {
            @Override
            public List<Area> next() {
                pen.setPaint(
                        new GradientPaint(0, 0, new Color(0x20, 0x40, 0x80), 0, height, new Color(0x60, 0x80, 0xC0)));
                pen.fillRect(0, 0, width, height);
                Font font = pen.getFont();
                pen.setFont(font.deriveFont(height / 24f));
                drawText(pen, width / 10, height / 5, width * 7 / 10, height / 2, random, Color.WHITE);
                pen.setFont(font);
                pen.setColor(new Color(random.nextInt(0x1000000)));
                pen.fillRoundRect(width / 10, height * 3 / 4, width / 3, height / 6, 30, 30);
                return everything();
            }
        };
    }

    /** Another photograph every time, over the whole screen. */
    public static Activity photographs(int width, int height) {
        return new Activity(width, height, 6) {
            @Override
            public List<Area> next() {
                drawPhoto(pen, 0, 0, width, height, random.nextLong());
                return everything();
            }
        };
    }

    /** Back and forth between two windows over the whole screen: one with text, one with a large photograph. */
    public static Activity switching(int width, int height) {
        return new Activity(width, height, 8) {
            private final BufferedImage[] windows = {
                new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB),
                new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB)
            };
            private int step;

            @Override
            public List<Area> next() {
                if (step == 0) {
                    for (BufferedImage window : windows) {
                        drawDesk(penFor(window), width, height);
                        drawText(penFor(window), 20, 40, width - 40, height - 60, random, Color.BLACK);
                    }
                    drawPhoto(penFor(windows[1]), width / 8, height / 18, width * 3 / 4, height * 7 / 8, 9);
                }
                pen.drawImage(windows[step++ % 2], 0, 0, null);
                return everything();
            }
        };
    }

    /** A small moving picture in a page of text. */
    public static Activity video(int width, int height) {
        return new Activity(width, height, 7) {
            private final Area window = new Area(width / 4 + 5, height / 4 + 3, width / 3, height / 3);
            private boolean begun;

            @Override
            public List<Area> next() {
                if (!begun) {
                    begun = true;
                    drawDesk(pen, width, height);
                    drawText(pen, 20, 40, width - 40, height - 60, random, Color.BLACK);
                    return everything();
                }
                drawPhoto(pen, window.x(), window.y(), window.width(), window.height(), random.nextLong());
                return List.of(window);
            }
        };
    }

    private static Graphics2D penFor(BufferedImage image) {
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_LCD_HRGB);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
        return pen;
    }

    private static void drawDesk(Graphics2D pen, int width, int height) {
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setPaint(new GradientPaint(0, 0, new Color(0xE0E8F0), 0, 30, new Color(0xA0B0C8)));
        pen.fillRect(0, 0, width, 30);
        pen.setColor(Color.BLACK);
        pen.drawString("File   Edit   View   Tools   Help", 12, 20);
    }

    private static void drawText(
            Graphics2D pen, int x, int y, int width, int height, SplittableRandom random, Color colour) {
        pen.setColor(colour);
        int line = pen.getFontMetrics().getHeight();
        for (int at = y + line; at < y + height; at += line) {
            int across = x;
            while (true) {
                String word = WORDS[random.nextInt(WORDS.length)] + " ";
                int wide = pen.getFontMetrics().stringWidth(word);
                if (across + wide > x + width || random.nextInt(60) == 0) {
                    break;
                }
                pen.drawString(word, across, at);
                across += wide;
            }
        }
    }

    /** Soft shapes with the noise of a sensor over them. */
    private static void drawPhoto(Graphics2D pen, int x, int y, int width, int height, long seed) {
        SplittableRandom grain = new SplittableRandom(seed);
        BufferedImage photo = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        double a = 0.004 + grain.nextDouble() * 0.01;
        double b = 0.004 + grain.nextDouble() * 0.01;
        double phase = grain.nextDouble() * 6;
        int[] pixels = ((DataBufferInt) photo.getRaster().getDataBuffer()).getData();
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                double wave = Math.sin(column * a + phase) * Math.cos(row * b - phase);
                int noise = grain.nextInt(5) + grain.nextInt(5) - 4;
                int red = Math.clamp((int) (130 + 90 * wave) + noise, 0, 255);
                int green = Math.clamp((int) (120 + 80 * wave * wave) + noise + grain.nextInt(3) - 1, 0, 255);
                int blue = Math.clamp((int) (110 - 70 * wave) + noise, 0, 255);
                pixels[row * width + column] = red << 16 | green << 8 | blue;
            }
        }
        pen.drawImage(photo, x, y, null);
    }
}

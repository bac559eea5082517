package org.beistand.benchmarks.player;

import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.SplittableRandom;

/** Text, windows and photographs as they are seen on the desktops of laboratories. */
final class Drawing {
    static final int BAR = 30;
    static final int STATUS = 24;

    private static final String[] WORDS =
            ("the analyser reports error 4711 while sample probe moves to position B7 please check the reagent level"
                            + " Kalibrierung Messwert überschreitet Grenzwert restart service module pump valve temperature 37.2 degrees"
                            + " rack loaded wash station cuvette signal drift calibration passed lot number expires")
                    .split(" ");

    private Drawing() {}

    static Graphics2D penFor(BufferedImage image) {
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_LCD_HRGB);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
        return pen;
    }

    static String word(SplittableRandom random) {
        return WORDS[random.nextInt(WORDS.length)];
    }

    /** An empty window with a menu and a status bar. */
    static void window(Graphics2D pen, int width, int height) {
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setPaint(new GradientPaint(0, 0, new Color(0xE0E8F0), 0, BAR, new Color(0xA0B0C8)));
        pen.fillRect(0, 0, width, BAR);
        pen.setColor(new Color(0xE8ECF0));
        pen.fillRect(0, height - STATUS, width, STATUS);
        pen.setColor(Color.BLACK);
        pen.drawString("File   Edit   View   Tools   Help", 12, 20);
        pen.drawString("Ready", 12, height - 7);
    }

    static void text(Graphics2D pen, int x, int y, int width, int height, SplittableRandom random, Color colour) {
        pen.setColor(colour);
        int line = pen.getFontMetrics().getHeight();
        for (int at = y + line; at < y + height; at += line) {
            int across = x;
            while (true) {
                String word = word(random) + " ";
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
    static BufferedImage photograph(int width, int height, long seed) {
        SplittableRandom grain = new SplittableRandom(seed);
        BufferedImage photo = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        double a = 0.004 + grain.nextDouble() * 0.01;
        double b = 0.004 + grain.nextDouble() * 0.01;
        double phase = grain.nextDouble() * 6;
        fill(photo, a, b, phase, grain);
        return photo;
    }

    private static void fill(BufferedImage photo, double a, double b, double phase, SplittableRandom grain) {
        int width = photo.getWidth();
        int[] pixels = ((DataBufferInt) photo.getRaster().getDataBuffer()).getData();
        double[] down = new double[photo.getHeight()];
        for (int row = 0; row < down.length; row++) {
            down[row] = Math.cos(row * b - phase);
        }
        double[] across = new double[width];
        for (int column = 0; column < width; column++) {
            across[column] = Math.sin(column * a + phase);
        }
        for (int i = 0; i < pixels.length; i++) {
            double wave = across[i % width] * down[i / width];
            int noise = grain.nextInt(5) + grain.nextInt(5) - 4;
            int red = Math.clamp((int) (130 + 90 * wave) + noise, 0, 255);
            int green = Math.clamp((int) (120 + 80 * wave * wave) + noise, 0, 255);
            int blue = Math.clamp((int) (110 - 70 * wave) + noise, 0, 255);
            pixels[i] = red << 16 | green << 8 | blue;
        }
    }

    /** The same shapes, moved a little with every number: a film. */
    static void film(BufferedImage into, int number, long seed) {
        double phase = number * 0.06;
        fill(into, 0.011, 0.013, phase, new SplittableRandom(seed + number));
    }

    /** Cells under a microscope, with the noise of a sensor. */
    static BufferedImage microscope(int width, int height, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D draw = penFor(image);
        draw.setColor(new Color(0x1B2A1F));
        draw.fillRect(0, 0, width, height);
        for (int i = 0; i < 500; i++) {
            int size = 14 + random.nextInt(54);
            int x = random.nextInt(width);
            int y = random.nextInt(height);
            draw.setColor(new Color(60 + random.nextInt(60), 170 + random.nextInt(80), 90, 140));
            draw.fillOval(x, y, size, size);
            draw.setColor(new Color(230, 90, 160, 200));
            draw.fillOval(x + size / 3, y + size / 3, size / 3, size / 3);
        }
        draw.dispose();
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = noisy(pixels[i] >> 16 & 0xFF, random) << 16
                    | noisy(pixels[i] >> 8 & 0xFF, random) << 8
                    | noisy(pixels[i] & 0xFF, random);
        }
        return image;
    }

    private static int noisy(int value, SplittableRandom random) {
        return Math.clamp(value + random.nextInt(-6, 7), 0, 255);
    }

    static BufferedImage dialog(String title, int width, int height, long seed) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D draw = penFor(image);
        draw.setColor(new Color(0xF0F0F0));
        draw.fillRect(0, 0, width, height);
        draw.setPaint(new GradientPaint(0, 0, new Color(0x3060A0), width, 0, new Color(0x80A0D0)));
        draw.fillRect(0, 0, width, BAR);
        draw.setColor(Color.WHITE);
        draw.drawString(title, 10, 20);
        text(draw, 16, BAR + 6, width - 32, height - BAR - 70, new SplittableRandom(seed), Color.BLACK);
        draw.setColor(new Color(0xD0D4D8));
        draw.fillRoundRect(width - 110, height - 44, 94, 28, 8, 8);
        draw.setColor(Color.BLACK);
        draw.drawString("Continue", width - 94, height - 25);
        draw.drawRect(0, 0, width - 1, height - 1);
        draw.dispose();
        return image;
    }

    static BufferedImage slide(int width, int height, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D draw = penFor(image);
        draw.setPaint(new GradientPaint(0, 0, new Color(0x20, 0x40, 0x80), 0, height, new Color(0x60, 0x80, 0xC0)));
        draw.fillRect(0, 0, width, height);
        draw.setFont(draw.getFont().deriveFont(height / 24f));
        text(draw, width / 10, height / 6, width * 7 / 10, height * 2 / 5, random, Color.WHITE);
        draw.setColor(new Color(random.nextInt(0x1000000)));
        draw.fillRoundRect(width / 10, height * 2 / 3, width / 3, height / 5, 30, 30);
        draw.drawImage(photograph(width / 3, height / 4, seed), width / 2, height * 16 / 25, null);
        draw.dispose();
        return image;
    }
}

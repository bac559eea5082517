package org.beistand.benchmarks.player;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntBinaryOperator;

/** One sign at a time; at the end of a line the page moves up. The caret tells which picture it is. */
final class Typing extends Scene {
    private static final int LINE = 19;
    private static final int LEFT = 20;
    private static final int RIGHT = 900;
    private static final int BOTTOM = HEIGHT - Drawing.STATUS - 12;
    private static final int ROWS = 48;
    private static final int LONGEST = 4000;
    private static final int CARET_UP = 14;
    private static final int CARET_HEIGHT = 17;
    private static final int SEARCH = 40;

    private final List<String> lines = new ArrayList<>();
    private final int[] row = new int[LONGEST + 1];
    private final int[] column = new int[LONGEST + 1];
    private final int[] caret = new int[LONGEST + 1];

    Typing() {
        SplittableRandom random = new SplittableRandom(1);
        FontMetrics metrics = pen.getFontMetrics();
        for (int i = 0; i < ROWS; i++) {
            lines.add(line(random, metrics));
        }
        int signs = 0;
        while (signs < LONGEST) {
            String line = line(random, metrics);
            lines.add(line);
            for (int end = 0; end <= line.length() && signs <= LONGEST; end++, signs++) {
                row[signs] = lines.size() - 1;
                column[signs] = end;
                caret[signs] = LEFT + metrics.stringWidth(line.substring(0, end)) + 1;
            }
        }
    }

    private static String line(SplittableRandom random, FontMetrics metrics) {
        StringBuilder line = new StringBuilder();
        while (true) {
            String word = Drawing.word(random) + " ";
            if (LEFT + metrics.stringWidth(line + word) > RIGHT) {
                return line.toString();
            }
            line.append(word);
        }
    }

    @Override
    public int rate() {
        return 8;
    }

    @Override
    protected boolean isNumbered() {
        return false;
    }

    @Override
    protected void drawFirst() {
        Drawing.window(pen, WIDTH, HEIGHT);
        Drawing.text(pen, 960, 40, 900, HEIGHT - 120, new SplittableRandom(11), Color.DARK_GRAY);
        drawPage(0);
    }

    private Rectangle drawPage(int number) {
        Rectangle page = new Rectangle(LEFT - 4, Drawing.BAR, RIGHT - LEFT + 8, BOTTOM + 6 - Drawing.BAR);
        pen.setColor(Color.WHITE);
        pen.fill(page);
        for (int i = 1; i <= ROWS; i++) {
            drawLine(lines.get(row[number] - i), BOTTOM - i * LINE);
        }
        drawRow(number);
        return page;
    }

    private void drawLine(String text, int at) {
        if (at > Drawing.BAR + LINE) {
            pen.setColor(Color.BLACK);
            pen.drawString(text, LEFT, at);
        }
    }

    private Rectangle drawRow(int number) {
        Rectangle line = new Rectangle(LEFT - 4, BOTTOM - CARET_UP, RIGHT - LEFT + 8, CARET_HEIGHT);
        pen.setColor(Color.WHITE);
        pen.fill(line);
        drawLine(lines.get(row[number]).substring(0, column[number]), BOTTOM);
        pen.setColor(Color.BLACK);
        pen.fillRect(caret[number], BOTTOM - CARET_UP, 2, CARET_HEIGHT);
        return line;
    }

    @Override
    protected List<Rectangle> draw(int from, int to) {
        if (row[from] != row[to]) {
            return List.of(drawPage(to));
        }
        Rectangle line = drawRow(to);
        // As a tool kit does: from the old caret to the new one.
        int left = Math.min(caret[from], caret[to]) - 12;
        int right = Math.max(caret[from], caret[to]) + 4;
        return List.of(line.intersection(new Rectangle(left, line.y, right - left, line.height)));
    }

    @Override
    public Rectangle numberArea() {
        return new Rectangle(LEFT - 4, BOTTOM - CARET_UP, RIGHT - LEFT + 8, CARET_HEIGHT);
    }

    @Override
    public int numberIn(IntBinaryOperator pixel, int atLeast) {
        for (int number = Math.max(0, atLeast); number < Math.min(LONGEST, atLeast + SEARCH); number++) {
            if (isCaret(pixel, caret[number])) {
                return number;
            }
        }
        return -1;
    }

    private static boolean isCaret(IntBinaryOperator pixel, int x) {
        for (int y = 0; y < CARET_HEIGHT; y++) {
            if (isBright(pixel.applyAsInt(x, BOTTOM - CARET_UP + y))) {
                return false;
            }
        }
        return true;
    }
}

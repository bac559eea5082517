package org.beistand.benchmarks.clicks;

import java.awt.Color;
import java.awt.EventQueue;
import java.awt.Font;
import java.awt.Frame;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.image.BufferedImage;
import java.lang.reflect.InvocationTargetException;
import java.util.SplittableRandom;

/** A desktop of our own on which something changes just before it is clicked at, and a text cursor that only blinks. */
final class Surprises implements AutoCloseable {
    private static final int ROW = 22;

    private final SplittableRandom random = new SplittableRandom(1);
    private final Sheet page;
    private final Sheet list;
    private final Sheet dialog;
    private int scrolled;
    private int first;
    private boolean bar;

    /** What can happen. */
    enum Kind {
        DIALOG("a dialog pops up under the pointer"),
        RAISED("another window is raised"),
        SCROLLED("the page is scrolled away"),
        ROW("the list moves by one row"),
        CURSOR("a text cursor blinks (nothing may be stopped)");

        private final String story;

        Kind(String story) {
            this.story = story;
        }

        String story() {
            return story;
        }
    }

    private static final class Sheet extends Frame {
        private static final long serialVersionUID = 1;

        private final transient BufferedImage content;

        Sheet(String title, Rectangle where) {
            super(title);
            content = new BufferedImage(where.width, where.height, BufferedImage.TYPE_INT_RGB);
            setUndecorated(true);
            setBounds(where);
        }

        Graphics2D pen() {
            Graphics2D pen = content.createGraphics();
            pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_LCD_HRGB);
            pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, content.getWidth(), content.getHeight());
            pen.setColor(Color.BLACK);
            return pen;
        }

        void show(Graphics2D pen) {
            pen.dispose();
            Graphics g = getGraphics();
            if (g != null) {
                paint(g);
                g.dispose();
            }
            Toolkit.getDefaultToolkit().sync();
        }

        @Override
        public void paint(Graphics g) {
            g.drawImage(content, 0, 0, null);
        }

        @Override
        public void update(Graphics g) {
            paint(g);
        }
    }

    Surprises() {
        page = new Sheet("page", new Rectangle(0, 0, 1200, 1000));
        list = new Sheet("list", new Rectangle(700, 100, 900, 800));
        dialog = new Sheet("dialog", new Rectangle(300, 300, 420, 240));
        onScreen(() -> {
            page.setVisible(true);
            list.setVisible(true);
            drawPage();
            drawList();
            Graphics2D pen = dialog.pen();
            pen.setColor(new Color(0xF0F0F0));
            pen.fillRect(0, 0, 420, 240);
            pen.setColor(Color.BLACK);
            pen.drawRect(0, 0, 419, 239);
            pen.drawString("Delete all results of this measurement?", 60, 80);
            pen.drawRect(70, 150, 110, 30);
            pen.drawString("Yes", 112, 170);
            pen.drawRect(240, 150, 110, 30);
            pen.drawString("No", 285, 170);
            pen.dispose();
        });
    }

    /** Back to how it was, with what will be clicked at in front. */
    void prepare(Kind kind) {
        onScreen(() -> {
            dialog.setVisible(false);
            bar = false;
            Window front = kind == Kind.ROW ? list : page;
            front.toFront();
            drawPage();
            drawList();
        });
    }

    /** @return where somebody would click then */
    int[] place(Kind kind) {
        return switch (kind) {
            case DIALOG -> new int[] {random.nextInt(310, 700), random.nextInt(310, 530)};
            case RAISED -> new int[] {random.nextInt(720, 1180), random.nextInt(120, 880)};
            case SCROLLED -> new int[] {random.nextInt(20, 640), random.nextInt(40, 960)};
            case ROW -> new int[] {random.nextInt(715, 1100), random.nextInt(130, 880)};
            case CURSOR -> new int[] {random.nextInt(170, 230), random.nextInt(488, 512)};
        };
    }

    void happen(Kind kind) {
        onScreen(() -> {
            switch (kind) {
                case DIALOG -> {
                    dialog.setVisible(true);
                    dialog.toFront();
                }
                case RAISED -> list.toFront();
                case SCROLLED -> {
                    scrolled += random.nextInt(7, 200);
                    drawPage();
                }
                case ROW -> {
                    first++;
                    drawList();
                }
                case CURSOR -> {
                    bar = true;
                    drawPage();
                }
            }
        });
    }

    private void drawPage() {
        Graphics2D pen = page.pen();
        for (int line = 0; line < 400; line++) {
            pen.drawString(words(line), 20, 20 + 19 * line - scrolled % 6000);
        }
        if (bar) {
            int line = (500 + scrolled % 6000) / 19;
            String text = words(line).substring(0, 25);
            int x = 20 + pen.getFontMetrics().stringWidth(text);
            int y = 20 + 19 * line - scrolled % 6000 - 13;
            pen.fillRect(x - 1, y, 1, 17);
        }
        page.show(pen);
    }

    private void drawList() {
        Graphics2D pen = list.pen();
        for (int i = 0; i < 40; i++) {
            int number = first + i;
            pen.drawString("Sample " + (4711 + number * 13), 20, 16 + ROW * i);
            pen.drawString(words(number + 1000).substring(0, 18), 150, 16 + ROW * i);
            pen.drawString(number % 3 == 0 ? "passed" : "repeat", 330, 16 + ROW * i);
        }
        list.show(pen);
    }

    private static String words(int line) {
        SplittableRandom letters = new SplittableRandom(line);
        StringBuilder text = new StringBuilder();
        while (text.length() < 90) {
            text.append(Long.toString(letters.nextLong(10_000_000), 36)).append(' ');
        }
        return text.toString();
    }

    private static void onScreen(Runnable act) {
        try {
            EventQueue.invokeAndWait(act);
            Toolkit.getDefaultToolkit().sync();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        onScreen(() -> {
            dialog.dispose();
            list.dispose();
            page.dispose();
        });
    }
}

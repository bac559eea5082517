package org.beistand.benchmarks.player;

import java.awt.Color;
import java.awt.Frame;
import java.awt.Graphics;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * A program with one window over the whole desktop, told on its input what to play:
 *
 * <pre>
 *   show SCENE       -> shown SCENE              the first picture, and nothing moves
 *   play SECONDS     -> number nanos             for every picture that was drawn, with the clock that all programs share
 *                       played LAST
 * </pre>
 *
 * Which picture is due is a matter of the clock alone; those for which the machine had no time are left out. A click or a key is
 * answered at once by a field that changes its colour.
 */
public final class Player {
    private final PrintStream out;
    private final Frame window = new Frame("activity") {
        @Override
        public void paint(Graphics g) {
            synchronized (Player.this) {
                g.drawImage(scene.screen(), 0, 0, null);
            }
        }

        @Override
        public void update(Graphics g) {
            paint(g);
        }
    };
    private Scene scene = new Idle();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("clock").daemon(true).factory());

    private Player(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        Player player = new Player(System.out);
        player.open();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                player.obey(line.split(" "));
            }
        }
        System.exit(0);
    }

    private void open() {
        scene.show(0);
        window.setUndecorated(true);
        window.setResizable(false);
        window.setBackground(Color.WHITE);
        window.setBounds(0, 0, Scene.WIDTH, Scene.HEIGHT);
        window.setFocusTraversalKeysEnabled(false);
        window.addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
                answer();
            }
        });
        window.addKeyListener(new KeyAdapter() {
            @Override
            public void keyPressed(KeyEvent event) {
                answer();
            }
        });
        window.setVisible(true);
        window.toFront();
        window.requestFocus();
        out.println("open");
    }

    private synchronized void answer() {
        put(List.of(scene.toggle()));
    }

    private void obey(String[] words) {
        switch (words[0]) {
            case "show" -> show(Scenes.named(words[1]));
            case "play" -> play(Double.parseDouble(words[1]));
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    private void show(Scenes which) {
        Scene fresh = which.draw();
        fresh.show(0);
        synchronized (this) {
            scene = fresh;
            put(List.of(new Rectangle(0, 0, Scene.WIDTH, Scene.HEIGHT)));
        }
        out.println("shown " + which.word());
    }

    private void play(double seconds) {
        Scene played = scene;
        int rate = Math.max(1, played.rate());
        long period = 1_000_000_000L / rate;
        int last = (int) (seconds * rate);
        long begin = System.nanoTime();
        StringBuilder log = new StringBuilder();
        CompletableFuture<Integer> over = new CompletableFuture<>();
        ScheduledFuture<?> ticking = clock.scheduleAtFixedRate(
                () -> {
                    try {
                        // It ends with its last picture, not when the next one would be due.
                        int due = Math.min(last, (int) ((System.nanoTime() - begin) / period));
                        if (played.rate() > 0) {
                            put(played, due, log);
                        }
                        if (due == last) {
                            over.complete(last);
                        }
                    } catch (RuntimeException e) {
                        over.completeExceptionally(e);
                    }
                },
                period,
                period,
                TimeUnit.NANOSECONDS);
        over.join();
        ticking.cancel(false);
        out.print(log);
        out.println("played " + last);
    }

    private synchronized void put(Scene played, int due, StringBuilder log) {
        List<Rectangle> changed = played.show(due);
        put(changed);
        if (!changed.isEmpty()) {
            log.append(due).append(' ').append(System.nanoTime()).append('\n');
        }
    }

    /** To the window, as it is in the memory. */
    private void put(List<Rectangle> areas) {
        Graphics g = window.getGraphics();
        if (g == null) {
            return;
        }
        for (Rectangle area : areas) {
            g.setClip(area);
            g.drawImage(scene.screen(), 0, 0, null);
        }
        g.dispose();
        Toolkit.getDefaultToolkit().sync();
    }
}

package org.beistand.client.sight;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Glance;
import org.beistand.client.desktop.Picture;
import org.beistand.client.desktop.Windows;
import org.beistand.client.desktop.Windows.DesktopWindow;
import org.beistand.client.time.HandClock;
import org.beistand.protocol.session.control.ButtonChanged;
import org.beistand.protocol.session.control.ControlMessage;
import org.beistand.protocol.session.control.PointerMoved;
import org.beistand.protocol.session.control.Sighting;
import org.beistand.protocol.session.control.WheelTurned;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Reason;

/** A screen of one owner, and the older picture of it that an engineer has before him. */
final class Desk implements AutoCloseable {
    static final int WIDTH = 480;
    static final int HEIGHT = 320;
    static final int HIDDEN = 0xFF8C949C;
    static final ParticipantId ENGINEER = new ParticipantId(1);

    final List<String> stops = new ArrayList<>();
    private final HandClock clock = new HandClock();
    private final BufferedImage screen = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D pen = screen.createGraphics();
    private final Outlook outlook = new Outlook(clock, HIDDEN);
    private final StaleGuard guard = new StaleGuard(new Now(), outlook, clock, (who, x, y) -> stops.add(x + " " + y));
    private List<DesktopWindow> windows = new ArrayList<>();
    private int[] seen = new int[WIDTH * HEIGHT];
    private int frame;

    Desk() {
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        outlook.follow(Optional.of(new Stack()));
        window(1, new Area(0, 0, WIDTH, HEIGHT));
        draws(g -> {
            g.setColor(Color.WHITE);
            g.fillRect(0, 0, WIDTH, HEIGHT);
        });
        isSeen();
    }

    Desk draws(Consumer<Graphics2D> what) {
        what.accept(pen);
        return this;
    }

    /** A window of that number comes, or comes to the front. */
    Desk window(long id, Area area) {
        List<DesktopWindow> now = new ArrayList<>(windows);
        now.removeIf(window -> window.id() == id);
        now.add(new DesktopWindow(id, "", "", 100 + id, area));
        windows = now;
        return this;
    }

    Desk passes(long millis) {
        clock.pass(Duration.ofMillis(millis));
        return this;
    }

    /** The screen is captured; the engineer does not have that picture yet. */
    Desk isCaptured() {
        outlook.looking();
        outlook.looked(picture(), List.of(new Area(0, 0, WIDTH, HEIGHT)));
        outlook.sent(ENGINEER, ++frame);
        return this;
    }

    /** The engineer sees the screen as it is now. */
    Desk isSeen() {
        isCaptured();
        outlook.shown(ENGINEER, frame);
        seen = picture().pixels();
        return this;
    }

    /** What the engineer sees comes out of a lossy form. */
    Desk isSeenAs(BufferedImage lossy) {
        isSeen();
        seen = lossy.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
        return this;
    }

    int width(String text) {
        return pen.getFontMetrics().stringWidth(text);
    }

    BufferedImage screen() {
        return screen;
    }

    Optional<Sighting> sighting(int x, int y) {
        return Optional.of(Field.look(seen, new Area(0, 0, WIDTH, HEIGHT), x, y));
    }

    Desk points(int x, int y) {
        does(new PointerMoved(1, x, y));
        return this;
    }

    /** @return whether it was let through */
    boolean clicks(int x, int y) {
        boolean pressed = presses(x, y);
        releases(x, y);
        return pressed;
    }

    boolean presses(int x, int y) {
        return does(new ButtonChanged(1, x, y, 1, true, sighting(x, y))).isEmpty();
    }

    void releases(int x, int y) {
        does(new ButtonChanged(1, x, y, 1, false, Optional.empty()));
    }

    boolean turns(int x, int y) {
        return does(new WheelTurned(1, x, y, 0, 1, sighting(x, y))).isEmpty();
    }

    Optional<Reason> does(ControlMessage input) {
        Optional<Reason> objection = guard.objection(ENGINEER, input);
        if (objection.isEmpty()) {
            guard.acted(ENGINEER, input);
        }
        return objection;
    }

    void letsGo() {
        guard.letGo();
    }

    private Picture picture() {
        Picture picture = new Picture(WIDTH, HEIGHT);
        screen.getRGB(0, 0, WIDTH, HEIGHT, picture.pixels(), 0, WIDTH);
        return picture;
    }

    @Override
    public void close() {
        pen.dispose();
        guard.close();
    }

    private final class Now implements Glance {
        @Override
        public Area bounds() {
            return new Area(0, 0, WIDTH, HEIGHT);
        }

        @Override
        public Optional<Picture> look(Area area) {
            Picture part = new Picture(area.width(), area.height());
            screen.getRGB(area.x(), area.y(), area.width(), area.height(), part.pixels(), 0, area.width());
            return Optional.of(part);
        }

        @Override
        public void close() {}
    }

    private final class Stack implements Windows {
        @Override
        public List<DesktopWindow> stacked() {
            return List.copyOf(windows);
        }

        @Override
        public Optional<DesktopWindow> focused() {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }
}

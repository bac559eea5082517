package org.beistand.benchmarks.clicks;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Desktop;
import org.beistand.client.desktop.DesktopException;
import org.beistand.client.desktop.Glance;
import org.beistand.client.desktop.Picture;
import org.beistand.client.desktop.ScreenSource;
import org.beistand.client.desktop.Windows;
import org.beistand.client.screen.ScreenDecoder;
import org.beistand.client.screen.ScreenEncoder;
import org.beistand.client.sight.Field;
import org.beistand.client.sight.Outlook;
import org.beistand.client.sight.StaleGuard;
import org.beistand.protocol.session.control.ButtonChanged;
import org.beistand.protocol.session.control.Sighting;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.wire.Octets;

/** Somebody who sees a desktop over a line on which everything takes a while, and clicks at what he sees. */
final class Onlooker implements AutoCloseable {
    private static final ParticipantId SELF = new ParticipantId(1);
    private static final int UNDER_WAY = 3;
    private static final int VISIBLE = 12;

    private final InstantSource clock;
    private final long oneWay;
    private final ScreenSource source;
    private final Windows windows;
    private final Glance glance;
    private final Outlook outlook;
    private final StaleGuard guard;
    private final Picture picture;
    private final Picture shown;
    private final ScreenEncoder encoder;
    private final ScreenDecoder decoder;
    private final Deque<Sent> underWay = new ArrayDeque<>();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final Deque<Click> clicks = new ArrayDeque<>();
    private List<Area> lacks = List.of();
    private List<Area> lastDamage = List.of();
    private int frame;
    private int shownFrame;

    private record Sent(int frame, Octets encoded, long arrives) {}

    private record Answer(int frame, long arrives) {}

    private record Click(int x, int y, Sighting seen, Picture before, int frame, long arrives) {}

    /** @param stopped whether the guard stopped it @param change how much was other there than what he saw */
    record Judged(int x, int y, boolean stopped, Change change) {}

    /** How much of what he saw had changed when the click came. */
    enum Change {
        NONE,
        SOME,
        MUCH
    }

    Onlooker(Desktop desktop, InstantSource clock, Duration oneWay, int hidden) throws DesktopException {
        this.clock = clock;
        this.oneWay = oneWay.toMillis();
        this.source = desktop.openScreen();
        this.windows = desktop.openWindows();
        this.glance = desktop.openGlance();
        this.outlook = new Outlook(clock, hidden);
        outlook.follow(Optional.of(windows));
        this.guard = new StaleGuard(glance, outlook, clock, (who, x, y) -> {});
        Area bounds = source.bounds();
        this.picture = new Picture(bounds.width(), bounds.height());
        this.shown = new Picture(bounds.width(), bounds.height());
        this.encoder = new ScreenEncoder(bounds.width(), bounds.height());
        this.decoder = new ScreenDecoder(bounds.width(), bounds.height());
    }

    /** One turn of everything that goes on; @return clicks that came to their end in it */
    List<Judged> turn() throws InterruptedException {
        if (source.awaitChange(Duration.ofMillis(4))) {
            capture();
        }
        send();
        long now = clock.millis();
        while (!underWay.isEmpty() && underWay.getFirst().arrives() <= now) {
            Sent sent = underWay.removeFirst();
            decoder.apply(sent.encoded(), shown);
            shownFrame = sent.frame();
            answers.addLast(new Answer(sent.frame(), now + oneWay));
        }
        while (!answers.isEmpty() && answers.getFirst().arrives() <= now) {
            outlook.shown(SELF, answers.removeFirst().frame());
        }
        List<Judged> judged = new ArrayList<>();
        while (!clicks.isEmpty() && clicks.getFirst().arrives() <= now) {
            judged.add(judge(clicks.removeFirst()));
        }
        return judged;
    }

    private void capture() {
        outlook.looking();
        ScreenSource.Grabbed grabbed = source.grab(picture);
        outlook.looked(picture, grabbed.damage());
        if (!grabbed.damage().isEmpty()) {
            lastDamage = grabbed.damage();
            lacks = new ArrayList<>(lacks);
            lacks.addAll(grabbed.damage());
        }
    }

    private void send() {
        if (underWay.size() + answers.size() >= UNDER_WAY) {
            return;
        }
        if (!lacks.isEmpty() || encoder.owes()) {
            Optional<Octets> encoded = encoder.encode(picture, lacks, List.of());
            lacks = List.of();
            encoded.ifPresent(one -> {
                underWay.addLast(new Sent(++frame, one, clock.millis() + oneWay));
                outlook.sent(SELF, frame);
            });
        }
        if (lacks.isEmpty() && !encoder.owes()) {
            outlook.complete(SELF);
        }
    }

    /** Whether he sees all that was captured. */
    boolean isUpToDate() {
        return frame > 0 && frame == shownFrame && answers.isEmpty() && lacks.isEmpty() && !encoder.owes();
    }

    /** Somewhere where something changed lately; empty if nothing did. */
    List<Area> restless() {
        return lastDamage;
    }

    void click(int x, int y) {
        Sighting seen = Field.look(shown.pixels(), shown.area(), x, y);
        clicks.addLast(new Click(x, y, seen, part(shown, x, y), shownFrame, clock.millis() + oneWay));
    }

    Area bounds() {
        return picture.area();
    }

    /** How much the place differs from what he sees at this moment. */
    Change change(int x, int y) {
        return difference(part(shown, x, y), x, y);
    }

    private Judged judge(Click click) {
        Change change = difference(click.before(), click.x(), click.y());
        boolean stopped = guard.objection(
                        SELF, new ButtonChanged(1, click.x(), click.y(), 1, true, Optional.of(click.seen())))
                .isPresent();
        // Each click is one by itself.
        guard.letGo();
        // Between the two looks the guard took its own.
        Change after = difference(click.before(), click.x(), click.y());
        return new Judged(click.x(), click.y(), stopped, change.compareTo(after) >= 0 ? change : after);
    }

    private Picture part(Picture whole, int x, int y) {
        Area area = Field.around(x, y).intersect(whole.area());
        Picture part = new Picture(area.width(), area.height());
        for (int row = 0; row < area.height(); row++) {
            System.arraycopy(
                    whole.pixels(),
                    (area.y() + row) * whole.width() + area.x(),
                    part.pixels(),
                    row * area.width(),
                    area.width());
        }
        return part;
    }

    /** Judged by the pixels alone, and by nothing that the guard looks at. */
    private Change difference(Picture before, int x, int y) {
        Area area = Field.around(x, y).intersect(picture.area());
        Picture now = glance.look(area).orElseThrow();
        int other = 0;
        int near = 0;
        int nearOther = 0;
        for (int i = 0; i < now.pixels().length; i++) {
            int px = area.x() + i % area.width();
            int py = area.y() + i / area.width();
            boolean differs = differs(now.pixels()[i], before.pixels()[i]);
            boolean isNear = Math.abs(px - x) <= 12 && Math.abs(py - y) <= 12;
            other += differs ? 1 : 0;
            near += isNear ? 1 : 0;
            nearOther += isNear && differs ? 1 : 0;
        }
        if (nearOther * 100 >= near * 15) {
            return Change.MUCH;
        }
        return nearOther * 100 <= near && other * 100 <= now.pixels().length ? Change.NONE : Change.SOME;
    }

    private static boolean differs(int one, int other) {
        return Math.abs((one >> 16 & 0xFF) - (other >> 16 & 0xFF)) > VISIBLE
                || Math.abs((one >> 8 & 0xFF) - (other >> 8 & 0xFF)) > VISIBLE
                || Math.abs((one & 0xFF) - (other & 0xFF)) > VISIBLE;
    }

    @Override
    public void close() {
        encoder.close();
        decoder.close();
        guard.close();
        windows.close();
        source.close();
    }
}

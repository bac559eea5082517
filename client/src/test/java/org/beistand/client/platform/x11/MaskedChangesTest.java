package org.beistand.client.platform.x11;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Picture;
import org.beistand.client.desktop.ScreenSource;
import org.beistand.client.release.KnownWindows;
import org.beistand.client.release.MaskedPicture;
import org.beistand.client.release.MaskedScreen;
import org.beistand.client.release.OwnPlaces;
import org.beistand.client.release.Share;
import org.beistand.client.release.Sharing;
import org.beistand.client.screen.ScreenDecoder;
import org.beistand.client.screen.ScreenEncoder;
import org.beistand.client.time.HandClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What windows and screens do on a desktop, one after the other, while one program is hidden and the other one paints late: in
 * no picture may there be a pixel of the hidden one, and in the end all of the released one is seen. The masked screen's clock
 * counts the looks, so that it does not matter how busy the machine is. {@code -Dbeistand.frames=30000} makes the last one long,
 * {@code -Dbeistand.seed=4} another one; number 7 once showed a leak.
 */
@Timeout(120)
class MaskedChangesTest {
    private static final int SECRET = 0xFFE000E0;
    private static final int PLAIN = 0xFF30C040;
    private static final long HIDDEN = 4_000_001;
    private static final long RELEASED = 4_000_002;
    private static final int LOOKS_UNTIL_IT_PAINTS = 30;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final int FRAMES = Integer.getInteger("beistand.frames", 800);
    private static final int SEED = Integer.getInteger("beistand.seed", 7);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HandClock clock = new HandClock();
    private final Sharing sharing = new Sharing();
    private VirtualDisplay display;
    private Performer hidden;
    private Performer released;
    private MaskedScreen screen;
    private ScreenSource bare;
    private Picture raw = new Picture(1, 1);
    private Picture decoded = new Picture(1, 1);
    private Optional<ScreenEncoder> encoder = Optional.empty();
    private Optional<ScreenDecoder> decoder = Optional.empty();
    private int looks;

    @BeforeEach
    void start() throws Exception {
        display = VirtualDisplay.start(640, 480);
        hidden = new Performer(display.name(), SECRET, HIDDEN);
        released = new Performer(display.name(), PLAIN, RELEASED);
        var desktop = new X11Desktop(display.name());
        var known = new KnownWindows(
                OwnPlaces.NONE,
                Optional.of(desktop.openWindows()),
                ProcessHandle.current().pid());
        screen = new MaskedScreen(sharing, known, desktop.openScreen(), clock);
        bare = desktop.openScreen();
    }

    @AfterEach
    void stop() {
        encoder.ifPresent(ScreenEncoder::close);
        decoder.ifPresent(ScreenDecoder::close);
        bare.close();
        screen.close();
        released.close();
        hidden.close();
        display.close();
    }

    private void release(boolean theRestToo) {
        sharing.choose(new Share(new Share.Programs(Set.of(RELEASED)), theRestToo, theRestToo));
    }

    private void look() {
        hidden.paint();
        if (looks % LOOKS_UNTIL_IT_PAINTS == 0) {
            released.paint();
        }
        looks++;
        MaskedPicture masked = screen.look();
        Picture picture = masked.picture();
        if (!picture.area().equals(decoded.area())) {
            encoder.ifPresent(ScreenEncoder::close);
            decoder.ifPresent(ScreenDecoder::close);
            encoder = Optional.of(new ScreenEncoder(picture.width(), picture.height()));
            decoder = Optional.of(new ScreenDecoder(picture.width(), picture.height()));
            decoded = new Picture(picture.width(), picture.height());
        }
        encoder.orElseThrow()
                .encode(picture, masked.damage(), masked.moves())
                .ifPresent(part -> decoder.orElseThrow().apply(part, decoded));
        assertEquals(0, count(SECRET, picture), () -> "pixels of the hidden program in look " + looks);
        assertEquals(0, count(SECRET, decoded), () -> "decoded pixels of the hidden program in look " + looks);
        clock.pass(BETWEEN_LOOKS);
    }

    private static long count(int colour, Picture picture) {
        return Arrays.stream(picture.pixels()).filter(pixel -> pixel == colour).count();
    }

    private void lookUntil(String what, BooleanSupplier done) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        do {
            look();
            Area bounds = bare.bounds();
            if (!raw.area().equals(bounds)) {
                raw = new Picture(bounds.width(), bounds.height());
            }
            bare.grab(raw);
            if (System.nanoTime() > end) {
                throw new AssertionError("never happened: " + what);
            }
        } while (!done.getAsBoolean());
    }

    private void lookUntilHiddenPixels(String what, int least, int most) {
        lookUntil(what, () -> count(SECRET, raw) >= least && count(SECRET, raw) <= most);
    }

    /** Looks until nothing rests any more. */
    private void lookUntilAllIsSeen() {
        lookUntil(
                "all of the released program is seen",
                () -> count(PLAIN, raw) > 0 && count(PLAIN, decoded) == count(PLAIN, raw));
    }

    /** A large window of the released program and, upon it, a smaller one of the hidden program. */
    private long[] twoWindows() {
        display.withWindowManager();
        long beneath = released.open(new Area(0, 0, 400, 300));
        lookUntil("a window of the released program", () -> count(PLAIN, raw) > 10_000);
        long upon = hidden.open(new Area(0, 0, 200, 150));
        lookUntilHiddenPixels("a window of the hidden program", 200 * 150, 200 * 150);
        released.move(beneath, new Area(50, 50, 400, 300));
        hidden.move(upon, new Area(150, 120, 200, 150));
        lookUntil("one upon the other", () -> count(SECRET, raw) == 200 * 150 && count(PLAIN, raw) < 400 * 300);
        return new long[] {beneath, upon};
    }

    @Test
    @Tag("001-57")
    void nothingIsSeenOfAWindowThatIsMinimisedAndRestored() {
        release(false);
        long[] windows = twoWindows();
        for (int round = 0; round < 3; round++) {
            hidden.minimise(windows[1]);
            lookUntilHiddenPixels("minimised", 0, 0);
            if (round > 0) {
                lookUntilAllIsSeen();
            }
            hidden.restore(windows[1]);
            lookUntilHiddenPixels("restored", 200 * 150, 200 * 150);
        }
    }

    @Test
    @Tag("001-57")
    void norWhereAReleasedWindowUponItIs() {
        release(false);
        long[] windows = twoWindows();
        released.restore(windows[0]);
        lookUntilHiddenPixels("upon it", 0, 0);
        lookUntilAllIsSeen();
        for (int round = 0; round < 2; round++) {
            released.minimise(windows[0]);
            lookUntilHiddenPixels("it can be seen", 200 * 150, 200 * 150);
            released.restore(windows[0]);
            lookUntilHiddenPixels("upon it again", 0, 0);
        }
        lookUntilAllIsSeen();
    }

    @Test
    @Tag("001-57")
    void norOfOneThatFillsTheScreenForAWhile() {
        release(false);
        long[] windows = twoWindows();
        for (int round = 0; round < 2; round++) {
            hidden.toggleFullScreen(windows[1]);
            lookUntilHiddenPixels("fills the screen", 640 * 480, 640 * 480);
            hidden.toggleFullScreen(windows[1]);
            lookUntilHiddenPixels("is small again", 200 * 150, 200 * 150);
            lookUntilAllIsSeen();
        }
        released.toggleFullScreen(windows[0]);
        lookUntilHiddenPixels("the released one fills the screen", 0, 0);
        lookUntilAllIsSeen();
        released.toggleFullScreen(windows[0]);
        lookUntil("it is small again", () -> count(PLAIN, raw) <= 400 * 300);
        lookUntilAllIsSeen();
    }

    /** Tips often do not say whose they are, and come from a program without any other window. */
    @Test
    @Tag("001-57")
    void norOfATipUponAReleasedWindow() throws Exception {
        release(true);
        released.open(new Area(50, 50, 400, 300));
        lookUntilAllIsSeen();
        try (Performer stranger = new Performer(display.name(), SECRET, HIDDEN)) {
            for (int i = 0; i < 9; i++) {
                Performer whose = i % 3 == 2 ? stranger : hidden;
                if (i == 3) {
                    hidden.open(new Area(500, 400, 100, 50));
                    lookUntilHiddenPixels("another window of its program", 100 * 50, 100 * 50);
                }
                int others = i < 3 ? 0 : 100 * 50;
                long tip = whose.popUp(new Area(70 + 10 * i, 80 + 10 * i, 120, 20), i % 3 == 0);
                showTip(whose, others);
                whose.move(tip, new Area(100 + 10 * i, 120 + 10 * i, 120, 20));
                showTip(whose, others);
                whose.close(tip);
                lookUntilHiddenPixels("the tip has gone", others, others);
            }
        }
        lookUntilAllIsSeen();
    }

    private void showTip(Performer whose, int others) {
        lookUntil("the tip is seen", () -> {
            whose.paint();
            return count(SECRET, raw) == others + 120 * 20;
        });
    }

    @Test
    @Tag("001-57")
    void norWhileTheScreenGetsAnotherSize() throws Exception {
        release(false);
        twoWindows();
        resize(() -> display.resize(500, 400));
        lookUntil("smaller", () -> raw.width() == 500);
        lookUntilAllIsSeen();
        resize(() -> display.run("xrandr", "--output", "screen", "--mode", "640x480"));
        lookUntil("as it was", () -> raw.width() == 640);
        lookUntilAllIsSeen();
    }

    /** Without a window manager that moves them, windows stay where nobody sees them until the screen grows again. */
    @Test
    @Tag("001-57")
    void norWhenTheScreenGrowsToWhereItIs() throws Exception {
        release(true);
        released.open(new Area(50, 50, 560, 300));
        lookUntilAllIsSeen();
        resize(() -> display.resize(500, 400));
        lookUntil("smaller", () -> raw.width() == 500);
        hidden.open(new Area(530, 100, 100, 150));
        lookUntilAllIsSeen();
        resize(() -> display.run("xrandr", "--output", "screen", "--mode", "640x480"));
        lookUntilHiddenPixels("as it was", 100 * 150, 100 * 150);
        lookUntilAllIsSeen();
    }

    /** A monitor that gives way to its neighbour shows nothing of what comes to stand there, and nothing at all when it is gone. */
    @Test
    @Tag("001-57")
    void norWhenMonitorsAreRearranged() throws Exception {
        display.setMonitor("left", 320, 480, 0, 0, "screen");
        display.setMonitor("right", 320, 480, 320, 0, "none");
        lookUntil("two monitors", () -> bare.monitors().size() == 2);
        sharing.choose(new Share(new Share.Monitor(bare.monitors().getLast()), true, true));
        long neighbour = hidden.open(new Area(0, 0, 320, 480));
        released.open(new Area(400, 0, 240, 480));
        lookUntilHiddenPixels("the left monitor is full", 320 * 480, 320 * 480);
        lookUntilAllIsSeen();
        for (int round = 0; round < 2; round++) {
            resize(() -> {
                display.moveMonitor("right", 240, 480, 400, 0, "none");
                display.moveMonitor("left", 400, 480, 0, 0, "screen");
            });
            hidden.move(neighbour, new Area(0, 0, 400, 480));
            lookUntilHiddenPixels("the larger left monitor is full", 400 * 480, 400 * 480);
            lookUntilAllIsSeen();
            hidden.move(neighbour, new Area(0, 0, 320, 480));
            lookUntilHiddenPixels("the smaller one is full", 320 * 480, 320 * 480);
            resize(() -> {
                display.moveMonitor("left", 320, 480, 0, 0, "screen");
                display.moveMonitor("right", 320, 480, 320, 0, "none");
            });
            lookUntilAllIsSeen();
        }
        resize(() -> display.run("xrandr", "--delmonitor", "right"));
        hidden.move(neighbour, new Area(0, 0, 640, 480));
        hidden.raise(neighbour);
        lookUntilHiddenPixels("the only monitor is full", 640 * 480, 640 * 480);
        lookUntil("nothing is seen", () -> count(MaskedScreen.HIDDEN, decoded) == 640 * 480);
        hidden.move(neighbour, new Area(0, 0, 320, 480));
        lookUntilHiddenPixels("the left half is full", 320 * 480, 320 * 480);
        resize(() -> display.setMonitor("right", 320, 480, 320, 0, "none"));
        lookUntilAllIsSeen();
    }

    /** A window that another one went beneath seems to have been restacked itself when it moves the next time. */
    @Test
    @Tag("001-57")
    void norWhatAWindowCarriesAlongOnceAnotherOneWentBeneathIt() {
        release(true);
        long carrier = released.popUp(new Area(200, 200, 300, 200), true);
        long beneath = released.popUp(new Area(0, 0, 50, 50), true);
        released.lower(carrier);
        lookUntilAllIsSeen();
        long upon = hidden.popUp(new Area(300, 250, 100, 100), true);
        lookUntilHiddenPixels("upon the carrier", 100 * 100, 100 * 100);
        // From now on the released program is too busy to paint.
        looks = 1;
        hidden.move(upon, new Area(500, 0, 100, 100));
        hidden.settle();
        released.lower(beneath);
        released.settle();
        look();
        released.move(carrier, new Area(100, 100, 300, 200));
        released.settle();
        look();
        bare.grab(raw);
        assertEquals(2 * 100 * 100, count(SECRET, raw), "what was left in the carrier went along");
    }

    @Test
    @Tag("001-57")
    void norWhateverBothOfThemDo() {
        var random = new Random(SEED);
        release(random.nextBoolean());
        long[] windows = new long[8];
        for (int frame = 0; frame < FRAMES; frame++) {
            int tricks = random.nextInt(4) == 0 ? random.nextInt(4) : random.nextInt(2);
            for (int i = 0; i < tricks; i++) {
                int which = random.nextInt(windows.length);
                Performer whose = which < windows.length / 2 ? hidden : released;
                windows[which] = trick(whose, windows[which], random);
                whose.settle();
                if (random.nextInt(3) == 0) {
                    hidden.paint();
                }
                if (random.nextInt(10) == 0) {
                    released.paint();
                }
            }
            look();
        }
        for (int i = 0; i < windows.length / 2; i++) {
            if (windows[i] != 0) {
                hidden.close(windows[i]);
            }
        }
        released.popUp(new Area(10, 10, 100, 100), true);
        lookUntilAllIsSeen();
    }

    /** @return the window, 0 if there is none any more */
    private static long trick(Performer whose, long window, Random random) {
        var area = new Area(
                random.nextInt(600) - 60, random.nextInt(440) - 40, 20 + random.nextInt(300), 20 + random.nextInt(240));
        if (window == 0) {
            return random.nextInt(3) == 0 ? whose.popUp(area, true) : whose.open(area);
        }
        switch (random.nextInt(12)) {
            case 0, 1 -> {
                whose.close(window);
                return 0;
            }
            case 2, 3, 4, 5 -> whose.raise(window);
            case 6, 7 -> whose.hide(window);
            case 8 -> whose.lower(window);
            default -> whose.move(window, area);
        }
        return window;
    }

    private void resize(Runnable change) throws Exception {
        CompletableFuture<Void> changing = CompletableFuture.runAsync(change);
        lookUntil("it is being changed", changing::isDone);
        changing.get(1, TimeUnit.SECONDS);
    }
}

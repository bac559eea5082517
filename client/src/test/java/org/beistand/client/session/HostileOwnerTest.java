package org.beistand.client.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Picture;
import org.beistand.client.desktop.ScreenSource;
import org.beistand.client.time.HandClock;
import org.beistand.protocol.session.screen.FramePart;
import org.beistand.protocol.session.screen.PicturePaused;
import org.beistand.protocol.session.screen.PointerPlaced;
import org.beistand.protocol.session.screen.PointerShaped;
import org.beistand.protocol.session.screen.ScreenMessage;
import org.beistand.protocol.session.screen.ScreenStarted;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.Role;
import org.beistand.protocol.wire.Octets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An owner who says what is no picture, or too much of it: the viewer's machine keeps its memory and its windows. */
@Timeout(60)
class HostileOwnerTest {
    private static final int EPOCH = 7;
    private static final long ROOM = 64 << 20;

    private final ScheduledExecutorService loop = Executors.newSingleThreadScheduledExecutor();
    private final HandClock clock = new HandClock();
    private final Ground ground = new Ground(loop, clock, new SecureRandom(), Role.MODERATOR);
    private final Told told = new Told();
    private final ParticipantId owner = Views.id(2);
    private final ViewedScreen screen = new ViewedScreen(ground, told, owner);

    @AfterEach
    void stop() {
        screen.close();
        loop.shutdownNow();
    }

    /** Until everything that was said so far has been looked at. */
    private void settle() throws Exception {
        CountDownLatch looked = new CountDownLatch(1);
        Eyes last = new Eyes() {
            @Override
            public void paused(boolean paused) {
                looked.countDown();
            }
        };
        screen.showOn(Optional.of(last));
        screen.received(EPOCH + 1, new PicturePaused(EPOCH + 1));
        assertTrue(looked.await(30, TimeUnit.SECONDS));
        loop.submit(() -> {}).get(30, TimeUnit.SECONDS);
    }

    private void says(ScreenMessage message) {
        screen.received(EPOCH, message);
    }

    private static PointerShaped shape(int side) {
        return new PointerShaped(EPOCH, side, side, 0, 0, Octets.of(new byte[side * side * 4]));
    }

    @Test
    void pointerShapesDoNotPileUpBeforeEyesThatDoNotLook() throws Exception {
        Eyes busy = new Eyes();
        busy.looks = false;
        screen.showOn(Optional.of(busy));
        PointerShaped large = shape(123);
        long most = ROOM / large.argb().length();
        for (int i = 0; i < 3 * most; i++) {
            says(large);
        }
        loop.submit(() -> {}).get(30, TimeUnit.SECONDS);
        assertEquals(List.of(Reason.PROTOCOL_VIOLATION), told.notices());
        assertTrue(busy.shapes.get() <= 40, busy.shapes + " shapes wait in the windows");
    }

    @Test
    void manySmallWordsDoNotPileUpEither() throws Exception {
        Eyes busy = new Eyes();
        busy.looks = false;
        screen.showOn(Optional.of(busy));
        PointerPlaced placed = new PointerPlaced(EPOCH, 1, 1, true);
        for (int i = 0; i < 1_000_000; i++) {
            says(placed);
        }
        loop.submit(() -> {}).get(30, TimeUnit.SECONDS);
        assertEquals(List.of(Reason.PROTOCOL_VIOLATION), told.notices());
    }

    @Test
    void aScreenThatBeginsAllTheTimeIsNone() throws Exception {
        Eyes eyes = new Eyes();
        screen.showOn(Optional.of(eyes));
        for (int i = 0; i < 5_000; i++) {
            says(new ScreenStarted(EPOCH, 2_000, 1_000 + i % 7));
        }
        settle();
        assertEquals(List.of(Reason.PROTOCOL_VIOLATION), told.notices());
        assertTrue(eyes.beginnings.get() <= 32, eyes.beginnings + " pictures were made room for");
    }

    @Test
    void aScreenMayBeginAnewNowAndThen() throws Exception {
        Eyes eyes = new Eyes();
        screen.showOn(Optional.of(eyes));
        for (int i = 0; i < 100; i++) {
            says(new ScreenStarted(EPOCH, 640, 400 + i % 7));
            if (i % 20 == 19) {
                settle();
                screen.showOn(Optional.of(eyes));
                clock.pass(Duration.ofSeconds(11));
            }
        }
        settle();
        assertEquals(List.of(), told.notices());
    }

    @Test
    void aSizeBeyondAllScreensTakesNoMemory() throws Exception {
        Eyes eyes = new Eyes();
        screen.showOn(Optional.of(eyes));
        for (int[] size : new int[][] {{0xFFFF, 0xFFFF}, {16_384, 16_384}, {8_192, 8_192}, {0, 5}}) {
            says(new ScreenStarted(EPOCH, size[0], size[1]));
        }
        settle();
        assertEquals(0, eyes.beginnings.get());
        assertEquals(List.of(Reason.PROTOCOL_VIOLATION), told.notices());
    }

    @Test
    void whoeverLiedIsNotHeardAgainUnderThatRight() throws Exception {
        Eyes eyes = new Eyes();
        screen.showOn(Optional.of(eyes));
        says(new ScreenStarted(EPOCH, 64, 64));
        says(new FramePart(EPOCH, 1, true, Octets.of(new byte[] {1, 2, 3})));
        settle();
        assertEquals(1, eyes.ends.get());
        screen.showOn(Optional.of(eyes));
        for (int i = 0; i < 1_000; i++) {
            says(new FramePart(EPOCH, 1, true, Octets.of(new byte[] {1, 2, 3})));
            says(new ScreenStarted(EPOCH, 64, 64));
            says(shape(5));
        }
        settle();
        assertEquals(1, eyes.beginnings.get());
        assertEquals(0, eyes.shapes.get());
        assertEquals(List.of(Reason.PROTOCOL_VIOLATION), told.notices());
        screen.showOn(Optional.of(eyes));
        screen.received(EPOCH + 2, new ScreenStarted(EPOCH + 2, 64, 64));
        settle();
        assertEquals(2, eyes.beginnings.get());
    }

    @Test
    void aShapeOfAnotherSizeThanItSaysIsALie() throws Exception {
        Eyes eyes = new Eyes();
        screen.showOn(Optional.of(eyes));
        says(new PointerShaped(EPOCH, 255, 255, 0, 0, Octets.of(new byte[60_000])));
        settle();
        assertEquals(0, eyes.shapes.get());
        assertEquals(List.of(Reason.PROTOCOL_VIOLATION), told.notices());
    }

    @Test
    void partsOfAPictureThatNeverEndsAreThrownAway() throws Exception {
        Eyes eyes = new Eyes();
        screen.showOn(Optional.of(eyes));
        says(new ScreenStarted(EPOCH, 64, 64));
        Octets part = Octets.of(new byte[60_000]);
        for (int i = 0; i < 2_000; i++) {
            says(new FramePart(EPOCH, 1, false, part));
        }
        settle();
        assertEquals(List.of(Reason.PROTOCOL_VIOLATION), told.notices());
    }

    /** A window, which looks at once or, while it hangs, never. */
    private static class Eyes implements Viewer {
        final AtomicInteger beginnings = new AtomicInteger();
        final AtomicInteger shapes = new AtomicInteger();
        final AtomicInteger ends = new AtomicInteger();
        volatile boolean looks = true;

        @Override
        public void begin(int width, int height) {
            beginnings.incrementAndGet();
        }

        @Override
        public void show(Picture picture, List<Area> changed, Runnable shown) {
            if (looks) {
                shown.run();
            }
        }

        @Override
        public void pointer(int x, int y, boolean visible) {}

        @Override
        public void pointerShape(ScreenSource.Shape shape) {
            shapes.incrementAndGet();
        }

        @Override
        public void paused(boolean paused) {}

        @Override
        public void end() {
            ends.incrementAndGet();
        }
    }
}

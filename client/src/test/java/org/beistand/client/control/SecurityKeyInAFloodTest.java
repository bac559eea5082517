package org.beistand.client.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.beistand.client.consent.Gate;
import org.beistand.client.desktop.InputSink;
import org.beistand.client.desktop.SecurityKey;
import org.beistand.client.platform.x11.VirtualDisplay;
import org.beistand.client.platform.x11.X11Desktop;
import org.beistand.client.release.InputRelease;
import org.beistand.client.release.KnownWindows;
import org.beistand.client.release.MaskedScreen;
import org.beistand.client.release.OwnPlaces;
import org.beistand.client.release.OwnWindows;
import org.beistand.client.release.Pause;
import org.beistand.client.release.ReleasedInput;
import org.beistand.client.release.Sharing;
import org.beistand.client.session.Views;
import org.beistand.client.sight.Outlook;
import org.beistand.client.sight.StaleGuard;
import org.beistand.protocol.session.control.PointerMoved;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** F11 on a real keyboard while a hostile moderator's inputs stand in a long queue before a real desktop. */
@Timeout(90)
class SecurityKeyInAFloodTest {
    private static final int FLOOD = 10_000;
    /** Where the pointer is put when the key has done its work; no input of the flood goes there. */
    private static final int MARK = 150;

    private static final Pattern MOTION = Pattern.compile("time (\\d+).*root:\\((\\d+),(\\d+)\\)");
    private final Clock clock = Clock.systemUTC();
    private final Gate gate = new Gate(clock);
    private final ParticipantId hostile = Views.id(3);
    private final AtomicInteger acted = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final BlockingQueue<String> observed = new LinkedBlockingQueue<>();

    @Test
    @Tag("001-66")
    void nothingOfTheQueueActsAfterTheKey() throws Exception {
        try (VirtualDisplay display = VirtualDisplay.start(640, 480).withWindowManager()) {
            observe(display);
            X11Desktop desktop = new X11Desktop(display.name());
            try (InputSink sink = desktop.openInput();
                    InputSink marker = desktop.openInput();
                    SecurityKey key = desktop.openSecurityKey();
                    StaleGuard guard = new StaleGuard(
                            desktop.openGlance(), new Outlook(clock, MaskedScreen.HIDDEN), clock, (who, x, y) -> {});
                    OperatedMachine machine = new OperatedMachine(
                            gate,
                            new InputRelease(
                                    gate,
                                    new Pause(),
                                    new OwnWindows(OwnPlaces.NONE, Optional.empty(), 1),
                                    new ReleasedInput(
                                            new Sharing(), new KnownWindows(OwnPlaces.NONE, Optional.empty(), 1)),
                                    guard,
                                    slow(sink)),
                            (who, why) -> refused.incrementAndGet())) {
                int epoch = gate.allow(hostile, Permission.REMOTE_CONTROL, Duration.ofHours(1))
                        .epoch();
                CountDownLatch over = new CountDownLatch(1);
                AtomicInteger actedBefore = new AtomicInteger();
                assertEquals(Optional.empty(), key.listen(() -> {
                    gate.withdrawAll(Permission.REMOTE_CONTROL);
                    machine.letGo();
                    actedBefore.set(acted.get());
                    marker.movePointer(MARK, MARK);
                    over.countDown();
                }));
                int sent = 0;
                for (; sent < FLOOD; sent++) {
                    machine.take(hostile, move(epoch, sent));
                }
                display.run("xdotool", "key", "F11");
                while (over.getCount() > 0) {
                    machine.take(hostile, move(epoch, sent++));
                }
                for (int i = 0; i < FLOOD; i++) {
                    machine.take(hostile, move(epoch, sent++));
                }
                int all = sent;
                VirtualDisplay.eventually("all looked at", () -> acted.get() + refused.get() == all);
                assertTrue(actedBefore.get() > 0, "the flood was never let in");
                assertTrue(refused.get() > FLOOD, "the flood was let in to the end");
                assertEquals(actedBefore.get(), acted.get());
                marker.movePointer(MARK + 1, MARK);
                sawNothingBetweenTheMarks();
            }
        }
    }

    private static PointerMoved move(int epoch, int count) {
        return new PointerMoved(epoch, 200 + count % 300, 200 + count / 300 % 100);
    }

    /** A desktop that needs its time for each input, so that a queue stands before it. */
    private InputSink slow(InputSink sink) {
        return new InputSink() {
            @Override
            public void movePointer(int x, int y) {
                sink.movePointer(x, y);
                acted.incrementAndGet();
                long end = System.nanoTime() + 300_000;
                while (System.nanoTime() < end) {
                    Thread.onSpinWait();
                }
            }

            @Override
            public void button(int button, boolean down) {
                sink.button(button, down);
            }

            @Override
            public void wheel(int horizontal, int vertical) {
                sink.wheel(horizontal, vertical);
            }

            @Override
            public void key(int position, int character, boolean command, boolean down) {
                sink.key(position, character, command, down);
            }

            @Override
            public void releaseAll() {
                sink.releaseAll();
            }

            @Override
            public void close() {
                sink.close();
            }
        };
    }

    /** Another program that is told of every motion, and writes it down with the server's time. */
    private void observe(VirtualDisplay display) {
        Process xev = display.listen("xev", "-event", "mouse", "-geometry", "560x400+20+20");
        display.awaitWindow("Event Tester");
        Thread.ofVirtual().start(() -> {
            try (var lines = new BufferedReader(new InputStreamReader(xev.getInputStream(), StandardCharsets.UTF_8))) {
                lines.lines().forEach(observed::add);
            } catch (IOException | UncheckedIOException gone) {
                observed.add("");
            }
        });
    }

    private void sawNothingBetweenTheMarks() throws InterruptedException {
        boolean marked = false;
        int before = 0;
        while (true) {
            String line = observed.poll(20, TimeUnit.SECONDS);
            assertTrue(line != null, marked ? "the second mark was not seen" : "the first mark was not seen");
            Matcher motion = MOTION.matcher(line);
            if (motion.find()) {
                int x = Integer.parseInt(motion.group(2));
                int y = Integer.parseInt(motion.group(3));
                if (marked && x == MARK + 1 && y == MARK) {
                    assertTrue(before > 1, "the flood was never seen");
                    return;
                }
                assertTrue(!marked, "at " + motion.group(1) + " the pointer was moved to " + x + "," + y);
                marked = x == MARK && y == MARK;
                before++;
            }
        }
    }
}

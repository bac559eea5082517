package org.beistand.client.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.beistand.client.consent.Gate;
import org.beistand.client.consent.Grant;
import org.beistand.client.desktop.Desktop;
import org.beistand.client.desktop.DesktopException;
import org.beistand.client.desktop.FakeDesktop;
import org.beistand.client.desktop.InputSink;
import org.beistand.client.desktop.ScreenSource;
import org.beistand.client.desktop.SecurityKey;
import org.beistand.client.desktop.TextClipboard;
import org.beistand.client.desktop.Windows;
import org.beistand.client.release.OwnPlaces;
import org.beistand.client.release.Pause;
import org.beistand.client.release.Sharing;
import org.beistand.client.time.HandClock;
import org.beistand.protocol.report.ActionsRefused;
import org.beistand.protocol.session.clipboard.ClipboardPut;
import org.beistand.protocol.session.clipboard.ClipboardTaken;
import org.beistand.protocol.session.clipboard.ClipboardWanted;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Somebody who has a right uses it as fast as he can: the owner's machine keeps its memory, and its report. */
@Timeout(60)
class HostileViewerTest {
    private static final int FLOOD = 10_000;

    private final ParticipantId hostile = Views.id(3);
    private final ScheduledExecutorService loop = Executors.newSingleThreadScheduledExecutor();
    private final HandClock clock = new HandClock();
    private final Ground ground = new Ground(loop, clock, new SecureRandom(), Role.ATTENDEE);
    private final Told told = new Told();
    private final Gate gate = new Gate(clock);
    private final Refusals refusals = new Refusals(told, clock);
    private final SlowClipboard clipboard = new SlowClipboard();
    private final OwnedMachine machine = new OwnedMachine(
            ground,
            told,
            gate,
            new Pause(),
            new Sharing(),
            clipboard,
            OwnPlaces.NONE,
            refusals,
            () -> {},
            viewer -> {});

    @AfterEach
    void stop() {
        clipboard.hangs.countDown();
        machine.close();
        loop.shutdownNow();
    }

    private void settle() throws Exception {
        loop.submit(() -> {}).get(30, TimeUnit.SECONDS);
    }

    private int refused() {
        refusals.close();
        return told.statements().stream()
                .map(ActionsRefused.class::cast)
                .filter(one -> one.reason() == Reason.TOO_MUCH_AT_ONCE)
                .mapToInt(ActionsRefused::count)
                .sum();
    }

    @Test
    void textsDoNotPileUpBeforeAClipboardThatHangs() throws Exception {
        readHangs();
        Grant grant = gate.allow(hostile, Permission.PUT_CLIPBOARD, Duration.ofHours(1));
        for (int i = 0; i < FLOOD; i++) {
            machine.put(hostile, new ClipboardPut(grant.epoch(), "text " + i));
        }
        int refused = refused();
        assertTrue(refused >= FLOOD - 10, FLOOD - refused + " texts wait");
        assertTrue(told.statements().size() <= 2, told.statements().size() + " entries in the report");

        clipboard.hangs.countDown();
        while (clipboard.written.get() < FLOOD - refused) {
            Thread.onSpinWait();
        }
        settle();
        assertEquals(FLOOD - refused, clipboard.written.get());
    }

    /** Somebody asked for the text of a program that does not hand it over. */
    private void readHangs() throws InterruptedException {
        Grant take = gate.allow(hostile, Permission.TAKE_CLIPBOARD, Duration.ofHours(1));
        machine.wanted(hostile, new ClipboardWanted(take.epoch()));
        assertTrue(clipboard.reached.await(30, TimeUnit.SECONDS));
    }

    @Test
    void norDoQuestionsForItsText() throws Exception {
        Grant grant = gate.allow(hostile, Permission.TAKE_CLIPBOARD, Duration.ofHours(1));
        for (int i = 0; i < FLOOD; i++) {
            machine.wanted(hostile, new ClipboardWanted(grant.epoch()));
        }
        int refused = refused();
        assertTrue(refused >= FLOOD - 10, FLOOD - refused + " questions wait");
        clipboard.hangs.countDown();
        while (answers() < FLOOD - refused) {
            settle();
        }
        assertEquals(FLOOD - refused, answers());
    }

    private long answers() {
        return told.words().stream().filter(ClipboardTaken.class::isInstance).count();
    }

    @Test
    void nothingThatWaitsIsDoneOnceTheRightIsGone() throws Exception {
        Grant grant = gate.allow(hostile, Permission.PUT_CLIPBOARD, Duration.ofHours(1));
        readHangs();
        for (int i = 0; i < 5; i++) {
            machine.put(hostile, new ClipboardPut(grant.epoch(), "text " + i));
        }
        gate.withdrawAll(Permission.PUT_CLIPBOARD);
        Grant again = gate.allow(Views.id(4), Permission.PUT_CLIPBOARD, Duration.ofHours(1));
        machine.put(Views.id(4), new ClipboardPut(again.epoch(), "last"));
        clipboard.hangs.countDown();
        assertTrue(clipboard.last.await(30, TimeUnit.SECONDS));
        assertEquals(1, clipboard.written.get());
    }

    /** A machine whose clipboard belongs to a program that does not answer. */
    private static final class SlowClipboard implements Desktop, TextClipboard {
        private final FakeDesktop rest = new FakeDesktop();
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch hangs = new CountDownLatch(1);
        private final AtomicInteger written = new AtomicInteger();
        private final CountDownLatch last = new CountDownLatch(1);

        private void hang() {
            reached.countDown();
            try {
                hangs.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public Optional<String> read() {
            hang();
            return Optional.of("text");
        }

        @Override
        public void write(String text) {
            written.incrementAndGet();
            if (text.equals("last")) {
                last.countDown();
            }
        }

        @Override
        public ScreenSource openScreen() {
            return rest.openScreen();
        }

        @Override
        public InputSink openInput() {
            return rest.openInput();
        }

        @Override
        public SecurityKey openSecurityKey() {
            return rest.openSecurityKey();
        }

        @Override
        public Windows openWindows() throws DesktopException {
            return rest.openWindows();
        }

        @Override
        public TextClipboard clipboard() {
            return this;
        }
    }
}

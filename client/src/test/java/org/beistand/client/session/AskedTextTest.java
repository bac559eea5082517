package org.beistand.client.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.beistand.client.desktop.TextClipboard;
import org.beistand.client.time.HandClock;
import org.beistand.protocol.session.clipboard.ClipboardTaken;
import org.beistand.protocol.session.consent.RightGranted;
import org.beistand.protocol.session.consent.RightRequested;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A right to take her text is none of hers to put it into his clipboard whenever she likes. */
@Timeout(60)
class AskedTextTest {
    private static final int EPOCH = 7;

    private final ParticipantId owner = Views.id(2);
    private final ScheduledExecutorService loop = Executors.newSingleThreadScheduledExecutor();
    private final HandClock clock = new HandClock();
    private final Ground ground = new Ground(loop, clock, new SecureRandom(), Role.MODERATOR);
    private final Told told = new Told();
    private final BlockingQueue<String> written = new LinkedBlockingQueue<>();
    private final Asker asker = new Asker(ground, told, noTransfers(), new TextClipboard() {
        @Override
        public Optional<String> read() {
            return Optional.empty();
        }

        @Override
        public void write(String text) {
            written.add(text);
        }
    });

    private Transfers noTransfers() {
        return new Transfers(
                ground,
                told,
                new org.beistand.client.consent.Gate(clock),
                new Refusals(told, clock),
                null,
                java.nio.file.Path.of("nowhere"),
                null);
    }

    @BeforeEach
    void mayTakeTheText() {
        asker.request(owner, Permission.TAKE_CLIPBOARD, List.of());
        int ask = ((RightRequested) told.words().getLast()).ask();
        asker.granted(
                owner,
                new RightGranted(
                        ask, Permission.TAKE_CLIPBOARD, EPOCH, clock.instant().plus(Duration.ofHours(1))));
    }

    @AfterEach
    void stop() {
        loop.shutdownNow();
    }

    private void says(String text) {
        asker.taken(owner, new ClipboardTaken(EPOCH, text));
    }

    /** Texts are written in order, so the one that was asked for last comes after all that were written before. */
    private List<String> all() throws InterruptedException {
        asker.takeClipboard(owner);
        says("last");
        List<String> texts = new java.util.ArrayList<>();
        String text;
        do {
            text = written.poll(20, TimeUnit.SECONDS);
            texts.add(text);
        } while (!"last".equals(text));
        return texts;
    }

    @Test
    void oneAnswerComesForOneQuestion() throws Exception {
        says("before");
        asker.takeClipboard(owner);
        says("answer");
        for (int i = 0; i < 1000; i++) {
            says("more");
        }
        assertEquals(List.of("answer", "last"), all());
    }

    @Test
    void whatComesLongAfterTheQuestionIsNoAnswer() throws Exception {
        asker.takeClipboard(owner);
        clock.pass(Duration.ofSeconds(31));
        says("late");
        assertEquals(List.of("last"), all());
    }
}

package org.beistand.client.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.beistand.protocol.wire.MalformedMessage;
import org.junit.jupiter.api.Test;

/** Pictures follow each other as fast as the way allows, and never queue. */
class PictureFlowTest {
    private static final int SMALL = 100;

    private Instant now = Instant.EPOCH;
    private final PictureFlow flow = new PictureFlow(() -> now);
    private int frame;

    @Test
    void waitsForTheFirstPictureToBeShown() {
        assertTrue(flow.mayEncode());
        flow.sent(1, SMALL);
        assertFalse(flow.mayEncode());
        pass(500);
        assertFalse(flow.mayEncode());
        flow.shown(1);
        assertTrue(flow.mayEncode());
    }

    @Test
    void keepsOnePictureUnderWayOnAShortWay() {
        for (int i = 0; i < 50; i++) {
            trip(12);
            assertEquals(1, flow.allowed());
        }
    }

    @Test
    void fillsALongWay() {
        for (int i = 0; i < 5; i++) {
            trip(120);
        }
        assertEquals(PictureFlow.MOST, flow.allowed());
        flow.sent(++frame, SMALL);
        flow.sent(++frame, SMALL);
        assertTrue(flow.mayEncode());
        flow.sent(++frame, SMALL);
        assertFalse(flow.mayEncode());
        flow.shown(frame);
        assertTrue(flow.mayEncode());
    }

    @Test
    void drawsBackWhenPicturesQueueSomewhere() {
        for (int i = 0; i < 5; i++) {
            trip(100);
        }
        assertEquals(3, flow.allowed());
        trip(400);
        trip(400);
        assertEquals(1, flow.allowed());
        trip(400);
        assertEquals(1, flow.allowed());
        trip(110);
        assertEquals(2, flow.allowed());
    }

    @Test
    void learnsInTimeThatTheWayHasBecomeLonger() {
        trip(100);
        for (int i = 0; i < 100; i++) {
            trip(300);
        }
        assertEquals(3, flow.allowed());
    }

    @Test
    void countsAPictureAsShownWithALaterOne() {
        for (int i = 0; i < 5; i++) {
            trip(100);
        }
        int first = ++frame;
        flow.sent(first, SMALL);
        flow.sent(++frame, SMALL);
        pass(100);
        flow.shown(frame);
        flow.shown(first);
        flow.sent(++frame, SMALL);
        flow.sent(++frame, SMALL);
        assertTrue(flow.mayEncode());
    }

    @Test
    void neverPutsMoreOnASlowLineThanAClickCanWaitFor() {
        for (int i = 0; i < 30; i++) {
            int bytes = i % 5 == 0 ? SMALL : flow.room();
            // A line of 1 Mbit/s.
            transfer(bytes, 100 + bytes / 125);
            if (i > 10) {
                assertTrue(flow.room() <= 30_000, "room for " + flow.room());
                assertTrue(flow.room() >= 8_000, "room for " + flow.room());
            }
        }
        flow.sent(++frame, 200_000);
        assertFalse(flow.mayEncode());
    }

    @Test
    void findsOutThatALineIsFast() {
        for (int i = 0; i < 20; i++) {
            int bytes = flow.room();
            transfer(bytes, 12 + bytes / 50_000);
        }
        assertTrue(flow.room() > 1_000_000, "room for " + flow.room());
        assertTrue(flow.bytesPerSecond() > 10_000_000, flow.bytesPerSecond() + " bytes a second");
    }

    @Test
    void doesNotTakeALineForSlowOnWhichLittleIsSaid() {
        for (int i = 0; i < 20; i++) {
            int bytes = flow.room();
            transfer(bytes, 12 + bytes / 50_000);
        }
        long before = flow.bytesPerSecond();
        for (int i = 0; i < 200; i++) {
            transfer(SMALL, 12 + i % 20);
        }
        assertEquals(before, flow.bytesPerSecond());
    }

    @Test
    void followsALineThatBecomesSlow() {
        for (int i = 0; i < 20; i++) {
            int bytes = flow.room();
            transfer(bytes, 12 + bytes / 50_000);
        }
        for (int i = 0; i < 40; i++) {
            int bytes = i % 5 == 0 ? SMALL : flow.room();
            transfer(bytes, 100 + bytes / 125);
        }
        assertTrue(flow.room() <= 30_000, "room for " + flow.room());
    }

    @Test
    void believesNobodyWhoHasSeenThePictureBeforeItWasSent() {
        assertThrows(MalformedMessage.class, () -> flow.shown(1));
        flow.sent(1, SMALL);
        assertThrows(MalformedMessage.class, () -> flow.shown(2));
    }

    @Test
    void doesNotLetPicturesPassWithoutAsking() {
        flow.sent(1, SMALL);
        assertThrows(IllegalStateException.class, () -> flow.sent(2, SMALL));
        flow.shown(1);
        assertThrows(IllegalStateException.class, () -> flow.sent(1, SMALL));
    }

    private void trip(int millis) {
        transfer(SMALL, millis);
    }

    private void transfer(int bytes, int millis) {
        flow.sent(++frame, bytes);
        pass(millis);
        flow.shown(frame);
    }

    private void pass(int millis) {
        now = now.plus(Duration.ofMillis(millis));
    }
}

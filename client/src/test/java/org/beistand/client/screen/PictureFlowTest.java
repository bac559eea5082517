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
    private Instant now = Instant.EPOCH;
    private final PictureFlow flow = new PictureFlow(() -> now);
    private int frame;

    @Test
    void waitsForTheFirstPictureToBeShown() {
        assertTrue(flow.mayEncode());
        flow.sent(1);
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
        flow.sent(++frame);
        flow.sent(++frame);
        assertTrue(flow.mayEncode());
        flow.sent(++frame);
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
        flow.sent(first);
        flow.sent(++frame);
        pass(100);
        flow.shown(frame);
        flow.shown(first);
        flow.sent(++frame);
        flow.sent(++frame);
        assertTrue(flow.mayEncode());
    }

    @Test
    void believesNobodyWhoHasSeenThePictureBeforeItWasSent() {
        assertThrows(MalformedMessage.class, () -> flow.shown(1));
        flow.sent(1);
        assertThrows(MalformedMessage.class, () -> flow.shown(2));
    }

    @Test
    void doesNotLetPicturesPassWithoutAsking() {
        flow.sent(1);
        assertThrows(IllegalStateException.class, () -> flow.sent(2));
        flow.shown(1);
        assertThrows(IllegalStateException.class, () -> flow.sent(1));
    }

    private void trip(int millis) {
        flow.sent(++frame);
        pass(millis);
        flow.shown(frame);
    }

    private void pass(int millis) {
        now = now.plus(Duration.ofMillis(millis));
    }
}

package org.beistand.transport.listen;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class DoorTest {
    private static final InetAddress HERE = InetAddress.ofLiteral("192.0.2.1");
    private static final InetAddress THERE = InetAddress.ofLiteral("192.0.2.2");
    private static final InetAddress ELSEWHERE = InetAddress.ofLiteral("2001:db8::1");

    @Test
    void letsNoMoreKnockThanThereIsTimeFor() {
        Door door = new Door(new ListenLimits(10, 10, 3, 2));
        assertTrue(door.knocks(HERE));
        assertTrue(door.knocks(HERE));
        assertFalse(door.knocks(HERE));
        assertTrue(door.knocks(THERE));
        assertFalse(door.knocks(ELSEWHERE));
        door.givesUp(HERE);
        assertTrue(door.knocks(ELSEWHERE));
    }

    @Test
    void hasSoManyPlacesForAllAndForEachAddress() {
        Door door = new Door(new ListenLimits(3, 2, 10, 10));
        assertTrue(enters(door, HERE));
        assertTrue(enters(door, HERE));
        assertFalse(enters(door, HERE));
        assertTrue(enters(door, THERE));
        assertFalse(enters(door, ELSEWHERE));
        door.leaves(HERE);
        assertTrue(enters(door, ELSEWHERE));
    }

    @Test
    void countsWhoWasTurnedAwayAsGone() {
        Door door = new Door(new ListenLimits(1, 1, 1, 1));
        assertTrue(enters(door, HERE));
        for (int i = 0; i < 5; i++) {
            assertFalse(enters(door, HERE));
        }
        door.leaves(HERE);
        assertTrue(enters(door, HERE));
    }

    private static boolean enters(Door door, InetAddress from) {
        assertTrue(door.knocks(from));
        return door.enters(from);
    }
}

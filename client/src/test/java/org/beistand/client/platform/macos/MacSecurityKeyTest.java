package org.beistand.client.platform.macos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.beistand.protocol.value.Reason;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("001-66")
@Tag("001-67")
class MacSecurityKeyTest {
    private static final int A = 0;

    private final CountDownLatch end = new CountDownLatch(1);
    private final Semaphore presses = new Semaphore(0);
    private volatile KeyTap.Ear ear;
    private volatile boolean refused;
    private volatile boolean missing;

    private final MacSecurityKey key = new MacSecurityKey(new KeyTap() {
        @Override
        public boolean open(Ear listener) {
            if (missing) {
                throw new UnsatisfiedLinkError("no such function");
            }
            ear = listener;
            return !refused;
        }

        @Override
        public void listen() {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void end() {
            end.countDown();
        }
    });

    private boolean isPressed() throws InterruptedException {
        return presses.tryAcquire(10, TimeUnit.SECONDS);
    }

    @Test
    void everyPressIsHeardAndKeptFromPrograms() throws InterruptedException {
        assertEquals(Optional.empty(), key.listen(presses::release));
        assertTrue(ear.pressed(KeyCodes.F11, false));
        assertTrue(isPressed());
        assertTrue(ear.pressed(KeyCodes.F11, true), "a repetition is no press, and no program's either");
        assertFalse(ear.pressed(A, false));
        assertTrue(ear.pressed(KeyCodes.F11, false));
        assertTrue(isPressed());
        assertEquals(0, presses.availablePermits());
        key.close();
    }

    @Test
    void theMachineDoesNotWaitForWhatAPressIsToDo() throws InterruptedException {
        CountDownLatch slow = new CountDownLatch(1);
        key.listen(() -> {
            presses.release();
            try {
                slow.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        ear.pressed(KeyCodes.F11, false);
        assertTrue(isPressed());
        assertTrue(ear.pressed(KeyCodes.F11, false), "returns though the first is still being done");
        slow.countDown();
        assertTrue(isPressed());
        key.close();
    }

    @Test
    void whatMayNotHaveBeenHeardCountsAsAPress() throws InterruptedException {
        key.listen(presses::release);
        ear.wasDeaf();
        assertTrue(isPressed());
        end.countDown(); // the system takes the tap away
        assertTrue(isPressed());
        key.close();
    }

    @Test
    void withoutThePersonsPermissionThereIsNone() {
        refused = true;
        assertEquals(Optional.of(Reason.INPUT_NOT_PERMITTED), key.listen(presses::release));
        key.close();
    }

    @Test
    void thereIsNoneWhereTheFunctionIsMissing() {
        missing = true;
        assertEquals(Optional.of(Reason.SECURITY_KEY_TAKEN), key.listen(presses::release));
    }

    @Test
    void whatFailsOnceIsCalledAgainTheNextTime() throws InterruptedException {
        key.listen(() -> {
            presses.release();
            throw new IllegalStateException("every time");
        });
        ear.pressed(KeyCodes.F11, false);
        ear.pressed(KeyCodes.F11, false);
        assertTrue(isPressed());
        assertTrue(isPressed());
        key.close();
    }

    @Test
    void nobodyListensTwiceOrAfterTheEnd() {
        assertEquals(Optional.empty(), key.listen(presses::release));
        assertEquals(Optional.of(Reason.SECURITY_KEY_TAKEN), key.listen(presses::release));
        key.close();
        assertEquals(Optional.of(Reason.SECURITY_KEY_TAKEN), key.listen(presses::release));
    }
}

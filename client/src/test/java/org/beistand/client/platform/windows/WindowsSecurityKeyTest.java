package org.beistand.client.platform.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.beistand.protocol.value.Reason;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("001-66")
@Tag("001-67")
class WindowsSecurityKeyTest {
    private final BlockingQueue<HotKeys.Heard> told = new LinkedBlockingQueue<>();
    private final Set<Integer> taken = ConcurrentHashMap.newKeySet();
    private final Set<Integer> claimed = ConcurrentHashMap.newKeySet();
    private final Semaphore presses = new Semaphore(0);
    private final Semaphore ends = new Semaphore(0);
    private volatile boolean missing;

    private final WindowsSecurityKey key = new WindowsSecurityKey(new HotKeys() {
        @Override
        public int thread() {
            return 77;
        }

        @Override
        public boolean claim(int modifiers) {
            if (missing) {
                throw new UnsatisfiedLinkError("no such function");
            }
            return !taken.contains(modifiers) && claimed.add(modifiers);
        }

        @Override
        public Heard await() {
            try {
                Heard heard = told.take();
                if (heard == Heard.END) {
                    ends.release();
                }
                return heard;
            } catch (InterruptedException e) {
                return Heard.END;
            }
        }

        @Override
        public void end(int thread) {
            assertEquals(77, thread);
            told.add(Heard.END);
        }
    });

    private boolean isPressed() throws InterruptedException {
        return presses.tryAcquire(10, TimeUnit.SECONDS);
    }

    @Test
    void everyPressIsHeardWhateverIsHeldWithIt() throws InterruptedException {
        assertEquals(Optional.empty(), key.listen(presses::release));
        assertEquals(16, claimed.size());
        told.addAll(List.of(HotKeys.Heard.PRESSED, HotKeys.Heard.SOMETHING_ELSE, HotKeys.Heard.PRESSED));
        assertTrue(isPressed());
        assertTrue(isPressed());
        key.close();
        assertTrue(ends.tryAcquire(10, TimeUnit.SECONDS));
        assertEquals(0, presses.availablePermits());
    }

    @Test
    void thereIsNoneIfAnotherProgramHasIt() {
        taken.add(0);
        assertEquals(Optional.of(Reason.SECURITY_KEY_TAKEN), key.listen(presses::release));
        key.close();
    }

    @Test
    void aShortcutOfAnotherProgramWithTheSameKeyIsLeftToIt() throws InterruptedException {
        taken.add(3);
        assertEquals(Optional.empty(), key.listen(presses::release));
        told.add(HotKeys.Heard.PRESSED);
        assertTrue(isPressed());
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
            throw new IllegalStateException("the first time and every time");
        });
        told.addAll(List.of(HotKeys.Heard.PRESSED, HotKeys.Heard.PRESSED));
        assertTrue(isPressed());
        assertTrue(isPressed());
        key.close();
    }

    @Test
    void ifItCanNoLongerBeHeardThatCountsAsAPress() throws InterruptedException {
        key.listen(presses::release);
        told.add(HotKeys.Heard.END);
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

package org.beistand.client.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.beistand.client.time.HandClock;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GateTest {
    private static final ParticipantId ENGINEER = new ParticipantId(1);
    private static final ParticipantId STRANGER = new ParticipantId(2);
    private static final Duration HOUR = Duration.ofHours(1);

    private final HandClock clock = new HandClock();
    private final Gate gate = new Gate(clock);

    @ParameterizedTest
    @EnumSource(Permission.class)
    @Tag("001-56")
    @Tag("001-134")
    void nothingIsPermittedBeforeTheOwnerSaidYes(Permission permission) {
        for (int epoch : new int[] {0, 1, -1, Integer.MAX_VALUE}) {
            assertEquals(Reason.NOT_PERMITTED, refusal(ENGINEER, permission, epoch));
        }
    }

    @ParameterizedTest
    @EnumSource(Permission.class)
    void oneRightIsNotAnother(Permission permission) {
        Grant grant = gate.allow(ENGINEER, permission, HOUR);
        for (Permission other : Permission.values()) {
            if (other != permission) {
                assertInstanceOf(
                        Verdict.Refused.class, gate.permit(ENGINEER, other, grant.epoch(), "anything"), other.name());
            }
        }
        assertInstanceOf(Verdict.Refused.class, gate.permit(STRANGER, permission, grant.epoch(), "anything"));
        assertInstanceOf(Verdict.Allowed.class, gate.permit(ENGINEER, permission, grant.epoch(), "anything"));
    }

    @Test
    void aGrantOfAnotherEpochPermitsNothing() {
        Grant first = gate.allow(ENGINEER, Permission.REMOTE_CONTROL, HOUR);
        Grant second = gate.allow(ENGINEER, Permission.REMOTE_CONTROL, HOUR);
        assertEquals(Reason.GRANT_OUTDATED, refusal(ENGINEER, Permission.REMOTE_CONTROL, first.epoch()));
        assertEquals(Reason.GRANT_OUTDATED, refusal(ENGINEER, Permission.REMOTE_CONTROL, second.epoch() + 1));
    }

    @Test
    void aGrantRunsOut() {
        Grant grant = gate.allow(ENGINEER, Permission.VIEW_SCREEN, HOUR);
        clock.pass(HOUR);
        assertEquals(Reason.GRANT_EXPIRED, refusal(ENGINEER, Permission.VIEW_SCREEN, grant.epoch()));
        assertEquals(List.of(grant), gate.expire());
        assertEquals(Reason.GRANT_OUTDATED, refusal(ENGINEER, Permission.VIEW_SCREEN, grant.epoch()));
    }

    @Test
    @Tag("001-66")
    void whatWasPermittedBeforeTheSecurityKeyDoesNotActAfterIt() {
        Grant grant = gate.allow(ENGINEER, Permission.REMOTE_CONTROL, HOUR);
        List<Permitted<String>> queued = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            queued.add(allowed(ENGINEER, Permission.REMOTE_CONTROL, grant.epoch(), "click " + i));
        }
        assertEquals(List.of(grant), gate.withdrawAll(Permission.REMOTE_CONTROL));
        AtomicInteger acted = new AtomicInteger();
        queued.forEach(click -> assertFalse(gate.whileLive(click, acted::incrementAndGet)));
        assertEquals(0, acted.get());
    }

    @Test
    void aNewGrantDoesNotReviveWhatWasQueuedUnderTheOldOne() {
        Grant old = gate.allow(ENGINEER, Permission.REMOTE_CONTROL, HOUR);
        Permitted<String> queued = allowed(ENGINEER, Permission.REMOTE_CONTROL, old.epoch(), "click");
        gate.withdraw(ENGINEER, Permission.REMOTE_CONTROL);
        gate.allow(ENGINEER, Permission.REMOTE_CONTROL, HOUR);
        assertFalse(gate.whileLive(queued, () -> {}));
    }

    @Test
    @Tag("001-66")
    void withdrawingWaitsForTheActionThatRunsAndLetsNoneAfterIt() throws InterruptedException {
        Grant grant = gate.allow(ENGINEER, Permission.REMOTE_CONTROL, HOUR);
        Permitted<String> click = allowed(ENGINEER, Permission.REMOTE_CONTROL, grant.epoch(), "click");
        CountDownLatch acting = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicBoolean done = new AtomicBoolean();
        Thread actor = Thread.ofPlatform()
                .start(() -> gate.whileLive(click, () -> {
                    acting.countDown();
                    await(goOn);
                    done.set(true);
                }));
        assertTrue(acting.await(5, TimeUnit.SECONDS));
        AtomicBoolean doneBeforeWithdrawn = new AtomicBoolean();
        Thread owner = Thread.ofPlatform().start(() -> {
            gate.withdrawAll(Permission.REMOTE_CONTROL);
            doneBeforeWithdrawn.set(done.get());
        });
        goOn.countDown();
        actor.join(5000);
        owner.join(5000);
        assertTrue(doneBeforeWithdrawn.get());
        assertFalse(gate.whileLive(click, () -> {}));
    }

    @Test
    @Tag("001-66")
    @Timeout(30)
    void aTextThatAnotherProgramDoesNotTakeOverKeepsNobodyFromTakingControlBack() throws InterruptedException {
        Grant control = gate.allow(ENGINEER, Permission.REMOTE_CONTROL, HOUR);
        Grant clipboard = gate.allow(ENGINEER, Permission.PUT_CLIPBOARD, HOUR);
        Permitted<String> text = allowed(ENGINEER, Permission.PUT_CLIPBOARD, clipboard.epoch(), "text");
        CountDownLatch acting = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Thread hanging = Thread.ofPlatform()
                .start(() -> gate.whileLive(text, () -> {
                    acting.countDown();
                    await(goOn);
                }));
        try {
            assertTrue(acting.await(5, TimeUnit.SECONDS));
            assertEquals(2, gate.all().size());
            assertEquals(List.of(control), gate.withdrawAll(Permission.REMOTE_CONTROL));
            assertEquals(List.of(clipboard), gate.all());
            assertEquals(List.of(), gate.expire());
            assertTrue(hanging.isAlive());
        } finally {
            goOn.countDown();
            hanging.join();
        }
    }

    @Test
    void allRightsOfSomebodyWhoIsGoneAreGone() {
        for (Permission permission : Permission.values()) {
            gate.allow(ENGINEER, permission, HOUR);
            gate.allow(STRANGER, permission, HOUR);
        }
        assertEquals(Permission.values().length, gate.withdrawAll(ENGINEER).size());
        assertTrue(gate.all().stream().allMatch(grant -> grant.holder().equals(STRANGER)));
        gate.withdrawAll();
        assertTrue(gate.all().isEmpty());
    }

    private Reason refusal(ParticipantId who, Permission permission, int epoch) {
        return ((Verdict.Refused<String>) gate.permit(who, permission, epoch, "anything")).reason();
    }

    private <A> Permitted<A> allowed(ParticipantId who, Permission permission, int epoch, A action) {
        return ((Verdict.Allowed<A>) gate.permit(who, permission, epoch, action)).permitted();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}

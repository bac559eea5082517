package org.beistand.client.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.beistand.client.time.HandClock;
import org.beistand.protocol.report.ActionsRefused;
import org.beistand.protocol.session.consent.ActionRefused;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;
import org.junit.jupiter.api.Test;

/** What was tried without a right is told, and counts, and drives nothing else out of the report. */
class RefusalsTest {
    private static final ParticipantId HOSTILE = Views.id(3);
    private static final ParticipantId OTHER = Views.id(4);

    private final HandClock clock = new HandClock();
    private final Told told = new Told();
    private final Refusals refusals = new Refusals(told, clock);

    private void tries(ParticipantId who, Reason reason) {
        refusals.add(who, Permission.REMOTE_CONTROL, reason);
    }

    private void aSecondPasses() {
        clock.pass(Duration.ofSeconds(1));
        refusals.tell();
    }

    private List<ActionsRefused> entries(ParticipantId who) {
        return told.statements().stream()
                .map(ActionsRefused.class::cast)
                .filter(one -> one.holder().equals(who))
                .toList();
    }

    private static int sum(List<ActionsRefused> entries) {
        return entries.stream().mapToInt(ActionsRefused::count).sum();
    }

    @Test
    void theFirstTimeIsNotedAtOnceAndTheOthersAfterASecond() {
        tries(HOSTILE, Reason.NOT_PERMITTED);
        assertEquals(1, sum(entries(HOSTILE)));
        for (int i = 0; i < 500; i++) {
            tries(HOSTILE, Reason.NOT_PERMITTED);
        }
        assertEquals(1, entries(HOSTILE).size());
        aSecondPasses();
        assertEquals(
                List.of(1, 500),
                entries(HOSTILE).stream().map(ActionsRefused::count).toList());
        assertEquals(
                List.of(
                        new ActionRefused(Permission.REMOTE_CONTROL, Reason.NOT_PERMITTED, 1),
                        new ActionRefused(Permission.REMOTE_CONTROL, Reason.NOT_PERMITTED, 500)),
                told.words());
    }

    @Test
    void whoeverGoesOnForHoursFillsNoReportAndNothingOfItIsLost() {
        int all = 0;
        Duration day = Duration.ofHours(8);
        for (int second = 0; second < day.toSeconds(); second++) {
            tries(HOSTILE, Reason.NOT_PERMITTED);
            tries(HOSTILE, Reason.PLACE_CHANGED);
            all += 2;
            aSecondPasses();
        }
        assertTrue(
                entries(HOSTILE).size() <= 20 + day.toSeconds() / 30,
                entries(HOSTILE).size() + " entries");
        assertEquals(
                all,
                told.words().stream()
                        .mapToInt(word -> ((ActionRefused) word).count())
                        .sum());
        refusals.forget(HOSTILE);
        assertEquals(all, sum(entries(HOSTILE)));
    }

    @Test
    void everyKindHasItsTurn() {
        for (int second = 0; second < 600; second++) {
            for (Reason reason : List.of(Reason.NOT_PERMITTED, Reason.GRANT_OUTDATED, Reason.NOT_RELEASED)) {
                tries(HOSTILE, reason);
            }
            aSecondPasses();
        }
        for (Reason reason : List.of(Reason.NOT_PERMITTED, Reason.GRANT_OUTDATED, Reason.NOT_RELEASED)) {
            int counted = sum(entries(HOSTILE).stream()
                    .filter(one -> one.reason() == reason)
                    .toList());
            assertTrue(counted >= 500, reason + " was counted " + counted + " times");
        }
    }

    @Test
    void oneWhoFloodsTakesNobodyElseOutOfTheReport() {
        for (int second = 0; second < 600; second++) {
            tries(HOSTILE, Reason.NOT_PERMITTED);
            aSecondPasses();
        }
        tries(OTHER, Reason.NOT_PERMITTED);
        assertEquals(1, sum(entries(OTHER)));
    }

    @Test
    void theEndOfTheSessionLosesNothing() {
        for (int i = 0; i < 100; i++) {
            tries(HOSTILE, Reason.NOT_PERMITTED);
            tries(OTHER, Reason.NOT_RELEASED);
            refusals.note(OTHER, Permission.VIEW_SCREEN, Reason.ASKED_TOO_OFTEN);
        }
        refusals.close();
        assertEquals(100, sum(entries(HOSTILE)));
        assertEquals(200, sum(entries(OTHER)));
        refusals.close();
        assertEquals(300, sum(entries(HOSTILE)) + sum(entries(OTHER)));
    }

    @Test
    void whatIsOnlyNotedIsNotSaid() {
        refusals.note(HOSTILE, Permission.VIEW_SCREEN, Reason.ASKED_TOO_OFTEN);
        refusals.note(HOSTILE, Permission.VIEW_SCREEN, Reason.ASKED_TOO_OFTEN);
        aSecondPasses();
        assertEquals(List.of(), told.words());
        assertEquals(2, sum(entries(HOSTILE)));
    }
}

package org.beistand.client.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.beistand.client.consent.Questions.Outcome;
import org.beistand.client.time.HandClock;
import org.beistand.protocol.session.consent.RightRequested;
import org.beistand.protocol.session.files.FileOffer;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class QuestionsTest {
    private static final ParticipantId ENGINEER = new ParticipantId(1);

    private final HandClock clock = new HandClock();
    private final Questions questions = new Questions();

    @Test
    @Tag("001-134")
    void silenceIsNo() {
        int id = put(ask(1, Permission.REMOTE_CONTROL));
        clock.pass(Questions.PATIENCE);
        assertTrue(questions.take(id, clock.instant()).isEmpty(), "an answer that comes too late");
    }

    @Test
    void whatNobodyAnsweredIsTakenOut() {
        put(ask(1, Permission.REMOTE_CONTROL));
        clock.pass(Questions.PATIENCE.minusMillis(1));
        assertEquals(0, questions.expire(clock.instant()).size());
        clock.pass(Duration.ofMillis(1));
        assertEquals(1, questions.expire(clock.instant()).size());
        assertTrue(questions.open().isEmpty());
    }

    @Test
    void theSameQuestionStandsOnlyOnce() {
        put(ask(1, Permission.REMOTE_CONTROL));
        assertEquals(Reason.ASKED_TOO_OFTEN, declined(ask(2, Permission.REMOTE_CONTROL)));
    }

    @Test
    void afterANoTheSameQuestionHasToWait() {
        int id = put(ask(1, Permission.REMOTE_CONTROL));
        questions.refused(questions.take(id, clock.instant()).orElseThrow(), clock.instant());
        assertEquals(Reason.ASKED_TOO_OFTEN, declined(ask(2, Permission.REMOTE_CONTROL)));
        put(ask(3, Permission.VIEW_SCREEN));
        clock.pass(Duration.ofSeconds(5));
        put(ask(4, Permission.REMOTE_CONTROL));
    }

    @Test
    @Tag("001-55")
    void filesAreNamedBeforeTheyAreAllowedAndOnlyFilesHaveNames() {
        assertEquals(Reason.NOT_PERMITTED, declined(ask(1, Permission.SEND_FILE)));
        RightRequested disguised = new RightRequested(2, Permission.VIEW_SCREEN, List.of(new FileOffer("a.txt", 1)));
        assertEquals(Reason.NOT_PERMITTED, declined(questions.ask(ENGINEER, disguised, clock.instant())));
    }

    @Test
    void aQuestionIsAnsweredOnce() {
        int id = put(ask(1, Permission.VIEW_SCREEN));
        assertTrue(questions.take(id, clock.instant()).isPresent());
        assertTrue(questions.take(id, clock.instant()).isEmpty());
    }

    @Test
    void whoeverAsksAndTakesBackAllTheTimeHasToWaitLongerEachTime() {
        int seen = 0;
        for (int second = 0; second < 3600; second++) {
            if (ask(second, Permission.REMOTE_CONTROL) instanceof Outcome.Put) {
                seen++;
                questions.cancel(ENGINEER, second, clock.instant());
            }
            clock.pass(Duration.ofSeconds(1));
        }
        assertTrue(seen >= 2 && seen <= 16, "she saw the question " + seen + " times in an hour");
    }

    @Test
    void onceIsASlipOfTheHandAndAnAnswerMakesGoodForAll() {
        put(ask(1, Permission.REMOTE_CONTROL));
        questions.cancel(ENGINEER, 1, clock.instant());
        int id = put(ask(2, Permission.REMOTE_CONTROL));
        questions.take(id, clock.instant());
        put(ask(3, Permission.REMOTE_CONTROL));
        questions.cancel(ENGINEER, 3, clock.instant());
        put(ask(4, Permission.REMOTE_CONTROL));
        questions.cancel(ENGINEER, 4, clock.instant());
        assertEquals(Reason.ASKED_TOO_OFTEN, declined(ask(5, Permission.REMOTE_CONTROL)));
        clock.pass(Duration.ofSeconds(5));
        put(ask(6, Permission.REMOTE_CONTROL));
    }

    private Outcome ask(int ask, Permission permission) {
        return questions.ask(ENGINEER, new RightRequested(ask, permission, List.of()), clock.instant());
    }

    private static int put(Outcome outcome) {
        return assertInstanceOf(Outcome.Put.class, outcome).question().id();
    }

    private static Reason declined(Outcome outcome) {
        return assertInstanceOf(Outcome.Declined.class, outcome).reason();
    }
}

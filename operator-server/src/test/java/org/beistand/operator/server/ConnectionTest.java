package org.beistand.operator.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.beistand.operator.TestClock;
import org.beistand.operator.TestTimer;
import org.beistand.protocol.operator.Greeted;
import org.beistand.protocol.operator.Greeting;
import org.beistand.protocol.operator.OperatorMessage;
import org.beistand.protocol.operator.OperatorVocabulary;
import org.beistand.protocol.operator.Party;
import org.beistand.protocol.value.Reason;
import org.beistand.transport.link.Conversation;
import org.beistand.transport.link.Watermarks;
import org.beistand.transport.memory.MemoryNetwork;
import org.beistand.transport.memory.MemoryPair;
import org.beistand.transport.memory.Recorder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One connection whose work is done when the test says so. */
class ConnectionTest {
    private final TestClock clock = new TestClock(Instant.parse("2026-11-21T09:00:00Z"));
    private final TestTimer timer = new TestTimer(clock);
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final MemoryNetwork network = MemoryNetwork.with(new Watermarks(10, 40, 1000));
    private final MemoryPair pair = network.pair(MemoryNetwork.peer(), MemoryNetwork.peer());
    private final Recorder client = new Recorder();
    private final List<Object> heard = new ArrayList<>();
    private boolean stopping;
    private boolean mayBeSilent;

    private final Talk<OperatorMessage> talk = new Talk<>() {
        @Override
        public Answer<OperatorMessage> hear(OperatorMessage message) {
            heard.add(message);
            return message instanceof Greeting greeting && greeting.version() == 666
                    ? new Answer.Violation<>()
                    : new Answer.Say<>(new Greeted("x".repeat(50), false));
        }

        @Override
        public Answer<OperatorMessage> failed(Reason reason) {
            return new Answer.Quiet<>();
        }

        @Override
        public boolean isIntroduced() {
            return !heard.isEmpty();
        }

        @Override
        public boolean mayBeSilent() {
            return mayBeSilent;
        }

        @Override
        public void over() {
            heard.add("over");
        }
    };

    private void open() {
        Conversation<OperatorMessage, Party> conversation =
                new Conversation<>(pair.second(), OperatorVocabulary.TABLE, Party.ATTENDEE);
        Connection.Surroundings surroundings = new Connection.Surroundings(
                task -> {
                    if (stopping) {
                        throw new RejectedExecutionException();
                    }
                    work.add(task);
                },
                timer,
                clock,
                Duration.ofSeconds(15),
                Duration.ofMinutes(30));
        new Connection<>(conversation, talk, surroundings, ended -> heard.add("left")).open();
        pair.first().open(client);
    }

    private void say(int version) {
        pair.first().send(OperatorVocabulary.TABLE.encode(new Greeting(version)));
        network.pump();
    }

    private void workOnce() {
        work.remove().run();
        network.pump();
    }

    @Test
    void worksOnOneRequestAtATimeInOrder() {
        open();
        say(1);
        say(2);
        say(3);
        assertEquals(1, work.size());
        workOnce();
        assertEquals(1, work.size());
        workOnce();
        workOnce();
        assertEquals(List.of(new Greeting(1), new Greeting(2), new Greeting(3)), heard);
        assertEquals(3, client.frames().size());
    }

    @Test
    void takesNoMoreRequestsFromWhoTakesNoAnswers() {
        open();
        pair.first().pause();
        say(1);
        say(2);
        workOnce();
        assertTrue(work.isEmpty());
        pair.first().resume();
        network.pump();
        assertEquals(1, work.size());
    }

    @Test
    void endsWithAViolationAndHearsNothingAfterIt() {
        open();
        say(666);
        say(1);
        workOnce();
        assertEquals(Set.of(new Greeting(666), "left", "over"), Set.copyOf(heard));
        assertEquals(3, heard.size());
        assertTrue(work.isEmpty());
        assertEquals(List.of(Reason.PROTOCOL_VIOLATION), client.closings());
    }

    @Test
    void tellsTheTalkOfTheEndOnlyWhenNobodyWorksOnIt() {
        open();
        say(1);
        pair.cut();
        network.pump();
        assertEquals(List.of("left"), heard);
        workOnce();
        assertEquals(List.of("left", new Greeting(1), "over"), heard);
    }

    @Test
    void endsWhenThereIsNobodyToDoTheWork() {
        open();
        stopping = true;
        say(1);
        assertEquals(List.of(Reason.SERVER_STOPPING), client.closings());
    }

    @Test
    void isNotCalledSilentWhileItsRequestIsWorkedOn() {
        open();
        say(1);
        timer.pass(Duration.ofHours(2));
        assertEquals(List.of(), client.closings());
        workOnce();
        timer.pass(Duration.ofMinutes(29));
        network.pump();
        assertEquals(List.of(), client.closings());
        timer.pass(Duration.ofMinutes(2));
        workOnce();
        assertEquals(List.of(Reason.TOO_SLOW), client.closings());
    }

    @Test
    @Tag("001-22")
    void mayStaySilentForAsLongAsTheTalkHasAReason() {
        open();
        say(1);
        workOnce();
        mayBeSilent = true;
        for (int i = 0; i < 6; i++) {
            timer.pass(Duration.ofMinutes(31));
            workOnce();
            assertEquals(List.of(), client.closings());
        }
        mayBeSilent = false;
        timer.pass(Duration.ofMinutes(31));
        workOnce();
        assertEquals(List.of(Reason.TOO_SLOW), client.closings());
    }

    @Test
    void isNotCalledSilentIfItSpeaksWhileThatIsAsked() {
        open();
        say(1);
        workOnce();
        timer.pass(Duration.ofMinutes(31));
        say(2);
        workOnce();
        workOnce();
        assertEquals(List.of(), client.closings());
        timer.pass(Duration.ofMinutes(31));
        workOnce();
        assertEquals(List.of(Reason.TOO_SLOW), client.closings());
    }
}

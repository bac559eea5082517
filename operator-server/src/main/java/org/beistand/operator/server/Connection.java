package org.beistand.operator.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.beistand.operator.store.StoreFailure;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.Message;
import org.beistand.transport.link.Conversation;
import org.beistand.transport.link.MessageReceiver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection: a message is taken from the link, worked on elsewhere and answered, and only then the next one is taken. A
 * party that does not take its answers gets no more of them.
 */
final class Connection<M extends Message> implements MessageReceiver<M> {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private final Conversation<M, ?> conversation;
    private final Talk<M> talk;
    private final Surroundings surroundings;
    private final Consumer<Connection<M>> onOver;
    private volatile Instant lastHeard;
    private boolean working;
    private boolean over;
    /** Told to the talk once nobody works on it any more. */
    private boolean talkKnows;

    /**
     * What every connection needs.
     *
     * @param work runs what may block
     * @param introduction how long a party may take to say who it is
     * @param silence how long it may say nothing after that
     */
    record Surroundings(
            Executor work, ScheduledExecutorService timer, Clock clock, Duration introduction, Duration silence) {}

    Connection(
            Conversation<M, ?> conversation, Talk<M> talk, Surroundings surroundings, Consumer<Connection<M>> onOver) {
        this.conversation = conversation;
        this.talk = talk;
        this.surroundings = surroundings;
        this.onOver = onOver;
        this.lastHeard = surroundings.clock().instant();
    }

    void open() {
        conversation.open(this);
        lookAgain(surroundings.introduction());
    }

    void end(Reason reason) {
        conversation.close(reason);
    }

    @Override
    public void received(M message) {
        conversation.pause();
        Instant asked = surroundings.clock().instant();
        lastHeard = asked;
        synchronized (this) {
            if (over) {
                return;
            }
            working = true;
        }
        try {
            surroundings.work().execute(() -> work(message, asked));
        } catch (RejectedExecutionException e) {
            worked();
            conversation.close(Reason.SERVER_STOPPING);
        }
    }

    private void work(M message, Instant asked) {
        try {
            Duration slot = talk.slot(message);
            Answer<M> answer = answer(message);
            if (slot.isPositive()) {
                inTime(asked, slot, answer);
            } else {
                finish(answer);
            }
        } catch (RuntimeException e) {
            mistaken(e);
        }
    }

    /** The answer waits until whole slots have passed: how long it took to find says nothing any more. */
    private void inTime(Instant asked, Duration slot, Answer<M> answer) {
        long passed = Duration.between(asked, surroundings.clock().instant()).toNanos();
        long rest = slot.toNanos() - Math.floorMod(passed, slot.toNanos());
        surroundings
                .timer()
                .schedule(
                        () -> {
                            try {
                                surroundings.work().execute(() -> finish(answer));
                            } catch (RejectedExecutionException e) {
                                worked();
                                conversation.close(Reason.SERVER_STOPPING);
                            }
                        },
                        rest,
                        TimeUnit.NANOSECONDS);
    }

    private void finish(Answer<M> answer) {
        boolean goOn;
        try {
            goOn = carryOut(answer);
        } catch (RuntimeException e) {
            mistaken(e);
            return;
        }
        worked();
        lastHeard = surroundings.clock().instant();
        if (goOn && conversation.isWritable()) {
            conversation.resume();
        }
    }

    private void mistaken(RuntimeException e) {
        LOG.error("a connection ended because of a mistake in the program", e);
        conversation.close(Reason.INTERNAL);
        worked();
    }

    private Answer<M> answer(M message) {
        try {
            return talk.hear(message);
        } catch (StoreFailure e) {
            boolean busy = e.reason() == Reason.SERVER_BUSY;
            LOG.error("the store failed: {} {}", e.reason(), e.place());
            LOG.debug("the store failed here", e);
            return talk.failed(busy ? Reason.SERVER_BUSY : Reason.SERVER_CANNOT_STORE);
        }
    }

    /** @return whether the connection goes on */
    private boolean carryOut(Answer<M> answer) {
        return switch (answer) {
            case Answer.Say<M>(var message) -> {
                conversation.send(message);
                yield true;
            }
            case Answer.Quiet<M>() -> true;
            case Answer.SayAndEnd<M>(var message, var reason) -> {
                conversation.send(message);
                conversation.close(reason);
                yield false;
            }
            case Answer.Violation<M>() -> {
                conversation.close(Reason.PROTOCOL_VIOLATION);
                yield false;
            }
        };
    }

    @Override
    public void writable(boolean writable) {
        synchronized (this) {
            if (!writable || working) {
                return;
            }
        }
        conversation.resume();
    }

    @Override
    public void closed(Reason reason) {
        synchronized (this) {
            over = true;
        }
        LOG.debug("a connection ended: {}", reason);
        tellTalk();
        onOver.accept(this);
    }

    private void worked() {
        synchronized (this) {
            working = false;
        }
        tellTalk();
    }

    private void tellTalk() {
        synchronized (this) {
            if (!over || working || talkKnows) {
                return;
            }
            talkKnows = true;
        }
        talk.over();
    }

    private void lookAgain(Duration in) {
        try {
            surroundings.timer().schedule(this::look, in.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("the server is being stopped");
        }
    }

    /** Ends a connection on which nothing is heard. */
    private void look() {
        boolean introduced = talk.isIntroduced();
        synchronized (this) {
            if (over) {
                return;
            }
            if (working) {
                lookAgain(surroundings.introduction());
                return;
            }
        }
        Duration left = left(introduced ? surroundings.silence() : surroundings.introduction());
        if (left.isPositive()) {
            lookAgain(left);
        } else if (introduced) {
            elsewhere(this::askWhetherItMayBeSilent);
        } else {
            conversation.close(Reason.TOO_SLOW);
        }
    }

    private void askWhetherItMayBeSilent() {
        boolean may;
        try {
            may = talk.mayBeSilent();
        } catch (StoreFailure e) {
            // Not its fault; the next look may tell.
            LOG.warn("the store failed: {} {}", e.reason(), e.place());
            may = true;
        }
        // It may have spoken meanwhile.
        Duration left = may ? surroundings.silence() : left(surroundings.silence());
        if (left.isPositive()) {
            lookAgain(left);
        } else {
            conversation.close(Reason.TOO_SLOW);
        }
    }

    private Duration left(Duration allowed) {
        return Duration.between(surroundings.clock().instant(), lastHeard.plus(allowed));
    }

    private void elsewhere(Runnable task) {
        try {
            surroundings.work().execute(task);
        } catch (RejectedExecutionException e) {
            conversation.close(Reason.SERVER_STOPPING);
        }
    }
}

package org.beistand.client.control;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.BiConsumer;
import org.beistand.client.consent.Gate;
import org.beistand.client.consent.Permitted;
import org.beistand.client.consent.Verdict;
import org.beistand.client.release.InputRelease;
import org.beistand.protocol.session.control.ControlMessage;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;

/**
 * Takes inputs from the network and puts them into the real desktop, in order, on a thread of its own. What is still queued
 * when control ends is looked at and dropped: its grant is not live any more.
 */
public final class OperatedMachine implements AutoCloseable {
    /** More than that means that the machine hangs; what comes then is refused, not stored. */
    private static final int QUEUE = 4096;

    private final Gate gate;
    private final InputRelease release;
    private final BiConsumer<ParticipantId, Reason> refused;
    private final BlockingQueue<Permitted<ControlMessage>> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Thread thread;

    /** @param refused told of every input that was not acted on, on any thread */
    public OperatedMachine(Gate gate, InputRelease release, BiConsumer<ParticipantId, Reason> refused) {
        this.gate = gate;
        this.release = release;
        this.refused = refused;
        this.thread = Thread.ofPlatform().name("beistand-input").daemon(true).unstarted(this::work);
        thread.start();
    }

    /** An input has arrived. */
    public void take(ParticipantId from, ControlMessage input) {
        switch (gate.permit(from, Permission.REMOTE_CONTROL, input.epoch(), input)) {
            case Verdict.Allowed<ControlMessage>(Permitted<ControlMessage> permitted) -> {
                if (!queue.offer(permitted)) {
                    refused.accept(from, Reason.TOO_MUCH_AT_ONCE);
                }
            }
            case Verdict.Refused<ControlMessage>(Reason reason) -> refused.accept(from, reason);
        }
    }

    /** Control has ended: whatever was held goes up, at once. Safe for any thread. */
    public void letGo() {
        release.letGo();
    }

    @Override
    public void close() {
        thread.interrupt();
        release.letGo();
    }

    private void work() {
        try {
            while (true) {
                Permitted<ControlMessage> next = queue.take();
                release.act(next)
                        .ifPresent(reason -> refused.accept(next.grant().holder(), reason));
            }
        } catch (InterruptedException e) {
            queue.clear();
        }
    }
}

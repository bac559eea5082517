package org.beistand.transport.memory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.Octets;
import org.beistand.transport.link.Receiver;

/** A receiver that remembers everything it was told, in order. */
public class Recorder implements Receiver {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<Octets> frames = new ArrayList<>();
    private final List<Boolean> writable = new ArrayList<>();
    private final List<Reason> closed = new ArrayList<>();
    private final Consumer<Octets> onFrame;

    public Recorder() {
        this(frame -> {});
    }

    public Recorder(Consumer<Octets> onFrame) {
        this.onFrame = onFrame;
    }

    @Override
    public void received(Octets frame) {
        synchronized (this) {
            frames.add(frame);
            notifyAll();
        }
        onFrame.accept(frame);
    }

    @Override
    public void writable(boolean now) {
        synchronized (this) {
            writable.add(now);
            notifyAll();
        }
    }

    @Override
    public synchronized void closed(Reason reason) {
        closed.add(reason);
        notifyAll();
    }

    public synchronized List<Octets> frames() {
        return List.copyOf(frames);
    }

    /** Waits until so many frames have come; fails after ten seconds. */
    public synchronized List<Octets> awaitFrames(int count) throws InterruptedException {
        await(() -> frames.size() >= count, count + " frames");
        return List.copyOf(frames);
    }

    public synchronized void awaitChanges(int count) throws InterruptedException {
        await(() -> writable.size() >= count, count + " changes of writability");
    }

    /** Waits until it was told so often that the link is writable; fails after ten seconds. */
    public synchronized void awaitWritable(int times) throws InterruptedException {
        await(() -> writable.stream().filter(now -> now).count() >= times, times + " times writable");
    }

    /** Waits until the link is over; fails after ten seconds. */
    public synchronized Reason awaitClosed() throws InterruptedException {
        await(() -> !closed.isEmpty(), "the end");
        return closed.getFirst();
    }

    private void await(BooleanSupplier there, String what) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!there.getAsBoolean()) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("waited in vain for " + what + "; closed: " + closed);
            }
            wait(left);
        }
    }

    /** What was told about writability. */
    public synchronized List<Boolean> changes() {
        return List.copyOf(writable);
    }

    /** At most one, or the link is wrong. */
    public synchronized List<Reason> closings() {
        return List.copyOf(closed);
    }
}

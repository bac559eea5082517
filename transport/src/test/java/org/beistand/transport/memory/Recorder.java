package org.beistand.transport.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.Octets;
import org.beistand.transport.link.Receiver;

/** A receiver that remembers everything it was told, in order. */
public final class Recorder implements Receiver {
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
    public synchronized void writable(boolean now) {
        writable.add(now);
        notifyAll();
    }

    @Override
    public synchronized void closed(Reason reason) {
        closed.add(reason);
        notifyAll();
    }

    public synchronized List<Octets> frames() {
        return List.copyOf(frames);
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

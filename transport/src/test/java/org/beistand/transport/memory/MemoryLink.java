package org.beistand.transport.memory;

import java.util.ArrayDeque;
import java.util.Deque;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.MalformedMessage;
import org.beistand.protocol.wire.Octets;
import org.beistand.transport.link.Link;
import org.beistand.transport.link.Peer;
import org.beistand.transport.link.Receiver;
import org.beistand.transport.link.Watermarks;
import org.jspecify.annotations.Nullable;

/** One end of a pair in a {@link MemoryNetwork}. Behaves as a real link does, seen from above. */
public final class MemoryLink implements Link {
    private final MemoryNetwork network;
    private final Peer peer;
    private final Watermarks marks;
    private final Deque<Arrival> inbound = new ArrayDeque<>();
    private @Nullable MemoryLink other;
    private @Nullable Receiver receiver;
    private @Nullable Reason closed;
    private boolean told;
    private boolean paused;
    private boolean writable = true;
    private boolean toldWritable = true;
    private boolean wasFull;
    private long unsent;
    private Tap tap = Tap.HONEST;

    private record Arrival(Octets frame, int owed, @Nullable Reason goodbye) {}

    MemoryLink(MemoryNetwork network, Peer peer, Watermarks marks) {
        this.network = network;
        this.peer = peer;
        this.marks = marks;
    }

    void join(MemoryLink other) {
        this.other = other;
    }

    /** Somebody on the wire, for what this end sends from now on. */
    public void tap(Tap tap) {
        synchronized (network) {
            this.tap = tap;
        }
    }

    /** Puts a frame on the wire as if this end had sent it, behind its tap. */
    public void inject(Octets frame) {
        synchronized (network) {
            other().inbound.add(new Arrival(frame, 0, null));
        }
        network.post(other()::deliver);
    }

    /** The wire breaks: what is on its way is lost and both ends hear of it. */
    public void cut() {
        end(Reason.CONNECTION_LOST);
        other().end(Reason.CONNECTION_LOST);
    }

    /** Bytes that this end has sent and the other has not taken yet. */
    public long unsent() {
        synchronized (network) {
            return unsent;
        }
    }

    public boolean isClosed() {
        synchronized (network) {
            return closed != null;
        }
    }

    @Override
    public void send(Octets frame) {
        if (frame.length() == 0) {
            throw new IllegalArgumentException("an empty frame");
        }
        boolean tooSlow;
        synchronized (network) {
            if (closed != null) {
                return;
            }
            tooSlow = unsent + frame.length() > marks.bound();
            if (!tooSlow) {
                int owed = frame.length();
                unsent += owed;
                for (Octets passed : tap.pass(frame)) {
                    other().inbound.add(new Arrival(passed, owed, null));
                    owed = 0;
                    network.post(other()::deliver);
                }
                unsent -= owed;
                writable &= unsent <= marks.high();
                wasFull |= !writable;
            }
        }
        if (tooSlow) {
            end(Reason.TOO_SLOW);
            other().end(Reason.CONNECTION_LOST);
        } else {
            network.post(this::tellWritable);
        }
        network.run();
    }

    @Override
    public boolean isWritable() {
        synchronized (network) {
            return writable;
        }
    }

    @Override
    public void pause() {
        synchronized (network) {
            paused = true;
        }
    }

    @Override
    public void resume() {
        synchronized (network) {
            paused = false;
        }
        deliverAll();
    }

    @Override
    public void open(Receiver receiver) {
        synchronized (network) {
            if (this.receiver != null) {
                throw new IllegalStateException("opened twice");
            }
            this.receiver = receiver;
        }
        network.post(this::tellClosed);
        deliverAll();
    }

    @Override
    public void close(Reason reason) {
        synchronized (network) {
            if (closed != null) {
                return;
            }
            other().inbound.add(new Arrival(Octets.EMPTY, 0, reason));
        }
        network.post(other()::deliver);
        end(reason);
        network.run();
    }

    @Override
    public Peer peer() {
        return peer;
    }

    private void end(Reason reason) {
        synchronized (network) {
            if (closed != null) {
                return;
            }
            closed = reason;
            inbound.clear();
        }
        network.post(this::tellClosed);
        network.run();
    }

    private void deliverAll() {
        synchronized (network) {
            inbound.forEach(waiting -> network.post(this::deliver));
        }
        network.run();
    }

    private void deliver() {
        Receiver to;
        Arrival arrival;
        synchronized (network) {
            to = receiver;
            arrival = to == null || paused || closed != null ? null : inbound.poll();
        }
        if (to == null || arrival == null) {
            return;
        }
        other().taken(arrival.owed());
        Reason goodbye = arrival.goodbye();
        if (goodbye != null) {
            end(goodbye);
            return;
        }
        try {
            to.received(arrival.frame());
        } catch (MalformedMessage e) {
            close(Reason.PROTOCOL_VIOLATION);
        } catch (RuntimeException e) {
            // As the real link ends; but here a test shall see the mistake.
            close(Reason.INTERNAL);
            throw e;
        }
    }

    private void taken(int bytes) {
        synchronized (network) {
            unsent -= bytes;
            writable |= unsent <= marks.low();
        }
        network.post(this::tellWritable);
    }

    private void tellWritable() {
        Receiver to;
        boolean now;
        synchronized (network) {
            // Whoever saw it not writable waits to be told, even if it is writable again before anybody was told
            // anything.
            if (receiver == null || closed != null || toldWritable == writable && !(writable && wasFull)) {
                return;
            }
            wasFull = false;
            to = receiver;
            now = writable;
            toldWritable = now;
        }
        to.writable(now);
    }

    private void tellClosed() {
        Receiver to;
        Reason reason;
        synchronized (network) {
            if (receiver == null || closed == null || told) {
                return;
            }
            to = receiver;
            reason = closed;
            told = true;
        }
        to.closed(reason);
    }

    private MemoryLink other() {
        MemoryLink end = other;
        if (end == null) {
            throw new IllegalStateException("not joined");
        }
        return end;
    }
}

package org.beistand.transport.memory;

import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.beistand.protocol.value.Endpoint;
import org.beistand.protocol.value.Reason;
import org.beistand.transport.dial.DialFailed;
import org.beistand.transport.dial.Dialler;
import org.beistand.transport.link.Link;
import org.beistand.transport.link.Peer;
import org.beistand.transport.link.Watermarks;
import org.jspecify.annotations.Nullable;

/**
 * A network in this test's memory: everything that happens on its links stands in one queue and happens one by one, in the order
 * in which it was caused. {@code new MemoryNetwork()} waits for {@link #pump}; {@link #immediate} needs nobody; {@link #on} uses
 * an executor of the test.
 */
public final class MemoryNetwork {
    private final @Nullable Executor executor;
    private final Watermarks marks;
    private final Deque<Runnable> queue = new ArrayDeque<>();
    private final Map<Endpoint, Server> servers = new HashMap<>();
    private final Map<Endpoint, Reason> refusing = new HashMap<>();
    private final List<MemoryPair> pairs = new ArrayList<>();
    private boolean pumping;

    private record Server(Peer peer, Consumer<Link> accepted) {}

    public MemoryNetwork() {
        this(null, Watermarks.USUAL);
    }

    private MemoryNetwork(@Nullable Executor executor, Watermarks marks) {
        this.executor = executor;
        this.marks = marks;
    }

    /** Pumped by the test, with other watermarks than the usual ones. */
    public static MemoryNetwork with(Watermarks marks) {
        return new MemoryNetwork(null, marks);
    }

    /** Everything has happened when the call that caused it returns (unless that call was itself caused by the network). */
    public static MemoryNetwork immediate() {
        return new MemoryNetwork(Runnable::run, Watermarks.USUAL);
    }

    /** Everything happens on this executor, one by one. */
    public static MemoryNetwork on(Executor executor) {
        return new MemoryNetwork(executor, Watermarks.USUAL);
    }

    /** Somebody with this chain, who comes from nowhere in particular. */
    public static Peer peer(X509Certificate... chain) {
        return new Peer(List.of(chain), InetSocketAddress.createUnresolved("memory", 0));
    }

    /** Connects two. */
    public MemoryPair pair(Peer first, Peer second) {
        MemoryLink a = new MemoryLink(this, second, marks);
        MemoryLink b = new MemoryLink(this, first, marks);
        a.join(b);
        b.join(a);
        MemoryPair pair = new MemoryPair(a, b);
        synchronized (this) {
            pairs.add(pair);
        }
        return pair;
    }

    /** All connections so far, the oldest first; of a dialled one the first end is the caller's. */
    public synchronized List<MemoryPair> pairs() {
        return List.copyOf(pairs);
    }

    /** Somebody listens at this address from now on. */
    public synchronized void listen(Endpoint at, Peer server, Consumer<Link> accepted) {
        refusing.remove(at);
        servers.put(at, new Server(server, accepted));
    }

    /** Whoever dials this address from now on fails for this reason; SERVER_UNREACHABLE if nobody ever listened there. */
    public synchronized void refuse(Endpoint at, Reason reason) {
        servers.remove(at);
        refusing.put(at, reason);
    }

    /** Dials as this person or program. */
    public Dialler dialler(Peer who) {
        return (endpoint, atMost) -> {
            CompletableFuture<Link> dialled = new CompletableFuture<>();
            post(() -> connect(who, endpoint, dialled));
            run();
            return dialled;
        };
    }

    /**
     * Lets everything happen until nothing is left to happen.
     *
     * @return how many steps that took
     */
    public int pump() {
        int steps = 0;
        while (step()) {
            steps++;
        }
        return steps;
    }

    /** Lets the next thing happen; false if there is none or another thread is at it. */
    public boolean step() {
        Runnable next;
        synchronized (this) {
            next = pumping ? null : queue.poll();
            if (next == null) {
                return false;
            }
            pumping = true;
        }
        try {
            next.run();
        } finally {
            synchronized (this) {
                pumping = false;
            }
        }
        return true;
    }

    synchronized void post(Runnable task) {
        queue.add(task);
    }

    /** Never called with the lock held: what happens then is the receivers' affair. */
    void run() {
        Executor by = executor;
        if (by != null && !Thread.holdsLock(this)) {
            by.execute(this::pump);
        }
    }

    private void connect(Peer who, Endpoint endpoint, CompletableFuture<Link> dialled) {
        Server server;
        Reason reason;
        synchronized (this) {
            server = servers.get(endpoint);
            reason = refusing.getOrDefault(endpoint, Reason.SERVER_UNREACHABLE);
        }
        if (server == null) {
            dialled.completeExceptionally(new DialFailed(reason));
            return;
        }
        MemoryPair pair = pair(who, server.peer());
        server.accepted().accept(pair.second());
        if (!dialled.complete(pair.first())) {
            pair.first().close(Reason.CONNECTION_LOST);
        }
    }
}

package org.beistand.transport.loopback;

import io.netty.handler.ssl.SslProvider;
import io.netty.util.LeakPresenceDetector;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.beistand.crypto.identity.Identity;
import org.beistand.crypto.identity.Site;
import org.beistand.protocol.value.Endpoint;
import org.beistand.protocol.value.Reason;
import org.beistand.transport.dial.DialFailed;
import org.beistand.transport.dial.Ladder;
import org.beistand.transport.link.Link;
import org.beistand.transport.link.Watermarks;
import org.beistand.transport.listen.ListenFailed;
import org.beistand.transport.listen.ListenLimits;
import org.beistand.transport.listen.Listener;
import org.beistand.transport.pipeline.Loops;
import org.beistand.transport.pipeline.Pace;
import org.beistand.transport.tls.OuterTls;
import org.beistand.transport.tls.TransportIdentity;

/** A site with one server on 127.0.0.1 and whoever dials it. */
public final class Loopback implements AutoCloseable {
    public static final int AT_MOST = 1 << 20;
    private static final long PATIENCE_SECONDS = 10;

    public final Clock clock = Clock.systemUTC();
    public final Site site = new Site("Laborklinik Nord", clock);
    public final Loops loops = new Loops(2);
    private final BlockingQueue<Link> accepted = new LinkedBlockingQueue<>();
    public final Listener listener;
    private final Endpoint endpoint;

    public Loopback() throws ListenFailed {
        this(ListenLimits.USUAL, Pace.USUAL, Watermarks.USUAL, OuterTls.usual());
    }

    public Loopback(Pace pace) throws ListenFailed {
        this(ListenLimits.USUAL, pace, Watermarks.USUAL, OuterTls.usual());
    }

    public Loopback(ListenLimits limits, Pace pace, Watermarks marks, SslProvider provider) throws ListenFailed {
        this(limits, pace, marks, provider, Clock.systemUTC());
    }

    /** @param serversClock what time the server believes it is */
    public Loopback(ListenLimits limits, Pace pace, Watermarks marks, SslProvider provider, InstantSource serversClock)
            throws ListenFailed {
        listener = Listener.listen(
                loops,
                "127.0.0.1",
                0,
                identity(site.operator(), site),
                new Listener.Settings(AT_MOST, limits, pace, marks, serversClock, provider),
                accepted::add);
        endpoint = new Endpoint("127.0.0.1", listener.localPort());
    }

    public static TransportIdentity identity(Identity who, Site believing) {
        return new TransportIdentity(who.key(), who.chain(), believing.anchors.roots());
    }

    public Endpoint endpoint() {
        return endpoint;
    }

    /** Dials as a moderator's device. */
    public Link dial() throws Exception {
        return dial(identity(site.device(), site), clock, endpoint());
    }

    public Link dial(TransportIdentity identity, InstantSource clock, Endpoint at) throws Exception {
        return linkOf(new Ladder(loops, identity, clock).dial(at, AT_MOST));
    }

    public static Link linkOf(CompletableFuture<Link> dialled) throws Exception {
        return dialled.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Why this dialling fails. */
    public static Reason failure(CompletableFuture<Link> dialled) throws InterruptedException, TimeoutException {
        try {
            dialled.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            throw new AssertionError("reached");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DialFailed failed) {
                return failed.reason();
            }
            throw new AssertionError("not a failure to dial", e.getCause());
        }
    }

    public Reason failure(TransportIdentity identity, InstantSource clock, Endpoint at) throws Exception {
        return failure(new Ladder(loops, identity, clock).dial(at, AT_MOST));
    }

    /** The next link that the server was given. */
    public Link accepted() throws InterruptedException {
        Link link = accepted.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (link == null) {
            throw new AssertionError("nobody came in");
        }
        return link;
    }

    /** Whether anybody got in who has not been taken yet. */
    public boolean somebodyInside() {
        return !accepted.isEmpty();
    }

    /** Short where a test waits for it; a handshake on a busy machine gets its time. */
    public static Pace quick() {
        return new Pace(
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofMillis(250),
                Duration.ofMillis(2500),
                Duration.ofSeconds(5),
                Duration.ofMillis(500));
    }

    @Override
    public void close() {
        listener.close();
        loops.close();
        LeakPresenceDetector.check();
    }
}

package org.beistand.transport.dial;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.beistand.protocol.value.Endpoint;
import org.beistand.protocol.value.Reason;
import org.beistand.transport.link.Link;
import org.beistand.transport.link.Watermarks;
import org.beistand.transport.pipeline.Loops;
import org.beistand.transport.pipeline.Pace;
import org.beistand.transport.tls.TransportIdentity;

/** Tries the ways to a server in order. All of them are as safe as the first: what differs is only what a firewall lets through. */
public final class Ladder implements Dialler {
    private final List<Rung> rungs;

    public Ladder(Loops loops, TransportIdentity identity, InstantSource clock) {
        this(loops, identity, clock, Pace.USUAL, Watermarks.USUAL);
    }

    public Ladder(Loops loops, TransportIdentity identity, InstantSource clock, Pace pace, Watermarks marks) {
        this(List.of(
                new DirectTcp(
                        loops, identity, clock, pace,
                        marks) // 001-99, 001-104: the address's own port, 2000 if not said
                // Later, each a rung of its own: TCP 443 (001-100), HTTPS 443 (001-102), HTTP 80 (001-103), the last
                // two
                // also through a proxy (001-106).
                ));
    }

    Ladder(List<Rung> rungs) {
        this.rungs = List.copyOf(rungs);
    }

    @Override
    public CompletableFuture<Link> dial(Endpoint server, int atMost) {
        Attempt attempt = new Attempt();
        climb(0, server, atMost, attempt);
        return attempt;
    }

    private void climb(int rung, Endpoint server, int atMost, Attempt attempt) {
        CompletableFuture<Link> climbed = rungs.get(rung).climb(server, atMost);
        attempt.stops(climbed);
        climbed.whenComplete((link, failure) -> {
            if (link != null) {
                attempt.succeed(link);
            } else if (reason(failure) == Reason.SERVER_UNREACHABLE && rung + 1 < rungs.size() && !attempt.isDone()) {
                climb(rung + 1, server, atMost, attempt);
            } else {
                attempt.completeExceptionally(new DialFailed(reason(failure)));
            }
        });
    }

    private static Reason reason(Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        return cause instanceof DialFailed known ? known.reason() : Reason.INTERNAL;
    }
}

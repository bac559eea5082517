package org.beistand.transport.dial;

import java.util.concurrent.CompletableFuture;
import org.beistand.protocol.value.Reason;
import org.beistand.transport.link.Link;

/** A link that may come. If nobody waits for it any more, it is closed. */
final class Attempt extends CompletableFuture<Link> {
    void succeed(Link link) {
        if (!complete(link)) {
            link.close(Reason.CONNECTION_LOST);
        }
    }

    void fail(Reason reason) {
        completeExceptionally(new DialFailed(reason));
    }

    /** When this is cancelled, that is cancelled too. */
    void stops(CompletableFuture<?> part) {
        whenComplete((link, failure) -> {
            if (isCancelled()) {
                part.cancel(false);
            }
        });
    }
}

package org.beistand.transport.dial;

import java.util.concurrent.CompletableFuture;
import org.beistand.protocol.value.Endpoint;
import org.beistand.transport.link.Link;

/** One way to a server. */
interface Rung {
    /** @return a link, or a {@link DialFailed}; only SERVER_UNREACHABLE lets the next rung be tried */
    CompletableFuture<Link> climb(Endpoint server, int atMost);
}

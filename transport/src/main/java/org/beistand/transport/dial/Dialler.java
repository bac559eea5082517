package org.beistand.transport.dial;

import java.util.concurrent.CompletableFuture;
import org.beistand.protocol.value.Endpoint;
import org.beistand.transport.link.Link;

/** Reaches a server. */
public interface Dialler {
    /**
     * Goes to exactly this address and nowhere else: nothing that a server says can redirect it. // 001-96
     *
     * @param server as it stands in its certificate
     * @param atMost bytes of a frame in either direction
     * @return a link to the server, both sides proved; or a {@link DialFailed}. Cancelling it stops the attempt.
     */
    CompletableFuture<Link> dial(Endpoint server, int atMost);
}

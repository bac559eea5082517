package org.beistand.transport.dial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.beistand.protocol.value.Endpoint;
import org.beistand.protocol.value.Reason;
import org.beistand.transport.link.Link;
import org.beistand.transport.loopback.Loopback;
import org.beistand.transport.memory.MemoryLink;
import org.beistand.transport.memory.MemoryNetwork;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LadderTest {
    private static final Endpoint SERVER = new Endpoint("server.example", 2000);

    private final List<String> tried = new ArrayList<>();
    private final MemoryLink link =
            new MemoryNetwork().pair(MemoryNetwork.peer(), MemoryNetwork.peer()).first();

    @Test
    void triesItsRungsInOrderUntilOneHolds() throws Exception {
        Ladder ladder = new Ladder(
                List.of(rung("tcp", Reason.SERVER_UNREACHABLE), leadsThrough("https"), leadsThrough("http")));
        assertSame(link, Loopback.linkOf(ladder.dial(SERVER, 10)));
        assertEquals(List.of("tcp server.example:2000", "https server.example:2000"), tried);
    }

    @Test
    void stopsAtAServerThatIsNotGenuine() throws Exception {
        Ladder ladder = new Ladder(List.of(rung("tcp", Reason.SERVER_NOT_GENUINE), leadsThrough("http")));
        assertEquals(Reason.SERVER_NOT_GENUINE, Loopback.failure(ladder.dial(SERVER, 10)));
        assertEquals(1, tried.size());
    }

    @Test
    @Tag("001-96")
    void triesNoOtherAddressThanTheOneThatWasNamed() throws Exception {
        Ladder ladder =
                new Ladder(List.of(rung("tcp", Reason.SERVER_UNREACHABLE), rung("https", Reason.SERVER_UNREACHABLE)));
        assertEquals(Reason.SERVER_UNREACHABLE, Loopback.failure(ladder.dial(SERVER, 10)));
        assertEquals(List.of("tcp server.example:2000", "https server.example:2000"), tried);
    }

    @Test
    void closesALinkForWhichNobodyWaitsAnyMore() {
        CompletableFuture<Link> slow = new CompletableFuture<>();
        Attempt attempt = new Attempt();
        attempt.stops(slow);
        assertTrue(attempt.cancel(false));
        assertTrue(slow.isCancelled());
        attempt.succeed(link);
        assertTrue(link.isClosed());
    }

    private Rung rung(String name, Reason failure) {
        return (server, atMost) -> {
            tried.add(name + " " + server);
            return CompletableFuture.failedFuture(new DialFailed(failure));
        };
    }

    private Rung leadsThrough(String name) {
        return (server, atMost) -> {
            tried.add(name + " " + server);
            return CompletableFuture.completedFuture(link);
        };
    }
}

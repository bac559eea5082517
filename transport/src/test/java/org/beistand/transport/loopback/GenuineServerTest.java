package org.beistand.transport.loopback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.beistand.crypto.identity.CertifiedRole;
import org.beistand.crypto.identity.Identity;
import org.beistand.crypto.identity.Site;
import org.beistand.protocol.value.Endpoint;
import org.beistand.protocol.value.Reason;
import org.beistand.transport.dial.Ladder;
import org.beistand.transport.link.Link;
import org.beistand.transport.link.Watermarks;
import org.beistand.transport.listen.ListenFailed;
import org.beistand.transport.listen.ListenLimits;
import org.beistand.transport.listen.Listener;
import org.beistand.transport.pipeline.Pace;
import org.beistand.transport.tls.OuterTls;
import org.beistand.transport.tls.TransportIdentity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("001-32")
class GenuineServerTest {
    private Loopback net;
    private TransportIdentity device;

    @BeforeEach
    void open() throws ListenFailed {
        net = new Loopback(Loopback.quick());
        device = Loopback.identity(net.site.device(), net.site);
    }

    @AfterEach
    void close() {
        net.close();
    }

    @Test
    void isOfTheSameInstallation() throws Exception {
        Site other = new Site("Anderes Haus", net.clock);
        TransportIdentity stranger = Loopback.identity(net.site.device(), other);
        assertEquals(Reason.SERVER_NOT_GENUINE, net.failure(stranger, net.clock, net.endpoint()));
        assertFalse(net.somebodyInside());
    }

    @Test
    void mayBeOfTheNextAuthorityToo() throws Exception {
        Identity next = net.site.next.issueServer(CertifiedRole.OPERATOR_SERVER, "operator", List.of("127.0.0.1"));
        try (Listener server = listener(Loopback.identity(next, net.site))) {
            assertTrue(Loopback.linkOf(dial(at(server.localPort()))).isWritable());
        }
    }

    @Test
    void hasACertificateThatIsStillValid() throws Exception {
        InstantSource later = () -> net.clock.instant().plus(Duration.ofDays(6 * 365));
        assertEquals(Reason.SERVER_NOT_GENUINE, net.failure(device, later, net.endpoint()));
        InstantSource earlier = () -> net.clock.instant().minus(Duration.ofDays(1));
        assertEquals(Reason.SERVER_NOT_GENUINE, net.failure(device, earlier, net.endpoint()));
    }

    @Test
    @Tag("001-96")
    void isTheOneThatWasDialledAndNotAnotherOfTheSite() throws Exception {
        Identity elsewhere = net.site.current.issueServer(
                CertifiedRole.OPERATOR_SERVER, "operator", List.of("192.0.2.1", "x.example"));
        try (Listener server = listener(Loopback.identity(elsewhere, net.site))) {
            assertEquals(Reason.SERVER_NOT_GENUINE, Loopback.failure(dial(at(server.localPort()))));
        }
    }

    @Test
    void isKnownByItsNameAsWell() throws Exception {
        Endpoint byName = new Endpoint("LOCALHOST", net.endpoint().port());
        assertTrue(Loopback.linkOf(dial(byName)).isWritable());
    }

    @Test
    void isNotAClientThatActsAsOne() throws Exception {
        try (Listener server = listener(Loopback.identity(net.site.attendeePackage(), net.site))) {
            assertEquals(Reason.SERVER_NOT_GENUINE, Loopback.failure(dial(at(server.localPort()))));
        }
    }

    @Test
    void speaksTls() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            CompletableFuture<Link> dialled = dial(at(server.getLocalPort()));
            try (Socket socket = server.accept()) {
                socket.getOutputStream().write("SSH-2.0-Something\r\n".getBytes(StandardCharsets.US_ASCII));
                assertEquals(Reason.SERVER_NOT_GENUINE, Loopback.failure(dialled));
            }
        }
    }

    @Test
    void answersInTime() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            Pace impatient = Loopback.quick().withHandshake(Duration.ofMillis(500));
            Ladder ladder = new Ladder(net.loops, device, net.clock, impatient, Watermarks.USUAL);
            assertEquals(
                    Reason.SERVER_UNREACHABLE,
                    Loopback.failure(ladder.dial(at(silent.getLocalPort()), Loopback.AT_MOST)));
        }
    }

    @Test
    void doesNotHangUp() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            CompletableFuture<Link> dialled = dial(at(server.getLocalPort()));
            server.accept().close();
            assertEquals(Reason.SERVER_UNREACHABLE, Loopback.failure(dialled));
        }
    }

    @Test
    void isThere() throws Exception {
        int free;
        try (ServerSocket was = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            free = was.getLocalPort();
        }
        assertEquals(Reason.SERVER_UNREACHABLE, Loopback.failure(dial(at(free))));
        assertEquals(Reason.SERVER_UNREACHABLE, Loopback.failure(dial(new Endpoint("nowhere.invalid", 2000))));
    }

    @Test
    void isLeftAgainWhenNobodyWaitsForIt() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            CompletableFuture<Link> dialled = dial(at(silent.getLocalPort()));
            try (Socket socket = silent.accept()) {
                dialled.cancel(false);
                assertTrue(Stranger.isThrownOut(socket));
            }
        }
    }

    @Test
    void doesNotShareItsPort() {
        ListenFailed taken = assertThrows(
                ListenFailed.class, () -> listener("127.0.0.1", net.endpoint().port()));
        assertEquals(Reason.PORT_TAKEN, taken.reason());
        assertEquals("127.0.0.1:" + net.endpoint().port(), taken.getMessage());
    }

    @Test
    void listensOnlyOnAddressesOfThisMachine() {
        for (String address : List.of("192.0.2.77", "nowhere.invalid")) {
            ListenFailed unusable = assertThrows(ListenFailed.class, () -> listener(address, 0));
            assertEquals(Reason.ADDRESS_UNUSABLE, unusable.reason());
        }
    }

    @Test
    void hidesItsKey() {
        assertEquals(
                "TransportIdentity[CN=notebook 17,O=Laborklinik Nord]",
                device.toString().replace(", ", ","));
    }

    private CompletableFuture<Link> dial(Endpoint at) {
        return new Ladder(net.loops, device, net.clock, Loopback.quick(), Watermarks.USUAL).dial(at, Loopback.AT_MOST);
    }

    private Listener listener(TransportIdentity identity) throws ListenFailed {
        return listener("127.0.0.1", 0, identity);
    }

    private Listener listener(String address, int port) throws ListenFailed {
        return listener(address, port, Loopback.identity(net.site.operator(), net.site));
    }

    private Listener listener(String address, int port, TransportIdentity identity) throws ListenFailed {
        Listener.Settings settings = new Listener.Settings(
                Loopback.AT_MOST, ListenLimits.USUAL, Loopback.quick(), Watermarks.USUAL, net.clock, OuterTls.usual());
        return Listener.listen(net.loops, address, port, identity, settings, link -> {});
    }

    private static Endpoint at(int port) {
        return new Endpoint("127.0.0.1", port);
    }
}

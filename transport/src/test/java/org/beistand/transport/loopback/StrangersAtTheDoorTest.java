package org.beistand.transport.loopback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.beistand.crypto.identity.Site;
import org.beistand.protocol.value.Reason;
import org.beistand.transport.dial.Ladder;
import org.beistand.transport.link.Link;
import org.beistand.transport.link.Watermarks;
import org.beistand.transport.listen.ListenLimits;
import org.beistand.transport.memory.Recorder;
import org.beistand.transport.pipeline.Pace;
import org.beistand.transport.tls.OuterTls;
import org.beistand.transport.tls.TransportIdentity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("001-32")
class StrangersAtTheDoorTest {
    private static final String AES_128 = "TLS_AES_128_GCM_SHA256";

    /** Whoever stands at a door of either make is treated the same. */
    static Stream<SslProvider> makes() {
        return Stream.of(OuterTls.usual(), SslProvider.JDK).distinct();
    }

    private Loopback net;

    @AfterEach
    void close() {
        net.close();
    }

    @ParameterizedTest
    @MethodSource("makes")
    void fromAnotherInstallationAreRefusedAndKnowWhy(SslProvider make) throws Exception {
        open(make);
        Site other = new Site("Anderes Haus", net.clock);
        TransportIdentity foreign = Loopback.identity(other.device(), net.site);
        assertEquals(Reason.CLIENT_NOT_GENUINE, net.failure(foreign, net.clock, net.endpoint()));
        assertNobodyInsideAndTheDoorWorks();
    }

    @ParameterizedTest
    @MethodSource("makes")
    void withAnExpiredCertificateAreRefusedAndKnowWhy(SslProvider make) throws Exception {
        InstantSource later = () -> Clock.systemUTC().instant().plus(Duration.ofDays(6 * 365));
        net = new Loopback(ListenLimits.USUAL, Loopback.quick(), Watermarks.USUAL, make, later);
        TransportIdentity device = Loopback.identity(net.site.device(), net.site);
        assertEquals(Reason.CLIENT_NOT_GENUINE, net.failure(device, net.clock, net.endpoint()));
        assertFalse(net.somebodyInside());
    }

    @ParameterizedTest
    @MethodSource("makes")
    void withACertificateForAnotherPurposeAreRefused(SslProvider make) throws Exception {
        open(make);
        TransportIdentity authority = Loopback.identity(net.site.current.identity(), net.site);
        assertEquals(Reason.CLIENT_NOT_GENUINE, net.failure(authority, net.clock, net.endpoint()));
        assertNobodyInsideAndTheDoorWorks();
    }

    @ParameterizedTest
    @MethodSource("makes")
    void withSomebodyElsesCertificateAreRefused(SslProvider make) throws Exception {
        open(make);
        TransportIdentity mixed =
                new TransportIdentity(net.site.device().key(), net.site.device().chain(), net.site.anchors.roots());
        assertNotEquals(Reason.SERVER_UNREACHABLE, net.failure(mixed, net.clock, net.endpoint()));
        assertNobodyInsideAndTheDoorWorks();
    }

    @ParameterizedTest
    @MethodSource("makes")
    void withoutACertificateAreRefused(SslProvider make) throws Exception {
        open(make);
        SSLSocket socket = Stranger.tls(net.endpoint(), null, OuterTls.PROTOCOL);
        assertTrue(Stranger.isThrownOut(socket));
        assertNobodyInsideAndTheDoorWorks();
    }

    @ParameterizedTest
    @MethodSource("makes")
    void withAnOlderTlsAreRefused(SslProvider make) throws Exception {
        open(make);
        TransportIdentity device = Loopback.identity(net.site.device(), net.site);
        try (SSLSocket socket = Stranger.tls(net.endpoint(), device, "TLSv1.2")) {
            assertThrows(SSLException.class, socket::startHandshake);
        }
        assertNobodyInsideAndTheDoorWorks();
    }

    @ParameterizedTest
    @MethodSource("makes")
    void whoWantAShorterKeyAreRefused(SslProvider make) throws Exception {
        open(make);
        TransportIdentity device = Loopback.identity(net.site.device(), net.site);
        assertTrue(Stranger.isThrownOut(Stranger.tls(net.endpoint(), device, OuterTls.PROTOCOL, AES_128)));
        assertNobodyInsideAndTheDoorWorks();
    }

    @ParameterizedTest
    @MethodSource("makes")
    void whoSpeakPlainTextAreThrownOut(SslProvider make) throws Exception {
        open(make);
        Socket socket = Stranger.bare(net.endpoint());
        socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        assertTrue(Stranger.isThrownOut(socket));
        assertNobodyInsideAndTheDoorWorks();
    }

    @ParameterizedTest
    @MethodSource("makes")
    void whoSpeakGarbageAreThrownOut(SslProvider make) throws Exception {
        open(make);
        for (int seed = 0; seed < 20; seed++) {
            Socket socket = Stranger.bare(net.endpoint());
            byte[] garbage = new byte[5_000];
            new Random(seed).nextBytes(garbage);
            try {
                socket.getOutputStream().write(garbage);
            } catch (IOException e) {
                // Thrown out even before the end.
            }
            assertTrue(Stranger.isThrownOut(socket), "seed " + seed);
        }
        assertNobodyInsideAndTheDoorWorks();
    }

    @ParameterizedTest
    @MethodSource("makes")
    void whoSayNothingOrAlmostNothingAreThrownOutInTime(SslProvider make) throws Exception {
        Pace impatient = Loopback.quick().withHandshake(Duration.ofSeconds(2));
        net = new Loopback(ListenLimits.USUAL, impatient, Watermarks.USUAL, make);
        Socket silent = Stranger.bare(net.endpoint());
        Socket slow = Stranger.bare(net.endpoint());
        // The beginning of a handshake record, which is never finished.
        slow.getOutputStream().write(new byte[] {22, 3, 1, 2, 0, 1});
        assertTrue(Stranger.isThrownOut(silent));
        assertTrue(Stranger.isThrownOut(slow));
        assertNobodyInsideAndTheDoorWorks();
    }

    @ParameterizedTest
    @MethodSource("makes")
    void whoFallSilentAfterBeingLetInCountAsLost(SslProvider make) throws Exception {
        open(make);
        TransportIdentity device = Loopback.identity(net.site.device(), net.site);
        SSLSocket socket = Stranger.tls(net.endpoint(), device, OuterTls.PROTOCOL, OuterTls.CIPHER);
        socket.startHandshake();
        Recorder atServer = new Recorder();
        net.accepted().open(atServer);
        assertEquals(Reason.CONNECTION_LOST, atServer.awaitClosed());
        assertTrue(Stranger.isThrownOut(socket));
    }

    @ParameterizedTest
    @MethodSource("makes")
    void whoSendFramesBeyondTheLimitAreThrownOut(SslProvider make) throws Exception {
        open(make);
        TransportIdentity device = Loopback.identity(net.site.device(), net.site);
        SSLSocket socket = Stranger.tls(net.endpoint(), device, OuterTls.PROTOCOL, OuterTls.CIPHER);
        OutputStream out = socket.getOutputStream();
        out.write(new byte[] {0, 0, 0, 2, 'h', 'i', 0x7F, 0, 0, 0});
        Recorder atServer = new Recorder();
        net.accepted().open(atServer);
        assertEquals(Reason.PROTOCOL_VIOLATION, atServer.awaitClosed());
        assertEquals(1, atServer.frames().size());
        assertTrue(Stranger.isThrownOut(socket));
    }

    @ParameterizedTest
    @MethodSource("makes")
    void cannotComeBackOnAnEarlierHandshake(SslProvider make) throws Exception {
        open(make);
        AtomicInteger shown = new AtomicInteger();
        SSLContext context = Stranger.context(Loopback.identity(net.site.device(), net.site), shown);
        for (int i = 1; i <= 3; i++) {
            try (SSLSocket socket = Stranger.tls(context, net.endpoint(), OuterTls.PROTOCOL, OuterTls.CIPHER)) {
                // The welcome comes after any ticket.
                assertEquals(4, socket.getInputStream().readNBytes(4).length);
            }
            // A server shows its certificate in a whole handshake only.
            assertEquals(i, shown.get());
        }
    }

    @ParameterizedTest
    @MethodSource("makes")
    void whoAreTooManyHearThatTheServerIsBusy(SslProvider make) throws Exception {
        ListenLimits two = new ListenLimits(2, 2, 64, 64);
        net = new Loopback(two, Loopback.quick(), Watermarks.USUAL, make);
        Link first = net.dial();
        net.dial();
        TransportIdentity device = Loopback.identity(net.site.device(), net.site);
        assertEquals(Reason.SERVER_BUSY, net.failure(device, net.clock, net.endpoint()));
        Recorder atServer = new Recorder();
        net.accepted().open(atServer);
        first.close(Reason.ATTENDEE_LEFT);
        assertEquals(Reason.ATTENDEE_LEFT, atServer.awaitClosed());
        net.dial();
    }

    @ParameterizedTest
    @MethodSource("makes")
    void whoKnockTooOftenAtOnceAreNotHeard(SslProvider make) throws Exception {
        ListenLimits three = new ListenLimits(10, 10, 3, 3);
        net = new Loopback(three, Loopback.quick().withHandshake(Duration.ofMinutes(1)), Watermarks.USUAL, make);
        Semaphore thrownOut = new Semaphore(0);
        List<Socket> knocking = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Socket socket = Stranger.bare(net.endpoint());
            knocking.add(socket);
            Thread.ofVirtual().start(() -> {
                if (Stranger.hearsTheEnd(socket)) {
                    thrownOut.release();
                }
            });
        }
        assertTrue(thrownOut.tryAcquire(5, 10, TimeUnit.SECONDS));
        assertFalse(thrownOut.tryAcquire(100, TimeUnit.MILLISECONDS));
        for (Socket socket : knocking) {
            socket.close();
        }
        assertNobodyInsideAndTheDoorWorks();
    }

    private void open(SslProvider make) throws Exception {
        net = new Loopback(ListenLimits.USUAL, Loopback.quick(), Watermarks.USUAL, make);
    }

    private void assertNobodyInsideAndTheDoorWorks() throws Exception {
        assertFalse(net.somebodyInside());
        TransportIdentity device = Loopback.identity(net.site.device(), net.site);
        Loopback.linkOf(new Ladder(net.loops, device, net.clock).dial(net.endpoint(), Loopback.AT_MOST));
        net.accepted();
    }
}

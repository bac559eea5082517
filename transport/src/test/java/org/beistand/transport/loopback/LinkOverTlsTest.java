package org.beistand.transport.loopback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.handler.ssl.SslProvider;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.MalformedMessage;
import org.beistand.protocol.wire.Octets;
import org.beistand.transport.dial.Ladder;
import org.beistand.transport.link.Link;
import org.beistand.transport.link.Watermarks;
import org.beistand.transport.listen.ListenLimits;
import org.beistand.transport.memory.Recorder;
import org.beistand.transport.pipeline.Loops;
import org.beistand.transport.pipeline.Pace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LinkOverTlsTest {
    @ParameterizedTest
    @EnumSource(
            value = SslProvider.class,
            names = {"OPENSSL", "JDK"})
    @Tag("001-32")
    @Tag("001-99")
    @Tag("001-104")
    void carriesFramesBothWaysBetweenProvedPeers(SslProvider provider) throws Exception {
        try (Loopback net = new Loopback(ListenLimits.USUAL, Pace.USUAL, Watermarks.USUAL, provider)) {
            Link client = net.dial();
            Link server = net.accepted();
            Recorder atClient = new Recorder();
            Recorder atServer = new Recorder(server::send);
            client.open(atClient);
            server.open(atServer);
            List<Octets> sent = frames(1, 50, 16 << 10, 70_000, Loopback.AT_MOST, 1);
            sent.forEach(client::send);
            assertEquals(sent, atServer.awaitFrames(sent.size()));
            assertEquals(sent, atClient.awaitFrames(sent.size()));
            assertEquals(
                    net.listener.localPort(), ((InetSocketAddress) client.peer().address()).getPort());
            assertTrue(subject(client).contains("operator"), subject(client));
            assertTrue(subject(server).contains("notebook 17"), subject(server));
        }
    }

    @Test
    void tellsNothingAfterAPauseNotEvenAFrameThatIsAlreadyHere() throws Exception {
        try (Loopback net = new Loopback()) {
            Link client = net.dial();
            Link server = net.accepted();
            Recorder atServer = new Recorder(frame -> server.pause());
            server.open(atServer);
            client.open(new Recorder());
            frames(1, 2, 3).forEach(client::send);
            for (int told = 1; told <= 3; told++) {
                assertEquals(told, atServer.awaitFrames(told).size());
                settle(net);
                assertEquals(told, atServer.frames().size());
                server.resume();
            }
        }
    }

    @Test
    void keepsBytesThatComeBeforeItIsOpened() throws Exception {
        try (Loopback net = new Loopback()) {
            Link client = net.dial();
            client.open(new Recorder());
            List<Octets> sent = frames(5, 6, 7);
            sent.forEach(client::send);
            Link server = net.accepted();
            settle(net);
            Recorder atServer = new Recorder();
            server.open(atServer);
            assertEquals(sent, atServer.awaitFrames(3));
        }
    }

    @Test
    void pushesBackOnASenderWhenTheReceiverPauses() throws Exception {
        try (Loopback net = new Loopback()) {
            Link client = net.dial();
            Link server = net.accepted();
            Recorder atClient = new Recorder();
            Recorder atServer = new Recorder();
            client.open(atClient);
            int sent = 0;
            // The sockets' own buffers take some; then nothing goes any more.
            do {
                while (client.isWritable()) {
                    client.send(frame(16 << 10, sent++));
                }
                settle(net);
            } while (client.isWritable());
            assertFalse(atClient.changes().getLast());
            int changes = atClient.changes().size();
            server.open(atServer);
            atClient.awaitChanges(changes + 1);
            assertTrue(atClient.changes().getLast());
            assertEquals(sent, atServer.awaitFrames(sent).size());
        }
    }

    @Test
    void endsTheLinkOfASenderWhoNeverWaits() throws Exception {
        try (Loopback net = new Loopback()) {
            Link client = net.dial();
            Link server = net.accepted();
            Recorder atClient = new Recorder();
            client.open(atClient);
            for (int i = 0; i < 200; i++) {
                client.send(frame(1 << 20, i));
            }
            assertEquals(Reason.TOO_SLOW, atClient.awaitClosed());
            Recorder atServer = new Recorder();
            server.open(atServer);
            assertEquals(Reason.CONNECTION_LOST, atServer.awaitClosed());
        }
    }

    @Test
    void sendsEverythingBeforeItEndsAndTellsBothSidesTheReasonOnce() throws Exception {
        try (Loopback net = new Loopback()) {
            Link client = net.dial();
            Link server = net.accepted();
            Recorder atClient = new Recorder();
            Recorder atServer = new Recorder(frame -> server.send(frame));
            client.open(atClient);
            server.open(atServer);
            List<Octets> sent =
                    IntStream.range(0, 100).mapToObj(i -> frame(30_000, i)).toList();
            sent.forEach(client::send);
            client.close(Reason.SESSION_ENDED);
            client.close(Reason.INTERNAL);
            client.send(frame(1, 1));
            assertEquals(Reason.SESSION_ENDED, atServer.awaitClosed());
            assertEquals(sent, atServer.frames());
            assertEquals(Reason.SESSION_ENDED, atClient.awaitClosed());
            settle(net);
            assertEquals(1, atClient.closings().size());
            assertEquals(1, atServer.closings().size());
        }
    }

    @Test
    void tellsTheEndAlsoToWhoOpensLate() throws Exception {
        try (Loopback net = new Loopback()) {
            Link client = net.dial();
            Recorder late = new Recorder();
            client.close(Reason.ATTENDEE_LEFT);
            settle(net);
            client.open(late);
            assertEquals(Reason.ATTENDEE_LEFT, late.awaitClosed());
        }
    }

    @Test
    void endsAsAViolationWhenTheReceiverCannotReadAFrame() throws Exception {
        try (Loopback net = new Loopback()) {
            Link client = net.dial();
            Link server = net.accepted();
            Recorder atClient = new Recorder();
            Recorder strict = new Recorder(frame -> {
                throw new MalformedMessage("not a message");
            });
            client.open(atClient);
            server.open(strict);
            client.send(frame(10, 1));
            assertEquals(Reason.PROTOCOL_VIOLATION, atClient.awaitClosed());
            assertEquals(Reason.PROTOCOL_VIOLATION, strict.awaitClosed());
        }
    }

    @Test
    void refusesToSendWhatTheOtherSideWouldRefuse() throws Exception {
        try (Loopback net = new Loopback(Loopback.quick())) {
            Link client = net.dial();
            assertThrows(IllegalArgumentException.class, () -> client.send(Octets.EMPTY));
            assertThrows(IllegalArgumentException.class, () -> client.send(Octets.of(new byte[Loopback.AT_MOST + 1])));
            assertTrue(client.isWritable());
        }
    }

    @Test
    void isOpenedOnlyOnce() throws Exception {
        try (Loopback net = new Loopback()) {
            Link client = net.dial();
            client.open(new Recorder());
            assertThrows(IllegalStateException.class, () -> client.open(new Recorder()));
        }
    }

    @Test
    void staysAliveWithoutTalkAndAlsoWhilePaused() throws Exception {
        try (Loopback net = new Loopback(Loopback.quick())) {
            Link client = net.dial();
            Link server = net.accepted();
            Recorder atServer = new Recorder();
            server.open(atServer);
            server.pause();
            // Longer than the server bears silence, by the clock of the loops.
            net.loops.group().schedule(() -> {}, 3, TimeUnit.SECONDS).sync();
            assertEquals(List.of(), atServer.closings());
            server.resume();
            client.send(frame(1, 1));
            assertEquals(1, atServer.awaitFrames(1).size());
        }
    }

    @Test
    void keepsTheOrderOfEachSenderWhenManySendAndTheReceiverStumbles() throws Exception {
        int senders = 4;
        int each = 3_000;
        try (Loopback net = new Loopback()) {
            Link client = net.dial();
            Link server = net.accepted();
            Semaphore room = new Semaphore(0);
            Recorder atServer = new Recorder(frame -> {
                if (frame.at(4) % 50 == 49) {
                    server.pause();
                    net.loops.group().schedule(server::resume, 1, TimeUnit.MILLISECONDS);
                }
            });
            server.open(atServer);
            client.open(new Recorder() {
                @Override
                public void writable(boolean now) {
                    room.release(senders);
                }
            });
            for (int sender = 0; sender < senders; sender++) {
                int who = sender;
                Thread.ofPlatform().start(() -> {
                    for (int i = 0; i < each; i++) {
                        while (!client.isWritable()) {
                            room.acquireUninterruptibly();
                        }
                        byte[] frame = new byte[5 + (i * 37) % 3_000];
                        ByteBuffer.wrap(frame)
                                .put((byte) who)
                                .put(4, (byte) (i % 128))
                                .putShort(1, (short) i);
                        client.send(Octets.of(frame));
                    }
                });
            }
            int[] next = new int[senders];
            for (Octets frame : atServer.awaitFrames(senders * each)) {
                int who = frame.at(0);
                assertEquals(next[who]++, ByteBuffer.wrap(frame.toArray()).getShort(1));
            }
            assertEquals(senders * each, IntStream.of(next).sum());
        }
    }

    @Test
    void countsAsLostWhenTheOtherProgramIsGone() throws Exception {
        try (Loopback net = new Loopback()) {
            Loops others = new Loops(1);
            Ladder ladder = new Ladder(others, Loopback.identity(net.site.device(), net.site), net.clock);
            Link client = Loopback.linkOf(ladder.dial(net.endpoint(), Loopback.AT_MOST));
            Recorder atClient = new Recorder();
            client.open(atClient);
            Link server = net.accepted();
            Recorder atServer = new Recorder();
            server.open(atServer);
            others.close();
            assertEquals(Reason.CONNECTION_LOST, atServer.awaitClosed());
            assertEquals(Reason.CONNECTION_LOST, atClient.awaitClosed());
            client.send(frame(1, 1));
            client.close(Reason.INTERNAL);
        }
    }

    @Test
    void tellsEverybodyInsideThatTheServerStops() throws Exception {
        try (Loopback net = new Loopback()) {
            Link client = net.dial();
            Recorder atClient = new Recorder();
            client.open(atClient);
            net.accepted().open(new Recorder());
            net.listener.close();
            assertEquals(Reason.SERVER_STOPPING, atClient.awaitClosed());
            assertEquals(
                    Reason.SERVER_UNREACHABLE,
                    net.failure(Loopback.identity(net.site.device(), net.site), net.clock, net.endpoint()));
            assertFalse(net.somebodyInside());
        }
    }

    private static void settle(Loopback net) throws InterruptedException {
        // Enough turns of the loops for what is on its way to arrive.
        net.loops.group().schedule(() -> {}, 100, TimeUnit.MILLISECONDS).sync();
    }

    private static String subject(Link link) {
        return link.peer().certificates().getFirst().getSubjectX500Principal().getName();
    }

    private static List<Octets> frames(int... lengths) {
        return IntStream.of(lengths).mapToObj(length -> frame(length, length)).toList();
    }

    private static Octets frame(int length, long seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return Octets.of(bytes);
    }
}

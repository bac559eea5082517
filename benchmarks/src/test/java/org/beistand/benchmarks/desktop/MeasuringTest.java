package org.beistand.benchmarks.desktop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import org.beistand.benchmarks.player.Scenes;
import org.junit.jupiter.api.Test;

/** The instruments themselves. */
class MeasuringTest {
    @Test
    void equalPicturesHaveNoError() {
        int[] picture = {0x123456, 0xFFFFFF};
        assertEquals(PictureError.EXACT, PictureError.psnr(picture, picture.clone()));
        assertEquals(0, PictureError.differing(picture, picture.clone()));
    }

    @Test
    void theErrorCountsAllThreeColoursOfAllPixels() {
        int[] one = {0x000000, 0x000000};
        int[] other = {0x000000, 0xFFFFFF};
        // Half of everything is as wrong as can be.
        assertEquals(10 * Math.log10(2), PictureError.psnr(one, other), 1e-9);
        assertEquals(48.13, PictureError.psnr(new int[] {0x808080}, new int[] {0x818181}), 0.01);
        assertEquals(0.5, PictureError.differing(one, other));
    }

    @Test
    void theMiddleAndTheTailAreFoundInAnyOrder() {
        Ranked ranked = Ranked.of(DoubleStream.of(5, 1, 4, 2, 3));
        assertEquals(3, ranked.median());
        assertEquals(1, ranked.least());
        assertEquals(5, ranked.at(0.95));
        assertTrue(Double.isNaN(Ranked.of(List.of()).median()));
    }

    @Test
    void theKernelsCountersAreSummedOverAllSockets() {
        List<String> sockets = List.of(
                "ESTAB 0 0 127.0.0.1:1 127.0.0.1:2 users:((\"java\",pid=7,fd=9)) cubic bytes_sent:10 bytes_acked:10 bytes_received:300",
                "ESTAB 0 0 127.0.0.1:3 127.0.0.1:2 users:((\"java\",pid=7,fd=10)) cubic bytes_received:4");
        assertEquals(304, Load.sum(Pattern.compile("bytes_received:(\\d+)"), sockets));
        assertEquals(10, Load.sum(Pattern.compile("bytes_sent:(\\d+)"), sockets));
    }

    @Test
    void theSlowLineChangesNoByteAndIsLateInBothDirections() throws Exception {
        byte[] much = new byte[1 << 20];
        new SplittableRandom(1).nextBytes(much);
        long delay = 20_000_000;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                SlowLine line = new SlowLine(0, server.getLocalPort(), delay);
                Socket client = new Socket(InetAddress.getLoopbackAddress(), line.port())) {
            CompletableFuture<Void> echo = CompletableFuture.runAsync(() -> {
                try (Socket accepted = server.accept()) {
                    accepted.getOutputStream().write(accepted.getInputStream().readNBytes(much.length));
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            long begin = System.nanoTime();
            client.getOutputStream().write(much);
            byte[] back = client.getInputStream().readNBytes(much.length);
            assertTrue(System.nanoTime() - begin >= 2 * delay, "it came too early");
            assertArrayEquals(much, back);
            echo.join();
        }
    }

    @Test
    void thePlanFollowsTheCommandLine() {
        Plan all = Plan.of(List.of());
        assertEquals(7, all.scenes().size());
        assertTrue(all.far() && all.near());
        Plan one = Plan.of(List.of("--scenario", "scroll", "--only", "us", "--rounds", "2"));
        assertEquals(List.of(Scenes.SCROLL), one.scenes());
        assertEquals(Set.of("us"), one.only());
        assertEquals(2, one.rounds());
        assertFalse(one.far() || one.near());
        assertEquals(1, Plan.of(List.of("--quick")).rounds());
        assertThrows(IllegalArgumentException.class, () -> Plan.of(List.of("--only", "anybody")));
        assertThrows(IllegalArgumentException.class, () -> Plan.of(List.of("--wrong")));
    }
}

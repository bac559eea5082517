package org.beistand.client.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.EndDirective;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.beistand.client.desktop.Picture;
import org.beistand.protocol.wire.MalformedMessage;
import org.beistand.protocol.wire.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever an owner's program says, the viewer's shows a picture of it or ends it, and nothing worse. */
@Timeout(300)
class HostileStreamTest {
    private static final long SEED = Long.getLong("beistand.seed", System.nanoTime());
    private static final int WIDTH = 150;
    private static final int HEIGHT = 97;
    private static final int PICTURES = 5;
    private static final int SKETCHES_MUTATED = Integer.getInteger("beistand.mutations", 10_000);

    private final SplittableRandom random = new SplittableRandom(SEED);

    @Test
    void survivesAHundredThousandMutations() {
        List<List<Octets>> streams = new ArrayList<>();
        List<List<Octets>> drawn = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            streams.add(stream());
            drawn.add(streams.get(i).stream().map(HostileStreamTest::firstPart).toList());
        }
        drawn.replaceAll(HostileStreamTest::unpressed);
        int refused = 0;
        long most = 0;
        for (int i = 0; i < 100_000; i++) {
            int which = random.nextInt(streams.size());
            List<Octets> other = streams.get(random.nextInt(streams.size()));
            int at = random.nextInt(PICTURES);
            List<Octets> mutated = new ArrayList<>(streams.get(which));
            if (i % 2 == 0) {
                mutated.set(at, mutate(mutated.get(at), other.get(random.nextInt(PICTURES))));
            } else {
                // Beneath the compression, where mutations reach our own reader.
                List<Octets> raw = new ArrayList<>(drawn.get(which));
                raw.set(at, mutate(raw.get(at), raw.get(random.nextInt(PICTURES))));
                mutated = pressed(raw);
            }
            long before = allocated();
            refused += plays(mutated) ? 0 : 1;
            most = Math.max(most, allocated() - before);
        }
        assertTrue(refused > 50_000, "only " + refused + " were refused, seed " + SEED);
        assertTrue(most < 2_000_000, most + " bytes for one stream, seed " + SEED);
    }

    @Test
    void survivesMutationsOfSketches() {
        List<Octets> stream = filmed();
        List<Octets> drawn =
                unpressed(stream.stream().map(HostileStreamTest::firstPart).toList());
        List<Octets> photographic =
                unpressed(stream.stream().map(HostileStreamTest::secondPart).toList());
        assertTrue(plays(together(drawn, photographic)), "as it was");
        int refused = 0;
        long most = 0;
        for (int i = 0; i < SKETCHES_MUTATED; i++) {
            List<Octets> which = new ArrayList<>(i % 4 == 0 ? drawn : photographic);
            int at = random.nextInt(PICTURES);
            which.set(at, mutate(which.get(at), which.get(random.nextInt(PICTURES))));
            List<Octets> mutated = i % 4 == 0 ? together(which, photographic) : together(drawn, which);
            long before = allocated();
            refused += plays(mutated) ? 0 : 1;
            most = Math.max(most, allocated() - before);
        }
        assertTrue(refused > SKETCHES_MUTATED / 4, "only " + refused + " were refused, seed " + SEED);
        assertTrue(most < 2_000_000, most + " bytes for one stream, seed " + SEED);
    }

    @Test
    void isDeadAfterTheFirstLie() {
        List<Octets> good = stream();
        try (ScreenDecoder decoder = new ScreenDecoder(WIDTH, HEIGHT)) {
            Picture picture = new Picture(WIDTH, HEIGHT);
            assertThrows(MalformedMessage.class, () -> decoder.apply(Octets.EMPTY, picture));
            assertThrows(MalformedMessage.class, () -> decoder.apply(good.getFirst(), picture));
        }
    }

    @Test
    void doesNotUnpackABomb() {
        // A billion zeros: the reader wants a few of them and finds the rest left over.
        try (ZstdCompressCtx zstd = new ZstdCompressCtx()) {
            zstd.setLong(ScreenFormat.WINDOW_LOG);
            zstd.setContentSize(false);
            ByteBuffer bomb = ByteBuffer.allocate(1 << 20);
            ByteBuffer zeros = ByteBuffer.allocate(1 << 20);
            for (int i = 0; i < 1_000; i++) {
                zeros.clear();
                zstd.compressByteBufferStream(bomb, zeros, i < 999 ? EndDirective.CONTINUE : EndDirective.FLUSH);
            }
            bomb.flip();
            assertTrue(bomb.remaining() < 200_000);
            long before = allocated();
            assertEquals(false, plays(List.of(framed(Octets.of(bomb.array(), 0, bomb.remaining())))));
            assertTrue(allocated() - before < 1_000_000);
        }
    }

    @Test
    void refusesAWindowThatWouldTakeMoreMemory() {
        byte[] first = stream().getFirst().toArray();
        int window = indexOf(first, ScreenFormat.STREAM_HEADER) + 5;
        for (int log = 24; log <= 41; log++) {
            first[window] = (byte) ((log - 10) << 3);
            assertEquals(false, plays(List.of(Octets.of(first.clone()))), "2^" + log);
        }
    }

    @Test
    void refusesASecondFrameOfZstd() {
        try (ZstdCompressCtx zstd = new ZstdCompressCtx()) {
            zstd.setLong(ScreenFormat.WINDOW_LOG);
            zstd.setContentSize(false);
            ByteBuffer out = ByteBuffer.allocate(100);
            zstd.compressByteBufferStream(out, ByteBuffer.allocate(1), EndDirective.FLUSH);
            zstd.compressByteBufferStream(out, ByteBuffer.allocate(1), EndDirective.END);
            assertEquals(false, plays(List.of(framed(Octets.of(out.array(), 0, out.position())))));
        }
    }

    @Test
    void refusesWhatNoEncoderSays() {
        assertTrue(saying(out -> says(out, 0, 0)), "nothing at all is allowed");
        assertTrue(saying(out -> says(out, 0, 0x81, 0, 1, 2, 3, 0)), "one colour");
        assertRefused("too many groups", 9);
        assertRefused("no copy in a group", 1, 0, 1, 0, 1, 0, 0, 0);
        assertRefused("a copy from above the picture", 1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 1, 0, 1, 0);
        assertRefused("a copy beyond the right edge", 1, 0, 0, 0, 1, 0, 1, 0, 100, 0, 9, 0, 51, 0, 1, 0);
        assertRefused("an empty copy", 1, 0, 0, 0, 1, 0, 1, 0, 1, 0, 9, 0, 0, 0, 1, 0);
        assertRefused("a kind that is not there", 0, 0x86, 0, 1, 2, 3, 0);
        assertRefused("a tile beyond the last", 0, 0x81, 6, 1, 2, 3, 0);
        assertRefused("the same tile beyond the last by steps", 0, 0x81, 5, 1, 2, 3, 0x81, 0, 1, 2, 3, 0);
        assertRefused("a number without an end", 0, 0x81, 0x80, 0x80, 0x80, 0x80, 0);
        assertRefused("pixels outside the tile", 0, 1, 0, 60, 0, 4, 0, 1, 2, 3, 0);
        assertRefused("pixels outside the picture", 0, 1, 5, 0, 0, 10, 33, 1, 2, 3, 0);
        assertRefused("a palette of one colour", 0, 2, 0, 0, 0, 0, 0, 1, 1, 2, 3, 0, 0);
        assertRefused("a palette of 65 colours", 0, 2, 0, 0, 0, 0, 0, 65, 1, 2, 3, 0, 0);
        assertRefused("a colour beyond the palette", 0, 2, 0, 0, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0xC0, 0);
        assertRefused("a photograph that is not there", 0, 0x45, 0, 0, 0, 0, 0, 0);
        assertRefused("a sketch outside of the sketches", 0, 0x87, 0, 0);
        assertRefused("sketches without anything that says how they look", 0, 8, 16, 0);
        assertRefused("coarser than anybody sketches", 0, 8, 48, 0);
        assertRefused("no end", 0, 0x81, 0, 1, 2, 3);
        assertRefused("something after the end", 0, 0, 0);
    }

    @Test
    void refusesSketchesThatNobodyDraws() {
        int[] begun = {0, 0, 0, 0, 0};
        assertTrue(sketching(begun, 0, 8, 16, 0), "none at all");
        assertTrue(sketching(begun, 0, 8, 47, 7, 0, 0, 0, 0, 0, 0), "a pixel that stays as it is");
        assertEquals(false, sketching(new int[] {1, 0, 0, 0, 0}, 0, 8, 16, 0), "another beginning");
        assertEquals(false, sketching(new int[] {0, 0, 0, 0}, 0, 8, 16, 0), "too short a beginning");
        assertEquals(false, sketching(new int[] {0, 0, 0, 0, 0, 0}, 0, 8, 16, 0), "something after the end");
        assertEquals(false, sketching(begun, 0, 8, 16, 8, 16, 0, 0), "sketches among the sketches");
        assertEquals(false, sketching(begun, 0, 8, 16, 0x81, 0, 1, 2, 3, 0), "one colour among the sketches");
        assertEquals(false, sketching(begun, 0, 8, 16, 0x87, 6, 0), "a tile beyond the last");
        assertEquals(false, sketching(new int[] {0, 255, 255, 255, 255}, 0, 8, 16, 0x87, 0, 0), "an endless tile");
    }

    @Test
    void boundsTheWorkOfCopies() {
        int[] said = new int[1 + 6 + 512 * 8 + 1];
        said[0] = 1;
        said[5] = 512 >> 8;
        for (int i = 0; i < 512; i++) {
            said[7 + 8 * i + 5] = WIDTH;
            said[7 + 8 * i + 7] = HEIGHT;
        }
        assertRefused("the whole picture 512 times", said);
    }

    @Test
    void hasNoPictureOfAnUnlikelySize() {
        int[][] unlikely = {{0, 5}, {5, 0}, {-1, 5}, {16_385, 1}, {1, 65_535}, {16_384, 16_384}, {8_193, 8_192}};
        for (int[] size : unlikely) {
            assertThrows(MalformedMessage.class, () -> new ScreenDecoder(size[0], size[1]));
            assertThrows(IllegalArgumentException.class, () -> new ScreenEncoder(size[0], size[1]));
        }
    }

    private void assertRefused(String why, int... said) {
        assertEquals(false, saying(out -> says(out, said)), why);
    }

    private static void says(Press out, int... bytes) {
        for (int one : bytes) {
            out.u8(one);
        }
    }

    private static boolean sketching(int[] photographic, int... drawn) {
        try (Press first = new Press(1);
                Press second = new Press(1)) {
            says(first, drawn);
            says(second, photographic);
            return plays(List.of(framed(flushed(first), flushed(second))));
        }
    }

    private static Octets flushed(Press press) {
        press.flush();
        byte[] said = new byte[press.pressed()];
        press.take(said, 0);
        return Octets.of(said);
    }

    private static boolean saying(Consumer<Press> what) {
        try (Press press = new Press(1)) {
            what.accept(press);
            return plays(List.of(framed(flushed(press))));
        }
    }

    /** Whether the decoder accepts all of it; any other exception than the one that is allowed fails the test. */
    private static boolean plays(List<Octets> stream) {
        Picture picture = new Picture(WIDTH, HEIGHT);
        try (ScreenDecoder decoder = new ScreenDecoder(WIDTH, HEIGHT)) {
            for (Octets one : stream) {
                decoder.apply(one, picture).forEach(area -> assertEquals(area, area.intersect(picture.area())));
            }
            return true;
        } catch (MalformedMessage e) {
            return false;
        }
    }

    private List<Octets> stream() {
        RandomScreen screen = new RandomScreen(WIDTH, HEIGHT, random);
        List<Octets> stream = new ArrayList<>();
        try (ScreenEncoder encoder = new ScreenEncoder(WIDTH, HEIGHT)) {
            while (stream.size() < PICTURES) {
                screen.next();
                encoder.encode(screen.picture, screen.damage, screen.hints).ifPresent(stream::add);
            }
        }
        return stream;
    }

    /** A film over all of the screen, sharpened in the end. */
    private List<Octets> filmed() {
        List<Octets> stream = new ArrayList<>();
        Activity film = Activity.photographs(WIDTH, HEIGHT);
        Picture now = new Picture(WIDTH, HEIGHT);
        try (ScreenEncoder encoder = new ScreenEncoder(WIDTH, HEIGHT)) {
            while (stream.size() < PICTURES - 1) {
                encoder.encode(now, film.next(now), List.of()).ifPresent(stream::add);
            }
            stream.add(encoder.sharpen(now, 0).orElseThrow());
        }
        return stream;
    }

    private Octets mutate(Octets original, Octets other) {
        byte[] bytes = original.toArray();
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(6)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[at] = (byte) random.nextInt();
            case 2 -> bytes = Arrays.copyOf(bytes, at);
            case 3 -> bytes = Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(20));
            case 4 -> {
                byte[] tail = other.toArray();
                int from = random.nextInt(tail.length);
                int length = bytes.length;
                bytes = Arrays.copyOf(bytes, at + tail.length - from);
                System.arraycopy(tail, from, bytes, at, tail.length - from);
                assertTrue(at < length);
            }
            default -> {
                for (int i = 1 + random.nextInt(10); i > 0; i--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                }
            }
        }
        return Octets.of(bytes);
    }

    private static Octets firstPart(Octets picture) {
        int length = 0;
        int at = 0;
        do {
            length |= (picture.at(at) & 0x7F) << 7 * at;
        } while (picture.at(at++) < 0);
        return picture.slice(at, length);
    }

    private static Octets secondPart(Octets picture) {
        Octets first = firstPart(picture);
        int from = first.offset() - picture.offset() + first.length();
        return picture.slice(from, picture.length() - from);
    }

    private static List<Octets> together(List<Octets> drawn, List<Octets> photographic) {
        List<Octets> stream = new ArrayList<>();
        try (Press first = new Press(1);
                Press second = new Press(1)) {
            for (int i = 0; i < drawn.size(); i++) {
                first.bytes(drawn.get(i).toArray(), drawn.get(i).length());
                second.bytes(photographic.get(i).toArray(), photographic.get(i).length());
                stream.add(framed(flushed(first), flushed(second)));
            }
        }
        return stream;
    }

    private static Octets framed(Octets drawn, Octets photographic) {
        byte[] first = framed(drawn).toArray();
        byte[] whole = Arrays.copyOf(first, first.length + photographic.length());
        photographic.copyTo(whole, first.length);
        return Octets.of(whole);
    }

    /** Says that all of it is the drawn part. */
    private static Octets framed(Octets drawn) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int length = drawn.length();
        while (length >= 0x80) {
            out.write(length & 0x7F | 0x80);
            length >>>= 7;
        }
        out.write(length);
        out.writeBytes(drawn.toArray());
        return Octets.of(out.toByteArray());
    }

    private static List<Octets> unpressed(List<Octets> stream) {
        List<Octets> raw = new ArrayList<>();
        try (ZstdDecompressCtx zstd = new ZstdDecompressCtx()) {
            for (Octets one : stream) {
                ByteBuffer out = ByteBuffer.allocate(1 << 20);
                ByteBuffer in = ByteBuffer.wrap(one.toArray());
                while (in.hasRemaining()) {
                    zstd.decompressByteBufferStream(out, in);
                }
                raw.add(Octets.of(out.array(), 0, out.position()));
            }
        }
        return raw;
    }

    private static List<Octets> pressed(List<Octets> raw) {
        List<Octets> stream = new ArrayList<>();
        try (Press press = new Press(1)) {
            for (Octets one : raw) {
                press.bytes(one.toArray(), one.length());
                stream.add(framed(flushed(press)));
            }
        }
        return stream;
    }

    private static int indexOf(byte[] all, byte[] part) {
        int at = 0;
        while (!Arrays.equals(all, at, at + part.length, part, 0, part.length)) {
            at++;
        }
        return at;
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}

package org.beistand.client.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.github.luben.zstd.ZstdDecompressCtx;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Picture;
import org.beistand.protocol.session.screen.FramePart;
import org.beistand.protocol.wire.MalformedMessage;
import org.beistand.protocol.wire.Octets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What an owner could send instead of pictures, thought out by a machine that sees which way it went: the few inputs in the
 * repository in every build, as many as there is time for with {@code ./beistand fuzz}.
 */
@Tag("fuzzed")
class FuzzedStreamTest {
    private static final int EPOCH = 1;
    private static final int MOST_PICTURES = 8;
    private static final int LARGEST_BLOCK = 1 << 17;
    private static final int SIDE = 97;

    /** Width, height, then pictures as they arrive, each with its length before it. */
    @MethodSource("streams")
    @FuzzTest
    void pressed(byte[] input) {
        ByteBuffer in = ByteBuffer.wrap(input);
        try (Watched viewer = new Watched(in)) {
            for (int i = 1; i <= MOST_PICTURES && in.hasRemaining(); i++) {
                if (!viewer.takes(taken(in), 1 + i * 300)) {
                    return;
                }
            }
        }
    }

    /** The same beneath the compression, drawn and photographic parts in turn: so it reaches our own reader. */
    @MethodSource("unpressedStreams")
    @FuzzTest
    void unpressed(byte[] input) {
        ByteBuffer in = ByteBuffer.wrap(input);
        try (Watched viewer = new Watched(in)) {
            for (int i = 1; i <= MOST_PICTURES && in.hasRemaining(); i++) {
                if (!viewer.takes(viewer.wrapped(taken(in), taken(in)), 5_000)) {
                    return;
                }
            }
        }
    }

    static List<byte[]> streams() {
        return inputs((stream, out) -> {
            for (Octets picture : stream) {
                put(out, picture);
            }
        });
    }

    static List<byte[]> unpressedStreams() {
        return inputs((stream, out) -> {
            try (ZstdDecompressCtx drawn = new ZstdDecompressCtx();
                    ZstdDecompressCtx photographic = new ZstdDecompressCtx()) {
                for (Octets picture : stream) {
                    int length = 0;
                    int at = 0;
                    do {
                        length |= (picture.at(at) & 0x7F) << 7 * at;
                    } while (picture.at(at++) < 0);
                    put(out, unpressed(drawn, picture.slice(at, length)));
                    put(out, unpressed(photographic, picture.slice(at + length, picture.length() - at - length)));
                }
            }
        });
    }

    /** What an encoder says of screens on which anything happens; small ones, so that a change of a byte matters. */
    private static List<byte[]> inputs(BiConsumer<List<Octets>, ByteArrayOutputStream> write) {
        List<byte[]> inputs = new ArrayList<>();
        for (int seed = 0; seed < 12; seed++) {
            RandomScreen screen = new RandomScreen(SIDE, SIDE, new SplittableRandom(seed));
            List<Octets> stream = new ArrayList<>();
            try (ScreenEncoder encoder = new ScreenEncoder(SIDE, SIDE)) {
                for (int i = 0; i < 4; i++) {
                    screen.next();
                    encoder.pace(0, ScreenEncoder.ENOUGH_BYTES, 1_000L * i);
                    encoder.encode(screen.picture, screen.damage, screen.hints).ifPresent(stream::add);
                }
                encoder.sharpen(screen.picture, 10_000).ifPresent(stream::add);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(SIDE);
            out.write(SIDE);
            write.accept(stream, out);
            inputs.add(out.toByteArray());
        }
        return inputs;
    }

    private static void put(ByteArrayOutputStream out, Octets bytes) {
        out.write(bytes.length() >> 8);
        out.write(bytes.length());
        out.writeBytes(bytes.toArray());
    }

    private static byte[] taken(ByteBuffer in) {
        int length = in.remaining() < 2 ? 0 : Math.min(in.getShort() & 0xFFFF, in.remaining());
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static Octets unpressed(ZstdDecompressCtx zstd, Octets pressed) {
        ByteBuffer out = ByteBuffer.allocate(1 << 18);
        ByteBuffer in = ByteBuffer.wrap(pressed.toArray());
        while (in.hasRemaining()) {
            zstd.decompressByteBufferStream(out, in);
        }
        return Octets.of(out.array(), 0, out.position());
    }

    /** A viewer that looks whether the decoder keeps its promises. */
    private static final class Watched implements AutoCloseable {
        private final Picture picture;
        private final ScreenDecoder decoder;
        private final FrameAssembly assembly = new FrameAssembly(EPOCH);
        private int frame;
        private boolean drawnBegun;
        private boolean photographicBegun;

        Watched(ByteBuffer input) {
            int width = 1 + side(input);
            int height = 1 + side(input);
            picture = new Picture(width, height);
            decoder = new ScreenDecoder(width, height);
        }

        private static int side(ByteBuffer input) {
            return input.hasRemaining() ? (input.get() & 0xFF) - 1 & 0xFF : 0;
        }

        /** @return whether the decoder lives on */
        boolean takes(byte[] encoded, int partBytes) {
            if (encoded.length == 0) {
                return true;
            }
            Octets whole = assembled(++frame, Octets.of(encoded), partBytes);
            int[] before = picture.pixels().clone();
            List<Area> changed;
            try {
                changed = decoder.apply(whole, picture);
            } catch (MalformedMessage e) {
                assertThrows(MalformedMessage.class, () -> decoder.apply(whole, picture));
                return false;
            }
            restore(before, changed);
            assertTrue(Arrays.equals(before, picture.pixels()), "changed where nothing was told of");
            return true;
        }

        private Octets assembled(int number, Octets encoded, int partBytes) {
            Optional<Octets> whole = Optional.empty();
            for (int at = 0; at < encoded.length(); at += partBytes) {
                int length = Math.min(partBytes, encoded.length() - at);
                boolean last = at + length == encoded.length();
                whole = assembly.add(new FramePart(EPOCH, number, last, encoded.slice(at, length)));
                assertEquals(last, whole.isPresent());
            }
            assertEquals(encoded, whole.orElseThrow());
            return whole.orElseThrow();
        }

        private void restore(int[] before, List<Area> changed) {
            for (Area area : changed) {
                assertEquals(area, area.intersect(picture.area()));
                for (int y = area.y(); y < area.y() + area.height(); y++) {
                    int at = y * picture.width() + area.x();
                    System.arraycopy(picture.pixels(), at, before, at, area.width());
                }
            }
        }

        /** As an encoder says it whose zstd finds nothing to press. */
        byte[] wrapped(byte[] drawn, byte[] photographic) {
            ByteArrayOutputStream first = new ByteArrayOutputStream();
            blocks(first, drawn, drawnBegun);
            drawnBegun |= drawn.length > 0;
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            int length = first.size();
            for (; length >= 0x80; length >>>= 7) {
                all.write(length & 0x7F | 0x80);
            }
            all.write(length);
            all.writeBytes(first.toByteArray());
            blocks(all, photographic, photographicBegun);
            photographicBegun |= photographic.length > 0;
            return all.toByteArray();
        }

        /** Blocks of zstd that are not the last and not pressed (RFC 8878, 3.1.1.2). */
        private static void blocks(ByteArrayOutputStream out, byte[] bytes, boolean begun) {
            if (!begun && bytes.length > 0) {
                out.writeBytes(ScreenFormat.STREAM_HEADER);
            }
            List<byte[]> blocks = new ArrayList<>();
            for (int at = 0; at < bytes.length; at += LARGEST_BLOCK) {
                blocks.add(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + LARGEST_BLOCK)));
            }
            for (byte[] block : blocks) {
                int header = block.length << 3;
                out.write(header);
                out.write(header >> 8);
                out.write(header >> 16);
                out.writeBytes(block);
            }
        }

        @Override
        public void close() {
            decoder.close();
        }
    }
}

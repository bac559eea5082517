package org.beistand.client.screen;

import com.github.luben.zstd.EndDirective;
import com.github.luben.zstd.ZstdCompressCtx;
import java.nio.ByteBuffer;

/** Writes pictures into one viewer's long zstd stream. The buffers are kept from picture to picture. */
final class Press implements AutoCloseable {
    private static final int CHUNK = 1 << 16;
    private static final int ROOM_TO_START = 1 << 16;
    private static final int ROOM_TO_KEEP = 1 << 20;

    private final ZstdCompressCtx zstd = new ZstdCompressCtx();
    private final byte[] raw = new byte[CHUNK];
    private final ByteBuffer rawBuffer = ByteBuffer.wrap(raw);
    private int filled;
    private ByteBuffer pressed = ByteBuffer.allocate(ROOM_TO_START);

    Press(int level) {
        // Its search for long matches, too: what stood on the screen before comes back as a whole.
        zstd.setLong(ScreenFormat.WINDOW_LOG);
        zstd.setLevel(level);
        zstd.setContentSize(false);
    }

    void u8(int value) {
        if (filled == CHUNK) {
            squeeze(EndDirective.CONTINUE);
        }
        raw[filled++] = (byte) value;
    }

    void u16(int value) {
        u8(value >> 8);
        u8(value);
    }

    void rgb(int pixel) {
        u8(pixel >> 16);
        u8(pixel >> 8);
        u8(pixel);
    }

    /** Not negative; seven bits a byte, the lowest first. */
    void base128(int value) {
        int rest = value;
        while (rest >= 0x80) {
            u8(rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        u8(rest);
    }

    void bytes(byte[] from, int count) {
        int done = 0;
        while (done < count) {
            if (filled == CHUNK) {
                squeeze(EndDirective.CONTINUE);
            }
            int part = Math.min(count - done, CHUNK - filled);
            System.arraycopy(from, done, raw, filled, part);
            filled += part;
            done += part;
        }
    }

    /** What this picture may have come to by now, in bytes: what is still to be pressed counts in full. */
    int atMost() {
        return pressed.position() + filled;
    }

    /** Ends the picture: everything is pressed; the stream goes on with the next one. */
    void flush() {
        if (filled > 0 || pressed.position() > 0) {
            squeeze(EndDirective.FLUSH);
        }
    }

    /** In bytes. */
    int pressed() {
        return pressed.position();
    }

    void take(byte[] into, int at) {
        System.arraycopy(pressed.array(), 0, into, at, pressed.position());
        if (pressed.capacity() > ROOM_TO_KEEP) {
            pressed = ByteBuffer.allocate(ROOM_TO_START);
        }
        pressed.clear();
    }

    private void squeeze(EndDirective end) {
        rawBuffer.position(0).limit(filled);
        while (!zstd.compressByteBufferStream(pressed, rawBuffer, end) || rawBuffer.hasRemaining()) {
            // With CONTINUE zstd may have everything and still say no.
            if (end == EndDirective.CONTINUE && !rawBuffer.hasRemaining()) {
                break;
            }
            if (pressed.remaining() < CHUNK) {
                pressed = ByteBuffer.allocate(2 * pressed.capacity()).put(pressed.flip());
            }
        }
        filled = 0;
    }

    @Override
    public void close() {
        zstd.close();
    }
}

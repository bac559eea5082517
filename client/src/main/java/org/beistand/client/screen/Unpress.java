package org.beistand.client.screen;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.nio.ByteBuffer;
import org.beistand.protocol.wire.MalformedMessage;
import org.beistand.protocol.wire.Octets;

/**
 * Reads pictures out of an owner's long zstd stream. Only as much is unpacked as the reader asks for, so that a small message
 * cannot become a large one; whoever reads bounds what is asked for.
 */
final class Unpress implements AutoCloseable {
    private static final int CHUNK = 1 << 15;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final ZstdDecompressCtx zstd = new ZstdDecompressCtx();
    private final byte[] raw = new byte[CHUNK];
    private final ByteBuffer rawBuffer = ByteBuffer.wrap(raw);
    private int read;
    private int filled;
    private ByteBuffer pressed = NOTHING;
    private boolean begun;

    Unpress() {
        zstd.setLongMax(ScreenFormat.WINDOW_LOG);
    }

    /** @param picture may be empty */
    void begin(Octets picture) {
        if (!begun && picture.length() > 0) {
            // No other window and no other kind of frame: what zstd allocates is known before it sees a byte.
            byte[] header = ScreenFormat.STREAM_HEADER;
            if (picture.length() < header.length
                    || !picture.slice(0, header.length).equals(Octets.of(header))) {
                throw new MalformedMessage("no screen stream");
            }
            begun = true;
        }
        pressed = ByteBuffer.wrap(picture.array(), picture.offset(), picture.length());
    }

    int u8() {
        if (read == filled) {
            unpack();
        }
        return raw[read++] & 0xFF;
    }

    int u16() {
        return u8() << 8 | u8();
    }

    int i16() {
        return (short) u16();
    }

    int rgb() {
        return 0xFF000000 | u8() << 16 | u8() << 8 | u8();
    }

    /** Of at most three bytes. */
    int base128() {
        int value = 0;
        for (int shift = 0; shift < 21; shift += 7) {
            int next = u8();
            value |= (next & 0x7F) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new MalformedMessage("a number too long");
    }

    void bytes(byte[] into, int count) {
        int done = 0;
        while (done < count) {
            if (read == filled) {
                unpack();
            }
            int part = Math.min(count - done, filled - read);
            System.arraycopy(raw, read, into, done, part);
            read += part;
            done += part;
        }
    }

    /** Demands that the picture ends here, packed and unpacked. */
    void end() {
        if (read < filled || more() || pressed.hasRemaining()) {
            throw new MalformedMessage("bytes left over");
        }
        pressed = NOTHING;
    }

    private void unpack() {
        if (!more()) {
            throw new MalformedMessage("a picture too short");
        }
    }

    /** @return whether there is at least one more byte */
    private boolean more() {
        // Where zstd left room in the buffer it has nothing left; asking in vain again and again, it takes for a fault.
        if (!pressed.hasRemaining() && filled < CHUNK) {
            filled = 0;
            read = 0;
            return false;
        }
        read = 0;
        filled = 0;
        rawBuffer.clear();
        try {
            int before;
            do {
                before = pressed.remaining();
                if (zstd.decompressByteBufferStream(rawBuffer, pressed)) {
                    throw new MalformedMessage("the end of the screen stream");
                }
            } while (rawBuffer.position() == 0 && pressed.remaining() < before);
        } catch (ZstdException e) {
            throw new MalformedMessage("not from our zstd");
        }
        filled = rawBuffer.position();
        return filled > 0;
    }

    @Override
    public void close() {
        zstd.close();
    }
}

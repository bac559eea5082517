package org.beistand.client.screen;

import java.util.Arrays;
import java.util.Optional;
import org.beistand.protocol.session.screen.FramePart;
import org.beistand.protocol.wire.MalformedMessage;
import org.beistand.protocol.wire.Octets;

/**
 * Puts the pictures of one epoch together again. Parts must come in order and without a gap; memory grows only with bytes that
 * have arrived. Used by one thread at a time.
 */
public final class FrameAssembly {
    /** Of an encoded picture. */
    public static final int MOST_BYTES = 16 << 20;

    private static final int ROOM_TO_KEEP = 1 << 20;

    private final int epoch;
    /** The first picture says with which number they begin. */
    private int frame;

    private byte[] bytes = {};
    private int filled;

    public FrameAssembly(int epoch) {
        this.epoch = epoch;
    }

    /**
     * @return the encoded picture, when it is whole with this part
     * @throws MalformedMessage if this part cannot follow; nothing useful comes after that
     */
    public Optional<Octets> add(FramePart part) {
        int length = part.data().length();
        if (frame == 0) {
            frame = part.frame();
        }
        if (part.epoch() != epoch || part.frame() != frame || frame < 1) {
            throw new MalformedMessage("a part of another picture");
        }
        if (length == 0 || length > MOST_BYTES - filled) {
            throw new MalformedMessage(length == 0 ? "an empty part" : "a picture too large");
        }
        if (part.last()) {
            frame++;
            if (filled == 0) {
                return Optional.of(part.data());
            }
        }
        if (bytes.length - filled < length) {
            bytes = Arrays.copyOf(bytes, Math.max(filled + length, Math.min(2 * bytes.length, MOST_BYTES)));
        }
        part.data().copyTo(bytes, filled);
        filled += length;
        return part.last() ? Optional.of(take()) : Optional.empty();
    }

    /** The number of the picture that is awaited or half here. */
    public int frame() {
        return frame;
    }

    private Octets take() {
        Octets picture = Octets.of(Arrays.copyOf(bytes, filled));
        filled = 0;
        if (bytes.length > ROOM_TO_KEEP) {
            bytes = new byte[0];
        }
        return picture;
    }
}

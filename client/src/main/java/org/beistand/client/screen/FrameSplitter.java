package org.beistand.client.screen;

import java.util.ArrayList;
import java.util.List;
import org.beistand.protocol.session.screen.FramePart;
import org.beistand.protocol.wire.Octets;

/** Cuts encoded pictures into messages, so that a click does not wait behind a whole picture. */
public final class FrameSplitter {
    /** Of a message, in bytes. */
    public static final int MOST_BYTES = 61_440;

    private FrameSplitter() {}

    /**
     * @param frame counts pictures from 1
     * @param encoded at least one byte, at most {@link FrameAssembly#MOST_BYTES}
     * @return in the order in which they must arrive; they share the array of the picture
     */
    public static List<FramePart> split(int epoch, int frame, Octets encoded) {
        int length = encoded.length();
        if (length < 1 || length > FrameAssembly.MOST_BYTES) {
            throw new IllegalArgumentException("a picture of " + length + " bytes");
        }
        List<FramePart> parts = new ArrayList<>((length - 1) / MOST_BYTES + 1);
        for (int at = 0; at < length; at += MOST_BYTES) {
            int count = Math.min(MOST_BYTES, length - at);
            parts.add(new FramePart(epoch, frame, at + count == length, encoded.slice(at, count)));
        }
        return parts;
    }
}

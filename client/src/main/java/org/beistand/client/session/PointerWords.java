package org.beistand.client.session;

import java.util.Optional;
import org.beistand.client.desktop.ScreenSource.Pointer;
import org.beistand.client.desktop.ScreenSource.Shape;
import org.beistand.client.screen.FrameSplitter;
import org.beistand.protocol.session.screen.PointerPlaced;
import org.beistand.protocol.session.screen.PointerShaped;
import org.beistand.protocol.wire.Octets;
import org.beistand.protocol.wire.WireWriter;

/** What is said of the pointer. */
final class PointerWords {
    private PointerWords() {}

    static PointerPlaced placed(int epoch, Pointer pointer) {
        return new PointerPlaced(
                epoch, Math.clamp(pointer.x(), 0, 0xFFFF), Math.clamp(pointer.y(), 0, 0xFFFF), pointer.visible());
    }

    /** @return empty if it is larger than anybody would accept */
    static Optional<PointerShaped> shaped(int epoch, Shape shape) {
        int bytes = shape.width() * shape.height() * 4;
        if (shape.width() > 0xFF || shape.height() > 0xFF || bytes > FrameSplitter.MOST_BYTES) {
            return Optional.empty();
        }
        WireWriter out = new WireWriter(bytes, bytes);
        for (int pixel : shape.argb()) {
            out.i32(pixel);
        }
        Octets pixels = out.toOctets();
        return Optional.of(new PointerShaped(
                epoch,
                shape.width(),
                shape.height(),
                Math.clamp(shape.hotX(), 0, 0xFF),
                Math.clamp(shape.hotY(), 0, 0xFF),
                pixels));
    }
}

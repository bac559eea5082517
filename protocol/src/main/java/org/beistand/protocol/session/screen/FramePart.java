package org.beistand.protocol.session.screen;

import org.beistand.protocol.wire.Codec;
import org.beistand.protocol.wire.Octets;

/** A piece of an encoded picture.
 *
 * @param frame counts pictures from 1
 * @param last whether the picture is whole with it
 */
public record FramePart(int epoch, int frame, boolean last, Octets data) implements ScreenMessage {
    public static final Codec<FramePart> CODEC = Codec.of(
            Codec.I32,
            FramePart::epoch,
            Codec.I32,
            FramePart::frame,
            Codec.BOOL,
            FramePart::last,
            Codec.octets(61_440),
            FramePart::data,
            FramePart::new);
}

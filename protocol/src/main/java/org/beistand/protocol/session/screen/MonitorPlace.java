package org.beistand.protocol.session.screen;

import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.wire.Codec;

/** Which part of the picture one of the owner's monitors shows.
 *
 * @param id chosen by the owner; the same as long as the monitor is there
 * @param name as the owner may know it; may be empty
 * @param x in pixels of the picture
 * @param width never zero
 * @param scalePercent how much larger its desktop draws everything, 0 if that is not known
 */
public record MonitorPlace(
        int id, String name, int x, int y, int width, int height, boolean primary, int scalePercent) {
    /** Code points of a name. */
    public static final int LONGEST_NAME = 32;

    public static final Codec<MonitorPlace> CODEC = Codec.of(
            Codec.I32,
            MonitorPlace::id,
            Codec.text(LONGEST_NAME * 4),
            MonitorPlace::name,
            Codec.U16,
            MonitorPlace::x,
            Codec.U16,
            MonitorPlace::y,
            Codec.U16,
            MonitorPlace::width,
            Codec.U16,
            MonitorPlace::height,
            Codec.BOOL,
            MonitorPlace::primary,
            Codec.U16,
            MonitorPlace::scalePercent,
            MonitorPlace::new);

    public MonitorPlace {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a monitor of no size");
        }
        if (name.codePointCount(0, name.length()) > LONGEST_NAME || !PersonName.isHarmless(name)) {
            throw new IllegalArgumentException("not a suitable name of a monitor");
        }
    }
}

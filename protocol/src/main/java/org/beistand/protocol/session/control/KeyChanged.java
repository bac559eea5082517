package org.beistand.protocol.session.control;

import org.beistand.protocol.wire.Codec;

/** A key goes down or up.
 *
 * @param position USB HID usage of the physical key (page 7), 0 if it has none
 * @param character the Unicode code point that the moderator's layout makes of it, 0 if none
 * @param command whether it is a shortcut, meant as a physical key, rather than a character
 */
public record KeyChanged(int epoch, int position, int character, boolean command, boolean down)
        implements ControlMessage {
    public static final Codec<KeyChanged> CODEC = Codec.of(
            Codec.I32,
            KeyChanged::epoch,
            Codec.U16,
            KeyChanged::position,
            Codec.I32,
            KeyChanged::character,
            Codec.BOOL,
            KeyChanged::command,
            Codec.BOOL,
            KeyChanged::down,
            KeyChanged::new);

    public KeyChanged {
        if (character < 0
                || character > Character.MAX_CODE_POINT
                || character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
            throw new IllegalArgumentException("no such character");
        }
    }
}

package org.beistand.protocol.session.clipboard;

import org.beistand.protocol.wire.Codec;

/** The text in the owner's clipboard. */
public record ClipboardTaken(int epoch, String text) implements ClipboardMessage {
    public static final Codec<ClipboardTaken> CODEC =
            Codec.of(Codec.I32, ClipboardTaken::epoch, Codec.text(32768), ClipboardTaken::text, ClipboardTaken::new);
}

package org.beistand.protocol.session.clipboard;

import org.beistand.protocol.wire.Codec;

/** Replaces the text in the owner's clipboard. */
public record ClipboardPut(int epoch, String text) implements ClipboardMessage {
    public static final Codec<ClipboardPut> CODEC =
            Codec.of(Codec.I32, ClipboardPut::epoch, Codec.text(32768), ClipboardPut::text, ClipboardPut::new);
}

package org.beistand.protocol.session.clipboard;

import org.beistand.protocol.wire.Codec;

/** Asks for the text in the owner's clipboard. */
public record ClipboardWanted(int epoch) implements ClipboardMessage {
    public static final Codec<ClipboardWanted> CODEC =
            Codec.of(Codec.I32, ClipboardWanted::epoch, ClipboardWanted::new);
}

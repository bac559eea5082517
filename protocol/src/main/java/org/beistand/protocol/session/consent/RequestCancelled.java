package org.beistand.protocol.session.consent;

import org.beistand.protocol.wire.Codec;

/** The asker no longer wants an answer. */
public record RequestCancelled(int ask) implements ConsentMessage {
    public static final Codec<RequestCancelled> CODEC =
            Codec.of(Codec.I32, RequestCancelled::ask, RequestCancelled::new);
}

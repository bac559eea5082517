package org.beistand.protocol.session.files;

import org.beistand.protocol.wire.Codec;

/** The receiver is ready. */
public record TransferAccepted(int transfer) implements FilesMessage {
    public static final Codec<TransferAccepted> CODEC =
            Codec.of(Codec.I32, TransferAccepted::transfer, TransferAccepted::new);
}

package org.beistand.protocol.session.files;

import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.Codec;

/** Either side ends the transfer. */
public record TransferCancelled(int transfer, Reason reason) implements FilesMessage {
    public static final Codec<TransferCancelled> CODEC = Codec.of(
            Codec.I32, TransferCancelled::transfer, Reason.CODEC, TransferCancelled::reason, TransferCancelled::new);
}

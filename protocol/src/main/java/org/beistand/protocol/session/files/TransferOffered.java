package org.beistand.protocol.session.files;

import java.util.List;
import org.beistand.protocol.wire.Codec;

/** The sender names the files that follow.
 *
 * @param transfer chosen by the sender, never used twice
 * @param epoch of the grant that it goes under
 */
public record TransferOffered(int transfer, int epoch, List<FileOffer> files) implements FilesMessage {
    public static final Codec<TransferOffered> CODEC = Codec.of(
            Codec.I32,
            TransferOffered::transfer,
            Codec.I32,
            TransferOffered::epoch,
            Codec.list(FileOffer.CODEC, 100),
            TransferOffered::files,
            TransferOffered::new);
}

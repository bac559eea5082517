package org.beistand.protocol.session.files;

import org.beistand.protocol.wire.Codec;

/** The receiver has written so much of this transfer.
 *
 * @param total bytes of all its files
 */
public record PartTaken(int transfer, long total) implements FilesMessage {
    public static final Codec<PartTaken> CODEC =
            Codec.of(Codec.I32, PartTaken::transfer, Codec.I64, PartTaken::total, PartTaken::new);
}

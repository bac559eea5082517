package org.beistand.protocol.session.files;

import org.beistand.protocol.wire.Codec;

/** One file of a transfer.
 *
 * @param name without any folder
 * @param size in bytes, never negative
 */
public record FileOffer(String name, long size) {
    public static final Codec<FileOffer> CODEC =
            Codec.of(Codec.text(255), FileOffer::name, Codec.I64, FileOffer::size, FileOffer::new);

    public FileOffer {
        if (size < 0) {
            throw new IllegalArgumentException("a negative size");
        }
    }
}

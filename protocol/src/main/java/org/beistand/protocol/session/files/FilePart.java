package org.beistand.protocol.session.files;

import org.beistand.protocol.wire.Codec;
import org.beistand.protocol.wire.Octets;

/** A piece of a file; pieces come in order.
 *
 * @param file index within the offer
 * @param offset of the first byte
 */
public record FilePart(int transfer, int file, long offset, Octets data) implements FilesMessage {
    public static final Codec<FilePart> CODEC = Codec.of(
            Codec.I32,
            FilePart::transfer,
            Codec.U16,
            FilePart::file,
            Codec.I64,
            FilePart::offset,
            Codec.octets(49_152),
            FilePart::data,
            FilePart::new);
}

package org.beistand.protocol.session.files;

import org.beistand.protocol.wire.Codec;
import org.beistand.protocol.wire.Octets;

/** A file is complete.
 *
 * @param sha256 of its content
 */
public record FileSent(int transfer, int file, Octets sha256) implements FilesMessage {
    public static final Codec<FileSent> CODEC = Codec.of(
            Codec.I32,
            FileSent::transfer,
            Codec.U16,
            FileSent::file,
            Codec.exactly(32),
            FileSent::sha256,
            FileSent::new);
}

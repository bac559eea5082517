package org.beistand.protocol.session.files;

import org.beistand.protocol.wire.Codec;

/** The receiver has a file whole, with the right hash. */
public record FileTaken(int transfer, int file) implements FilesMessage {
    public static final Codec<FileTaken> CODEC =
            Codec.of(Codec.I32, FileTaken::transfer, Codec.U16, FileTaken::file, FileTaken::new);
}

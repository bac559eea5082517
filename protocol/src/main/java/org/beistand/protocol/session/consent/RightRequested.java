package org.beistand.protocol.session.consent;

import java.util.List;
import org.beistand.protocol.session.files.FileOffer;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.wire.Codec;

/** Somebody asks the owner for a right.
 *
 * @param ask chosen by the asker, never used twice
 * @param files what he wants to send, empty for all other rights
 */
public record RightRequested(int ask, Permission permission, List<FileOffer> files) implements ConsentMessage {
    public static final Codec<RightRequested> CODEC = Codec.of(
            Codec.I32,
            RightRequested::ask,
            Permission.CODEC,
            RightRequested::permission,
            Codec.list(FileOffer.CODEC, 100),
            RightRequested::files,
            RightRequested::new);
}

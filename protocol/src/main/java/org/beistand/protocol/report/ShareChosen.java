package org.beistand.protocol.report;

import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.ShareKind;
import org.beistand.protocol.wire.Codec;

/** What the owner of a screen shows from now on: of which kind it is, never what it is.
 *
 * @param programs how many programs, for {@link ShareKind#PROGRAMS} only
 * @param background whether the desktop's background is shown too
 * @param taskbar whether the taskbar is shown too
 */
public record ShareChosen(ParticipantId owner, ShareKind kind, int programs, boolean background, boolean taskbar)
        implements Statement {
    public static final Codec<ShareChosen> CODEC = Codec.of(
            ParticipantId.CODEC,
            ShareChosen::owner,
            ShareKind.CODEC,
            ShareChosen::kind,
            Codec.U16,
            ShareChosen::programs,
            Codec.BOOL,
            ShareChosen::background,
            Codec.BOOL,
            ShareChosen::taskbar,
            ShareChosen::new);
}

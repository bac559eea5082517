package org.beistand.protocol.report;

import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.wire.Codec;

/** A right was asked for.
 *
 * @param owner whose computer it is about
 * @param holder who asked
 */
public record RightAsked(ParticipantId owner, ParticipantId holder, Permission permission) implements Statement {
    public static final Codec<RightAsked> CODEC = Codec.of(
            ParticipantId.CODEC,
            RightAsked::owner,
            ParticipantId.CODEC,
            RightAsked::holder,
            Permission.CODEC,
            RightAsked::permission,
            RightAsked::new);
}

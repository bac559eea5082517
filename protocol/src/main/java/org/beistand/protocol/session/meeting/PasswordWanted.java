package org.beistand.protocol.session.meeting;

import org.beistand.protocol.wire.Codec;
import org.beistand.protocol.wire.Octets;

/** The session has a password, and this begins a try with it.
 *
 * @param first the moderator's first round of J-PAKE
 */
public record PasswordWanted(Octets first) implements MeetingMessage {
    public static final Codec<PasswordWanted> CODEC =
            Codec.of(Codec.exactly(1600), PasswordWanted::first, PasswordWanted::new);
}

package org.beistand.protocol.session.meeting;

import org.beistand.protocol.wire.Codec;
import org.beistand.protocol.wire.Octets;

/** The moderator's proof that he knows the session's password.
 *
 * @param second his second round of J-PAKE
 * @param tag confirms the key
 */
public record PasswordProved(Octets second, Octets tag) implements MeetingMessage {
    public static final Codec<PasswordProved> CODEC = Codec.of(
            Codec.exactly(800), PasswordProved::second, Codec.exactly(32), PasswordProved::tag, PasswordProved::new);
}

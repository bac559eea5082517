package org.beistand.protocol.session.meeting;

import org.beistand.protocol.wire.Codec;
import org.beistand.protocol.wire.Octets;

/** Somebody typed a password.
 *
 * @param first her first round of J-PAKE
 * @param second her second round, which depends on what she typed
 */
public record PasswordTried(Octets first, Octets second) implements MeetingMessage {
    public static final Codec<PasswordTried> CODEC = Codec.of(
            Codec.exactly(1600), PasswordTried::first, Codec.exactly(800), PasswordTried::second, PasswordTried::new);
}

package org.beistand.protocol.session.meeting;

import org.beistand.protocol.wire.Codec;
import org.beistand.protocol.wire.Octets;

/** The passwords are the same, and here is the proof.
 *
 * @param tag confirms the key
 */
public record PasswordConfirmed(Octets tag) implements MeetingMessage {
    public static final Codec<PasswordConfirmed> CODEC =
            Codec.of(Codec.exactly(32), PasswordConfirmed::tag, PasswordConfirmed::new);
}

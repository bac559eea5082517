package org.beistand.protocol.operator;

import org.beistand.protocol.wire.Codec;
import org.beistand.protocol.wire.Octets;

/** A signed-in moderator wants a session number.
 *
 * @param certificationRequest PKCS#10, over a key made for this session
 */
public record OpenSession(Octets certificationRequest) implements OperatorMessage {
    public static final Codec<OpenSession> CODEC =
            Codec.of(Codec.octets(4_096), OpenSession::certificationRequest, OpenSession::new);
}

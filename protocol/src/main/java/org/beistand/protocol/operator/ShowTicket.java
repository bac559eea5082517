package org.beistand.protocol.operator;

import org.beistand.protocol.wire.Codec;
import org.beistand.protocol.wire.Octets;

/** A moderator shows what the domain gave him for this server.
 *
 * @param token the first token of a Kerberos context (RFC 4121); Active Directory keeps tickets below 48,000 bytes
 */
public record ShowTicket(Octets token) implements OperatorMessage {
    public static final int LARGEST = 48_000;

    public static final Codec<ShowTicket> CODEC = Codec.of(Codec.octets(LARGEST), ShowTicket::token, ShowTicket::new);

    @Override
    public String toString() {
        return "ShowTicket[hidden]";
    }
}

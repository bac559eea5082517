package org.beistand.protocol.service;

import java.time.Instant;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Role;
import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.wire.Codec;
import org.beistand.protocol.wire.Octets;

/** The operator server's word that one person may come to one session on one communication server, once.
 *
 * @param id 128 random bits; the communication server admits each only once
 * @param session which session
 * @param role as what
 * @param name as whom: for a moderator the name that the operator server knows him by, for an attendee what she typed
 * @param organisation of a moderator, empty for an attendee
 * @param server the name of the only communication server that may admit it
 * @param expires the end of its 60 seconds
 */
public record Ticket(
        Octets id, SessionId session, Role role, PersonName name, String organisation, String server, Instant expires) {
    public static final Codec<Ticket> CODEC = Codec.of(
            Codec.exactly(16),
            Ticket::id,
            SessionId.CODEC,
            Ticket::session,
            Role.CODEC,
            Ticket::role,
            PersonName.CODEC,
            Ticket::name,
            Codec.text(200),
            Ticket::organisation,
            Codec.text(64),
            Ticket::server,
            Codec.INSTANT,
            Ticket::expires,
            Ticket::new);
}

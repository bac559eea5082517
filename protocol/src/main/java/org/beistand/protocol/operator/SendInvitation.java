package org.beistand.protocol.operator;

import org.beistand.protocol.value.Language;
import org.beistand.protocol.value.MailAddress;
import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.wire.Codec;

/** The server is to send the number of the moderator's own session to a customer; the words are the server's.
 *
 * @param language the customer's
 */
public record SendInvitation(SessionId session, MailAddress to, Language language)
        implements OperatorMessage { // 001-22
    public static final Codec<SendInvitation> CODEC = Codec.of(
            SessionId.CODEC,
            SendInvitation::session,
            MailAddress.CODEC,
            SendInvitation::to,
            Language.CODEC,
            SendInvitation::language,
            SendInvitation::new);
}

package org.beistand.protocol.operator;

import java.util.List;
import org.beistand.protocol.value.Attested;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.wire.Codec;

/** The moderator is known and entitled.
 *
 * @param name as attendees will see him
 * @param attested on what his entitlement rests; empty where the site asks for none
 * @param sendsInvitations whether this server sends {@link SendInvitation}s; one that says no is never asked to
 */
public record SignedIn(PersonName name, String organisation, List<Attested> attested, boolean sendsInvitations)
        implements OperatorMessage {
    public static final Codec<SignedIn> CODEC = Codec.of(
            PersonName.CODEC,
            SignedIn::name,
            Codec.text(200),
            SignedIn::organisation,
            Codec.list(Attested.CODEC, 3),
            SignedIn::attested,
            Codec.BOOL,
            SignedIn::sendsInvitations,
            SignedIn::new);
}

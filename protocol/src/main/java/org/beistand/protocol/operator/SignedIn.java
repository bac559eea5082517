package org.beistand.protocol.operator;

import java.util.List;
import org.beistand.protocol.value.Attested;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.wire.Codec;

/** The moderator is known and entitled.
 *
 * @param name as attendees will see him
 * @param attested on what his entitlement rests; empty where the site asks for none
 */
public record SignedIn(PersonName name, String organisation, List<Attested> attested) implements OperatorMessage {
    public static final Codec<SignedIn> CODEC = Codec.of(
            PersonName.CODEC,
            SignedIn::name,
            Codec.text(200),
            SignedIn::organisation,
            Codec.list(Attested.CODEC, 3),
            SignedIn::attested,
            SignedIn::new);
}

package org.beistand.protocol.operator;

import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.wire.Codec;

/** The moderator is known and entitled.
 *
 * @param name as attendees will see him
 */
public record SignedIn(PersonName name, String organisation) implements OperatorMessage {
    public static final Codec<SignedIn> CODEC =
            Codec.of(PersonName.CODEC, SignedIn::name, Codec.text(200), SignedIn::organisation, SignedIn::new);
}

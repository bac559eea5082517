package org.beistand.protocol.operator;

import org.beistand.protocol.wire.Codec;

/** The server speaks the client's version.
 *
 * @param organisation whose installation this is
 */
public record Greeted(String organisation) implements OperatorMessage {
    public static final Codec<Greeted> CODEC = Codec.of(Codec.text(200), Greeted::organisation, Greeted::new);
}

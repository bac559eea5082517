package org.beistand.protocol.operator;

import org.beistand.protocol.wire.Codec;

/** The server speaks the client's version.
 *
 * @param organisation whose installation this is
 * @param takesTickets whether a moderator may show a ticket of the domain instead of a password; to a server that says no, none is
 *     ever sent
 */
public record Greeted(String organisation, boolean takesTickets) implements OperatorMessage {
    public static final Codec<Greeted> CODEC =
            Codec.of(Codec.text(200), Greeted::organisation, Codec.BOOL, Greeted::takesTickets, Greeted::new);
}

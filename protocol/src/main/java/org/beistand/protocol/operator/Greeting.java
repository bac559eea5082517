package org.beistand.protocol.operator;

import org.beistand.protocol.wire.Codec;

/** The first message of a client.
 *
 * @param version of the protocol
 */
public record Greeting(int version) implements OperatorMessage {
    public static final Codec<Greeting> CODEC = Codec.of(Codec.U16, Greeting::version, Greeting::new);
}

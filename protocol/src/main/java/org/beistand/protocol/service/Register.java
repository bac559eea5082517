package org.beistand.protocol.service;

import org.beistand.protocol.value.Endpoint;
import org.beistand.protocol.wire.Codec;

/** A communication server offers itself.
 *
 * @param version of the protocol
 * @param name as in its certificate
 * @param address where clients reach it
 */
public record Register(int version, String name, Endpoint address) implements ServiceMessage {
    public static final Codec<Register> CODEC = Codec.of(
            Codec.U16,
            Register::version,
            Codec.text(64),
            Register::name,
            Endpoint.CODEC,
            Register::address,
            Register::new);
}

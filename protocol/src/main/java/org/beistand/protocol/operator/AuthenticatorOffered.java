package org.beistand.protocol.operator;

import org.beistand.protocol.wire.Codec;

/** A second factor is needed and there is none yet: this one is taken as soon as its first code comes back.
 *
 * @param secret 160 bits as RFC 4648 writes them, for the authenticator
 * @param login under which the authenticator keeps it
 */
public record AuthenticatorOffered(String secret, String login) implements OperatorMessage {
    public static final Codec<AuthenticatorOffered> CODEC = Codec.of(
            Codec.text(32),
            AuthenticatorOffered::secret,
            Codec.text(64),
            AuthenticatorOffered::login,
            AuthenticatorOffered::new);

    @Override
    public String toString() {
        return "AuthenticatorOffered[hidden]";
    }
}

package org.beistand.crypto.identity;

import java.io.IOException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.wire.Octets;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** A key made on this computer for one session. It is never written anywhere and gone with the program. */
public final class SessionKey {
    /** The subject of requests and of self-signed certificates: a name would prove nothing here. */
    private static final String NOBODY = "Beistand session";

    /** A customer's computer may have a clock that is wrong by a day; the moderator's will still accept hers. */
    private static final Duration GUEST_LIFE = Duration.ofDays(2);

    private final KeyPair pair;
    private final SecureRandom random;

    private SessionKey(KeyPair pair, SecureRandom random) {
        this.pair = pair;
        this.random = random;
    }

    public static SessionKey generate(SecureRandom random) {
        return new SessionKey(P256.generate(random), random);
    }

    /** PKCS#10 with proof of possession, for {@code OpenSession}. */
    public Octets certificationRequest() {
        try {
            return Octets.of(new JcaPKCS10CertificationRequestBuilder(
                            new X500NameBuilder(BCStyle.INSTANCE)
                                    .addRDN(BCStyle.CN, new DERUTF8String(NOBODY))
                                    .build(),
                            pair.getPublic())
                    .build(new JcaContentSignerBuilder(P256.SIGNATURE)
                            .setSecureRandom(random)
                            .build(pair.getPrivate()))
                    .getEncoded());
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** This key with the certificates that {@code SessionOpened} brought; empty if they are not for this key. */
    public Optional<Identity> certified(List<X509Certificate> chain) {
        return !chain.isEmpty() && chain.getFirst().getPublicKey().equals(pair.getPublic())
                ? Optional.of(new Identity(pair.getPrivate(), chain))
                : Optional.empty();
    }

    /** This key for a guest, whom no authority knows, in one session. */
    public Identity selfSigned(SessionId session, InstantSource clock) {
        Instant now = clock.instant();
        X509Certificate own = new CertificateDraft(
                        NOBODY, "", pair.getPublic(), now.minus(GUEST_LIFE), now.plus(GUEST_LIFE))
                .named(SessionName.urn(session))
                .signedBySelf(pair.getPrivate(), random);
        return new Identity(pair.getPrivate(), List.of(own));
    }
}

package org.beistand.crypto.channel;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Vector;
import org.beistand.crypto.identity.Certificates;
import org.beistand.crypto.identity.Identity;
import org.beistand.protocol.wire.Octets;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateEntry;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.NamedGroup;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SecurityParameters;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.SignatureScheme;
import org.bouncycastle.tls.TlsContext;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaDefaultTlsCredentialedSigner;
import org.jspecify.annotations.Nullable;

/**
 * What both ends of the handshake have in common: the one version, group, cipher and signature that exist here, who we are, and
 * whom we have met.
 */
final class ChannelEnd {
    static final ProtocolVersion[] VERSIONS = {ProtocolVersion.TLSv13};
    static final int[] SUITES = {CipherSuite.TLS_AES_256_GCM_SHA384};
    static final int GROUP = NamedGroup.X25519MLKEM768;
    static final int[] GROUPS = {GROUP};
    static final String SUITE_NAME = "TLS 1.3, X25519MLKEM768, ECDSA P-256, AES-256-GCM";

    static final int LONGEST_CHAIN = Certificates.LONGEST_CHAIN;
    /** A chain of certificates is the largest message of the handshake. */
    static final int LARGEST_MESSAGE = LONGEST_CHAIN * Certificates.LARGEST;

    private static final SignatureAndHashAlgorithm SIGNATURE =
            SignatureScheme.getSignatureAndHashAlgorithm(SignatureScheme.ecdsa_secp256r1_sha256);

    final JdkFirstCrypto crypto;
    private final Identity own;
    private final Expectation expectation;
    private Expectation.@Nullable Met met;
    private boolean shown;
    private boolean complete;

    ChannelEnd(JdkFirstCrypto crypto, Identity own, Expectation expectation) {
        this.crypto = crypto;
        this.own = own;
        this.expectation = expectation;
    }

    static Vector<SignatureAndHashAlgorithm> signatures() {
        return new Vector<>(List.of(SIGNATURE));
    }

    /** The certificates that we show, without the root, which the other side has or does not believe. */
    TlsCredentialedSigner credentials(TlsContext context, byte[] requestContext) throws IOException {
        List<CertificateEntry> entries = new ArrayList<>();
        for (X509Certificate one : own.chain()) {
            if (entries.isEmpty() || !one.getSubjectX500Principal().equals(one.getIssuerX500Principal())) {
                byte[] der = Certificates.encode(List.of(one)).getFirst().toArray();
                entries.add(new CertificateEntry(crypto.createCertificate(der), null));
            }
        }
        shown = true;
        return new JcaDefaultTlsCredentialedSigner(
                new TlsCryptoParameters(context),
                crypto,
                own.key(),
                new Certificate(requestContext, entries.toArray(new CertificateEntry[0])),
                SIGNATURE);
    }

    /** Demands that these are the certificates of the one whom we expect. */
    void meet(@Nullable Certificate theirs) throws IOException {
        if (theirs == null || theirs.isEmpty() || theirs.getLength() > LONGEST_CHAIN) {
            throw new TlsFatalAlert(AlertDescription.certificate_required);
        }
        List<Octets> chain = new ArrayList<>();
        for (int i = 0; i < theirs.getLength(); i++) {
            chain.add(Octets.of(theirs.getCertificateAt(i).getEncoded()));
        }
        met = Certificates.decode(chain)
                .flatMap(expectation::meet)
                .orElseThrow(() -> new TlsFatalAlert(AlertDescription.bad_certificate));
    }

    /**
     * The last look before anything is sealed: both sides have shown who they are, and what was negotiated is what had to be.
     * Nothing else was on offer, so the latter can only fail if the library does.
     */
    void complete(TlsContext context) throws IOException {
        SecurityParameters agreed = context.getSecurityParametersConnection();
        if (met == null
                || !shown
                || agreed.getNegotiatedGroup() != GROUP
                || agreed.getCipherSuite() != CipherSuite.TLS_AES_256_GCM_SHA384
                || !TlsUtils.isTLSv13(agreed.getNegotiatedVersion())
                || agreed.isResumedSession()) {
            throw new TlsFatalAlert(AlertDescription.insufficient_security);
        }
        complete = true;
    }

    /** Whom we have met, once the handshake is complete. */
    Optional<Expectation.Met> met() {
        return complete ? Optional.ofNullable(met) : Optional.empty();
    }

    Octets fingerprint() {
        return own.fingerprint();
    }
}

package org.beistand.crypto.channel;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.beistand.crypto.identity.Certificates;
import org.beistand.crypto.identity.Identity;
import org.beistand.protocol.wire.Octets;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateEntry;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.DefaultTlsServer;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureScheme;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsServerProtocol;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaDefaultTlsCredentialedSigner;

/** Somebody who answers in TLS, but with other groups, and does not ask who comes. */
final class ForeignServer extends DefaultTlsServer {
    private final JdkFirstCrypto crypto;
    private final Identity own;
    private final int[] groups;
    final TlsServerProtocol protocol = new TlsServerProtocol();

    ForeignServer(SecureRandom random, Identity own, int... groups) {
        this(new JdkFirstCrypto(random), own, groups);
    }

    private ForeignServer(JdkFirstCrypto crypto, Identity own, int... groups) {
        super(crypto);
        this.crypto = crypto;
        this.own = own;
        this.groups = groups;
    }

    /** What it answers to a hello. */
    Octets answer(Octets hello) throws IOException {
        protocol.accept(this);
        protocol.offerInput(hello.toArray());
        byte[] flight = new byte[protocol.getAvailableOutputBytes()];
        protocol.readOutput(flight, 0, flight.length);
        return Records.toSend(flight);
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        return new ProtocolVersion[] {ProtocolVersion.TLSv13};
    }

    @Override
    protected int[] getSupportedCipherSuites() {
        return new int[] {CipherSuite.TLS_AES_256_GCM_SHA384};
    }

    @Override
    public int[] getSupportedGroups() {
        return groups;
    }

    @Override
    public TlsCredentials getCredentials() throws IOException {
        List<CertificateEntry> entries = new ArrayList<>();
        for (Octets der : Certificates.encode(own.chain())) {
            entries.add(new CertificateEntry(crypto.createCertificate(der.toArray()), null));
        }
        return new JcaDefaultTlsCredentialedSigner(
                new TlsCryptoParameters(context),
                crypto,
                own.key(),
                new Certificate(TlsUtils.EMPTY_BYTES, entries.toArray(new CertificateEntry[0])),
                SignatureScheme.getSignatureAndHashAlgorithm(SignatureScheme.ecdsa_secp256r1_sha256));
    }
}

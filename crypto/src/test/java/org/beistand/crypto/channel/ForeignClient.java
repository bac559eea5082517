package org.beistand.crypto.channel;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Vector;
import org.beistand.crypto.identity.Certificates;
import org.beistand.crypto.identity.Identity;
import org.beistand.protocol.wire.Octets;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateEntry;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.DefaultTlsClient;
import org.bouncycastle.tls.NamedGroup;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureScheme;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsClientProtocol;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaDefaultTlsCredentialedSigner;

/** Somebody who speaks TLS, but not necessarily as this house does: the stuff of which hostile guests are made. */
final class ForeignClient extends DefaultTlsClient {
    private final JdkFirstCrypto crypto;
    private Optional<Identity> own = Optional.empty();
    private ProtocolVersion[] versions = {ProtocolVersion.TLSv13};
    private int[] suites = {CipherSuite.TLS_AES_256_GCM_SHA384};
    private List<Integer> groups = List.of(NamedGroup.X25519MLKEM768);
    private List<Integer> early = List.of();
    final Protocol protocol = new Protocol();

    /** The protocol with its hostile possibilities in reach. */
    static final class Protocol extends TlsClientProtocol {
        void changeKeys() throws IOException {
            send13KeyUpdate(true);
        }
    }

    private ForeignClient(JdkFirstCrypto crypto) {
        super(crypto);
        this.crypto = crypto;
    }

    static ForeignClient with(SecureRandom random) {
        return new ForeignClient(new JdkFirstCrypto(random));
    }

    ForeignClient showing(Identity identity) {
        own = Optional.of(identity);
        return this;
    }

    ForeignClient versions(ProtocolVersion... some) {
        versions = some;
        return this;
    }

    ForeignClient suites(int... some) {
        suites = some;
        return this;
    }

    ForeignClient groups(Integer... some) {
        groups = List.of(some);
        return this;
    }

    ForeignClient keyShares(Integer... some) {
        early = List.of(some);
        return this;
    }

    Octets hello() throws IOException {
        protocol.connect(this);
        return flight();
    }

    /** What it answers to a flight of the other end. */
    Octets answer(Octets flight) throws IOException {
        protocol.offerInput(flight.toArray());
        return flight();
    }

    Octets flight() {
        byte[] flight = new byte[protocol.getAvailableOutputBytes()];
        protocol.readOutput(flight, 0, flight.length);
        return Records.toSend(flight);
    }

    /** Bytes as they are, under the seal. */
    Octets sealed(byte[] raw) throws IOException {
        protocol.writeApplicationData(raw, 0, raw.length);
        return flight();
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        return versions;
    }

    @Override
    protected int[] getSupportedCipherSuites() {
        return suites;
    }

    @Override
    @SuppressWarnings("rawtypes") // the library's
    protected Vector<Integer> getSupportedGroups(Vector roles) {
        return new Vector<>(groups);
    }

    @Override
    public Vector<Integer> getEarlyKeyShareGroups() {
        return new Vector<>(early.isEmpty() ? groups : early);
    }

    @Override
    public boolean shouldUseCompatibilityMode() {
        return false;
    }

    @Override
    public TlsAuthentication getAuthentication() {
        return new TlsAuthentication() {
            @Override
            public void notifyServerCertificate(TlsServerCertificate any) {}

            @Override
            public TlsCredentials getClientCredentials(CertificateRequest request) throws IOException {
                return own.isEmpty() ? null : signer(own.get(), request);
            }
        };
    }

    private TlsCredentials signer(Identity identity, CertificateRequest request) throws IOException {
        List<CertificateEntry> entries = new ArrayList<>();
        for (Octets der : Certificates.encode(identity.chain())) {
            entries.add(new CertificateEntry(crypto.createCertificate(der.toArray()), null));
        }
        return new JcaDefaultTlsCredentialedSigner(
                new TlsCryptoParameters(context),
                crypto,
                identity.key(),
                new Certificate(request.getCertificateRequestContext(), entries.toArray(new CertificateEntry[0])),
                SignatureScheme.getSignatureAndHashAlgorithm(SignatureScheme.ecdsa_secp256r1_sha256));
    }
}

package org.beistand.crypto.channel;

import java.io.IOException;
import java.util.List;
import java.util.Vector;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.CertificateStatusRequest;
import org.bouncycastle.tls.DefaultTlsClient;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsServerCertificate;
import org.jspecify.annotations.Nullable;

/** The end that begins the handshake. */
final class ClientEnd extends DefaultTlsClient {
    private final ChannelEnd end;

    ClientEnd(ChannelEnd end) {
        super(end.crypto);
        this.end = end;
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        return ChannelEnd.VERSIONS.clone();
    }

    @Override
    protected int[] getSupportedCipherSuites() {
        return ChannelEnd.SUITES.clone();
    }

    /** Only the hybrid group: signatures name their curve themselves in TLS 1.3, so no other has to stand here. */
    @Override
    @SuppressWarnings("rawtypes") // the library's
    protected Vector<Integer> getSupportedGroups(Vector roles) {
        return new Vector<>(List.of(ChannelEnd.GROUP));
    }

    @Override
    public Vector<Integer> getEarlyKeyShareGroups() {
        return new Vector<>(List.of(ChannelEnd.GROUP));
    }

    @Override
    protected Vector<SignatureAndHashAlgorithm> getSupportedSignatureAlgorithms() {
        return ChannelEnd.signatures();
    }

    @Override
    protected @Nullable CertificateStatusRequest getCertificateStatusRequest() {
        return null;
    }

    /** No records that mean nothing, for the sake of boxes that look into TLS: nobody sees this one from outside. */
    @Override
    public boolean shouldUseCompatibilityMode() {
        return false;
    }

    @Override
    public int getMaxCertificateChainLength() {
        return ChannelEnd.LONGEST_CHAIN;
    }

    @Override
    public int getMaxHandshakeMessageSize() {
        return ChannelEnd.LARGEST_MESSAGE;
    }

    @Override
    public TlsAuthentication getAuthentication() {
        return new TlsAuthentication() {
            @Override
            public void notifyServerCertificate(TlsServerCertificate shown) throws IOException {
                end.meet(shown.getCertificate());
            }

            @Override
            public TlsCredentials getClientCredentials(CertificateRequest request) throws IOException {
                return end.credentials(context, request.getCertificateRequestContext());
            }
        };
    }

    @Override
    public void notifyHandshakeComplete() throws IOException {
        super.notifyHandshakeComplete();
        end.complete(context);
    }
}

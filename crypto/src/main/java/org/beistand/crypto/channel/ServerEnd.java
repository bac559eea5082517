package org.beistand.crypto.channel;

import java.io.IOException;
import java.util.Hashtable;
import java.util.Vector;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.DefaultTlsServer;
import org.bouncycastle.tls.KeyShareEntry;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsExtensionsUtils;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsUtils;

/** The end that answers the handshake. */
final class ServerEnd extends DefaultTlsServer {
    private final ChannelEnd end;

    ServerEnd(ChannelEnd end) {
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

    @Override
    public int[] getSupportedGroups() {
        return ChannelEnd.GROUPS.clone();
    }

    /** Demands that the client brings its key for the one group: it is not asked again. */
    @Override
    @SuppressWarnings({"rawtypes", "unchecked"}) // the library's
    public void processClientExtensions(Hashtable extensions) throws IOException {
        Vector<KeyShareEntry> keys = TlsExtensionsUtils.getKeyShareClientHello(extensions);
        if (keys == null || keys.stream().noneMatch(key -> key.getNamedGroup() == ChannelEnd.GROUP)) {
            throw new TlsFatalAlert(AlertDescription.illegal_parameter);
        }
        super.processClientExtensions(extensions);
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
    protected boolean allowCertificateStatus() {
        return false;
    }

    @Override
    public TlsCredentials getCredentials() throws IOException {
        return end.credentials(context, TlsUtils.EMPTY_BYTES);
    }

    @Override
    public CertificateRequest getCertificateRequest() throws IOException {
        return new CertificateRequest(TlsUtils.EMPTY_BYTES, ChannelEnd.signatures(), null, null);
    }

    @Override
    public void notifyClientCertificate(Certificate shown) throws IOException {
        end.meet(shown);
    }

    @Override
    public void notifyHandshakeComplete() throws IOException {
        super.notifyHandshakeComplete();
        end.complete(context);
    }
}

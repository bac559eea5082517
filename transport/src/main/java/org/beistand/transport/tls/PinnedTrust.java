package org.beistand.transport.tls;

import io.netty.util.NetUtil;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXCertPathValidatorResult;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Believes chains to the pinned anchors and nothing else. Checks the path, the validity, the purpose and, of a server, that its
 * certificate names exactly the host that was dialled. // 001-32
 */
public final class PinnedTrust extends X509ExtendedTrustManager {
    private static final String SERVER_PURPOSE = "1.3.6.1.5.5.7.3.1";
    private static final String CLIENT_PURPOSE = "1.3.6.1.5.5.7.3.2";
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;
    private static final int LONGEST_CHAIN = 4;

    private final List<X509Certificate> anchors;
    private final InstantSource clock;
    private final @Nullable String host;
    private volatile boolean proved;

    private PinnedTrust(List<X509Certificate> anchors, InstantSource clock, @Nullable String host) {
        this.anchors = anchors;
        this.clock = clock;
        this.host = host;
    }

    /** For a listener: believes clients. */
    public static PinnedTrust inClients(List<X509Certificate> anchors, InstantSource clock) {
        return new PinnedTrust(anchors, clock, null);
    }

    /** For one dialled connection: believes this server only. */
    public static PinnedTrust inServer(String host, List<X509Certificate> anchors, InstantSource clock) {
        return new PinnedTrust(anchors, clock, host);
    }

    /** The other side has shown a chain that was believed. Says something only where one connection uses this. */
    public boolean proved() {
        return proved;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authentication, SSLEngine engine)
            throws CertificateException {
        checkServer(chain);
    }

    /** For libraries that bring a socket instead of an engine. */
    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authentication, Socket socket)
            throws CertificateException {
        checkServer(chain);
    }

    private void checkServer(X509Certificate[] chain) throws CertificateException {
        String expected = host;
        if (expected == null) {
            throw new CertificateException("no server is expected here");
        }
        check(chain, SERVER_PURPOSE);
        if (!names(chain[0], expected)) {
            throw new CertificateException("another host's certificate");
        }
        proved = true;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authentication, SSLEngine engine)
            throws CertificateException {
        if (host != null) {
            throw new CertificateException("no client is expected here");
        }
        check(chain, CLIENT_PURPOSE);
        proved = true;
    }

    private void check(X509Certificate[] presented, String purpose) throws CertificateException {
        if (presented.length == 0 || presented.length > LONGEST_CHAIN) {
            throw new CertificateException("a chain of " + presented.length);
        }
        X509Certificate leaf = presented[0];
        List<String> purposes = leaf.getExtendedKeyUsage();
        if (leaf.getBasicConstraints() >= 0 || purposes == null || !purposes.contains(purpose)) {
            throw new CertificateException("a certificate for another purpose");
        }
        try {
            Set<TrustAnchor> trusted =
                    anchors.stream().map(ca -> new TrustAnchor(ca, null)).collect(Collectors.toSet());
            PKIXParameters parameters = new PKIXParameters(trusted);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(clock.instant()));
            CertificateFactory x509 = CertificateFactory.getInstance("X.509");
            List<X509Certificate> path = Arrays.stream(presented)
                    .filter(certificate -> !anchors.contains(certificate))
                    .toList();
            PKIXCertPathValidatorResult result = (PKIXCertPathValidatorResult)
                    CertPathValidator.getInstance("PKIX").validate(x509.generateCertPath(path), parameters);
            // The validator does not look at the anchor's own time.
            result.getTrustAnchor().getTrustedCert().checkValidity(Date.from(clock.instant()));
        } catch (CertificateException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new CertificateException("not of this installation", e);
        }
    }

    /** Exact names only: no wildcards, and the common name says nothing. */
    private static boolean names(X509Certificate leaf, String host) throws CertificateParsingException {
        Collection<List<?>> alternatives = leaf.getSubjectAlternativeNames();
        if (alternatives == null) {
            return false;
        }
        byte[] address = NetUtil.createByteArrayFromIpAddressString(host);
        for (List<?> alternative : alternatives) {
            int kind = (Integer) alternative.get(0);
            if (!(alternative.get(1) instanceof String name)) {
                continue;
            }
            boolean same = address == null
                    ? kind == DNS_NAME && name.equalsIgnoreCase(host)
                    : kind == IP_ADDRESS && Arrays.equals(NetUtil.createByteArrayFromIpAddressString(name), address);
            if (same) {
                return true;
            }
        }
        return false;
    }

    /** Nobody's name is told to strangers. */
    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authentication, Socket socket)
            throws CertificateException {
        throw new CertificateException("only engines are used here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authentication) throws CertificateException {
        throw new CertificateException("only engines are used here");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authentication) throws CertificateException {
        throw new CertificateException("only engines are used here");
    }
}

package org.beistand.crypto.identity;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;
import org.bouncycastle.util.IPAddress;
import org.jspecify.annotations.Nullable;

/** The anchors as the outer TLS connections ask them. */
final class SiteTrust extends X509ExtendedTrustManager {
    private final Anchors anchors;
    private final Set<CertifiedRole> roles;
    private final InstantSource clock;

    SiteTrust(Anchors anchors, Set<CertifiedRole> roles, InstantSource clock) {
        this.anchors = anchors;
        this.roles = Set.copyOf(roles);
        this.clock = clock;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        demandRole(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        demandHost(demandRole(chain), engine.getPeerHost());
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        demandRole(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        demandHost(
                demandRole(chain),
                socket instanceof SSLSocket tls && tls.getHandshakeSession() != null
                        ? tls.getHandshakeSession().getPeerHost()
                        : null);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        demandRole(chain);
    }

    /** Without a connection there is no host name to check. */
    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("no host name");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return anchors.roots().toArray(new X509Certificate[0]);
    }

    private X509Certificate demandRole(X509Certificate[] chain) throws CertificateException {
        List<X509Certificate> path = List.of(chain);
        return roles.stream()
                .flatMap(role -> anchors.verify(path, role, clock.instant()).stream())
                .map(Certified::certificate)
                .findFirst()
                .orElseThrow(() -> new CertificateException("not of this site or not of the expected role"));
    }

    private static void demandHost(X509Certificate server, @Nullable String host) throws CertificateException {
        if (host == null || !reachedAt(server, host)) {
            throw new CertificateException("not a server of this host name");
        }
    }

    private static boolean reachedAt(X509Certificate server, String host) throws CertificateParsingException {
        int kind = IPAddress.isValid(host) ? AlternativeName.ADDRESS : AlternativeName.DNS;
        Collection<List<?>> names = server.getSubjectAlternativeNames();
        return names != null
                && names.stream()
                        .anyMatch(name -> Integer.valueOf(kind).equals(name.getFirst())
                                && same(kind, String.valueOf(name.get(1)), host));
    }

    private static boolean same(int kind, String certified, String host) {
        return kind == AlternativeName.DNS
                ? certified.toLowerCase(Locale.ROOT).equals(host.toLowerCase(Locale.ROOT))
                : address(certified).equals(address(host));
    }

    /** One spelling for each address: {@code ::1} and {@code 0:0:0:0:0:0:0:1} are the same. */
    private static String address(String literal) {
        try {
            return java.net.InetAddress.ofLiteral(literal).getHostAddress();
        } catch (IllegalArgumentException e) {
            return literal;
        }
    }
}

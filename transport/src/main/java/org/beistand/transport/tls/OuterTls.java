package org.beistand.transport.tls;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.ReferenceCountedOpenSslEngine;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.internal.tcnative.SSL;
import java.io.ByteArrayInputStream;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parameters of every connection, in one place. */
public final class OuterTls {
    public static final String PROTOCOL = "TLSv1.3";
    public static final String CIPHER = "TLS_AES_256_GCM_SHA384";

    /** The JDK gives no tickets to whoever would have to keep them for longer than a week. */
    private static final long NO_TICKETS = 604_801;

    private static final Logger LOG = LoggerFactory.getLogger(OuterTls.class);

    private OuterTls() {}

    /** What a listener carries its connections with: BoringSSL, or the JDK's own where there is none for this machine. */
    public static SslProvider usual() {
        if (OpenSsl.isAvailable()) {
            return SslProvider.OPENSSL;
        }
        LOG.warn("No native TLS for this machine, using the JDK's: {}", String.valueOf(OpenSsl.unavailabilityCause()));
        return SslProvider.JDK;
    }

    public static SslContext listening(TransportIdentity identity, InstantSource clock, SslProvider provider)
            throws SSLException {
        return SslContextBuilder.forServer(identity.key(), identity.chain().toArray(X509Certificate[]::new))
                .sslProvider(provider)
                .trustManager(PinnedTrust.inClients(identity.anchors(), clock))
                .clientAuth(ClientAuth.REQUIRE)
                .protocols(PROTOCOL)
                .ciphers(List.of(CIPHER))
                .sessionTimeout(NO_TICKETS)
                .build();
    }

    /** For one connection of a listener. */
    public static SslHandler accepting(SslContext listening, ByteBufAllocator allocator) {
        SslHandler handler = listening.newHandler(allocator);
        if (handler.engine() instanceof ReferenceCountedOpenSslEngine boring) {
            // Netty lets BoringSSL give tickets in TLS 1.3 whatever the context says.
            SSL.setOptions(boring.sslPointer(), SSL.SSL_OP_NO_TICKET);
        }
        return handler;
    }

    /**
     * For one connection. Always the JDK's TLS: BoringSSL cannot be told which of the cipher suites of TLS 1.3 to offer, and
     * two BoringSSLs agree on AES with 128 bits. The listener takes what we offer.
     */
    public static SslContext dialling(TransportIdentity identity, PinnedTrust trust) throws SSLException {
        return SslContextBuilder.forClient()
                .sslProvider(SslProvider.JDK)
                .keyManager(identity.key(), identity.chain().toArray(X509Certificate[]::new))
                .trustManager(trust)
                .protocols(PROTOCOL)
                .ciphers(List.of(CIPHER))
                // The trust knows the host itself.
                .endpointIdentificationAlgorithm(null)
                .build();
    }

    /**
     * Whom this session has proved, after a handshake.
     *
     * @throws SSLException if it is not exactly what we ask of every connection
     */
    public static List<X509Certificate> proved(SSLSession session) throws SSLException {
        if (!PROTOCOL.equals(session.getProtocol()) || !CIPHER.equals(session.getCipherSuite())) {
            throw new SSLException("agreed on " + session.getProtocol() + " " + session.getCipherSuite());
        }
        try {
            CertificateFactory x509 = CertificateFactory.getInstance("X.509");
            List<X509Certificate> chain = new ArrayList<>();
            for (Certificate certificate : session.getPeerCertificates()) {
                // BoringSSL's are read only when asked; everybody above gets the JDK's own.
                chain.add(
                        (X509Certificate) x509.generateCertificate(new ByteArrayInputStream(certificate.getEncoded())));
            }
            return chain;
        } catch (CertificateException e) {
            throw new SSLException(e);
        }
    }
}

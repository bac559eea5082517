package org.beistand.transport.loopback;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.beistand.protocol.value.Endpoint;
import org.beistand.transport.tls.TransportIdentity;
import org.jspecify.annotations.Nullable;

/** Somebody at the door who does not use our program: a bare socket, or the JDK's TLS with any parameters, believing everybody. */
final class Stranger {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final char[] NO_PASSWORD = new char[0];

    private Stranger() {}

    static Socket bare(Endpoint server) throws IOException {
        Socket socket = new Socket();
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(server.host(), server.port()));
        return socket;
    }

    static SSLSocket tls(Endpoint server, @Nullable TransportIdentity identity, String protocol, String... ciphers)
            throws IOException, GeneralSecurityException {
        return tls(context(identity, new AtomicInteger()), server, protocol, ciphers);
    }

    static SSLSocket tls(SSLContext context, Endpoint server, String protocol, String... ciphers) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(server.host(), server.port());
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setEnabledProtocols(new String[] {protocol});
        if (ciphers.length > 0) {
            socket.setEnabledCipherSuites(ciphers);
        }
        return socket;
    }

    /** @param shown counts how often a server has shown its certificate */
    static SSLContext context(@Nullable TransportIdentity identity, AtomicInteger shown)
            throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(
                identity == null ? new KeyManager[0] : keys(identity), new TrustManager[] {new Credulous(shown)}, null);
        return context;
    }

    /** Whether the server ends this connection without a word of ours, in time. */
    static boolean isThrownOut(Socket socket) throws IOException {
        try (socket) {
            return hearsTheEnd(socket);
        }
    }

    static boolean hearsTheEnd(Socket socket) {
        try {
            byte[] told = new byte[1 << 16];
            while (socket.getInputStream().read(told) >= 0) {
                // An alert or a sign of life may come before the end.
            }
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static KeyManager[] keys(TransportIdentity identity) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("own", identity.key(), NO_PASSWORD, identity.chain().toArray(X509Certificate[]::new));
        KeyManagerFactory factory = KeyManagerFactory.getInstance("SunX509");
        factory.init(store, NO_PASSWORD);
        return Arrays.copyOf(factory.getKeyManagers(), 1);
    }

    private static final class Credulous extends X509ExtendedTrustManager {
        private final AtomicInteger shown;

        Credulous(AtomicInteger shown) {
            this.shown = shown;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
            shown.incrementAndGet();
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}

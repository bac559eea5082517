package org.beistand.operator.login.directory;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.beistand.crypto.identity.CertifiedRole;
import org.beistand.crypto.identity.Identity;
import org.beistand.crypto.identity.SiteAuthority;
import org.beistand.protocol.value.Endpoint;

/** Something at the address of a domain controller that is none. */
final class BadController implements AutoCloseable {
    enum Kind {
        /** Nobody listens. */
        DOWN,
        /** Takes connections and says nothing. */
        SILENT,
        /** Noise where TLS should be. */
        GARBAGE,
        /** Proper TLS and noise in it. */
        GARBAGE_INSIDE,
        /** Hangs up at once. */
        SHUT
    }

    private final ServerSocket socket;
    private final List<Socket> accepted = new CopyOnWriteArrayList<>();
    private final AtomicInteger calls = new AtomicInteger();

    BadController(Kind kind, SiteAuthority authority) throws Exception {
        InetAddress here = InetAddress.getByName("127.0.0.1");
        socket = kind == Kind.GARBAGE_INSIDE
                ? tls(authority).getServerSocketFactory().createServerSocket(0, 50, here)
                : new ServerSocket(0, 50, here);
        if (kind == Kind.DOWN) {
            socket.close();
        } else {
            Thread.ofVirtual().start(() -> serve(kind));
        }
    }

    private static SSLContext tls(SiteAuthority authority) throws Exception {
        Identity identity = authority.issueServer(CertifiedRole.OPERATOR_SERVER, "dc0", List.of("localhost"));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("key", identity.key(), new char[0], identity.chain().toArray(new Certificate[0]));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private void serve(Kind kind) {
        try {
            while (true) {
                Socket caller = socket.accept();
                calls.incrementAndGet();
                accepted.add(caller);
                Thread.ofVirtual().start(() -> answer(kind, caller));
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private static void answer(Kind kind, Socket caller) {
        byte[] noise = new byte[4000];
        Arrays.fill(noise, (byte) 0x30);
        try {
            switch (kind) {
                case DOWN, SILENT -> {}
                case SHUT -> caller.close();
                case GARBAGE, GARBAGE_INSIDE -> {
                    OutputStream out = caller.getOutputStream();
                    out.write(noise);
                    out.flush();
                }
            }
        } catch (IOException e) {
            // The other side has heard enough.
        }
    }

    Endpoint address() {
        return new Endpoint("localhost", socket.getLocalPort());
    }

    int calls() {
        return calls.get();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket one : new ArrayList<>(accepted)) {
            one.close();
        }
    }
}

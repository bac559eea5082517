package org.beistand.operator.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.beistand.crypto.identity.Identity;
import org.beistand.protocol.value.Endpoint;

/**
 * A mail server that really speaks STARTTLS, with a certificate of the test's choice. Inside TLS it hands over to a GreenMail
 * behind it, which cannot do that itself, or answers as the test says.
 */
public final class MailServer implements AutoCloseable {
    /** What happens before TLS. */
    public enum Beginning {
        PROPER,
        /** Takes connections and says nothing. */
        SILENT,
        /** Never ends its first line. */
        ENDLESS,
        /** Wants everything in the clear. */
        WITHOUT_STARTTLS,
        /** Offers STARTTLS and then does not do it. */
        STARTTLS_REFUSED,
        /** Says answers in the clear that are meant for what comes inside TLS. */
        TALKS_AHEAD,
        /** Noise where TLS should be. */
        NOISE,
        /** Busy. */
        BUSY
    }

    /** What happens inside TLS. */
    public sealed interface Inside {
        /** @param port of a mail server without TLS on this machine */
        record Behind(int port) implements Inside {}

        /** @param answer to one line, empty for silence; a line of a mail's text is answered by nothing */
        record Scripted(Function<String, Optional<String>> answer) implements Inside {}
    }

    private final ServerSocket socket;
    private final Beginning beginning;
    private final SSLContext tls;
    private final Inside inside;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final List<String> inTheClear = new CopyOnWriteArrayList<>();
    private final List<String> insideTls = new CopyOnWriteArrayList<>();

    public MailServer(Beginning beginning, Identity identity, Inside inside) throws Exception {
        this.beginning = beginning;
        this.inside = inside;
        tls = tls(identity);
        socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Thread.ofVirtual().start(this::serve);
    }

    private static SSLContext tls(Identity identity) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("key", identity.key(), new char[0], identity.chain().toArray(new Certificate[0]));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    public Endpoint address() {
        return new Endpoint("localhost", socket.getLocalPort());
    }

    /** What was said before TLS: everybody on the way could read it. */
    public List<String> inTheClear() {
        return List.copyOf(inTheClear);
    }

    /** What a scripted server was told inside TLS. */
    public List<String> insideTls() {
        return List.copyOf(insideTls);
    }

    private void serve() {
        try {
            while (true) {
                Socket caller = socket.accept();
                open.add(caller);
                Thread.ofVirtual().start(() -> talk(caller));
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private void talk(Socket caller) {
        try {
            switch (beginning) {
                case SILENT -> {}
                case BUSY -> say(caller.getOutputStream(), "421 too busy");
                case ENDLESS -> {
                    byte[] noise = "2".repeat(8192).getBytes(StandardCharsets.US_ASCII);
                    while (true) {
                        caller.getOutputStream().write(noise);
                    }
                }
                case PROPER, WITHOUT_STARTTLS, STARTTLS_REFUSED, TALKS_AHEAD, NOISE -> begin(caller);
            }
        } catch (IOException e) {
            // The other side has heard enough.
        }
    }

    private void begin(Socket caller) throws IOException {
        OutputStream out = caller.getOutputStream();
        say(out, "220 front ESMTP");
        for (String line = line(caller.getInputStream()); line != null; line = line(caller.getInputStream())) {
            inTheClear.add(line);
            if (line.startsWith("EHLO")) {
                say(
                        out,
                        beginning == Beginning.WITHOUT_STARTTLS
                                ? "250-front\r\n250 AUTH PLAIN LOGIN"
                                : "250-front\r\n250-AUTH PLAIN LOGIN\r\n250 STARTTLS");
            } else if (line.equals("STARTTLS") && beginning == Beginning.STARTTLS_REFUSED) {
                say(out, "454 not now");
            } else if (line.equals("STARTTLS")) {
                // Whoever sits between could say more in the clear; none of it may count once TLS has begun.
                String ahead = beginning == Beginning.TALKS_AHEAD
                        ? "\r\n250-front\r\n250 AUTH PLAIN\r\n235 ok\r\n250 ok\r\n250 ok\r\n354 go\r\n250 ok"
                        : "";
                say(out, "220 go ahead" + ahead);
                if (beginning == Beginning.NOISE) {
                    out.write(new byte[4000]);
                    out.flush();
                } else {
                    secured(caller);
                }
                return;
            } else {
                say(out, "250 ok");
            }
        }
    }

    private void secured(Socket caller) throws IOException {
        SSLSocket secured =
                (SSLSocket) tls.getSocketFactory().createSocket(caller, "localhost", caller.getPort(), true);
        secured.setUseClientMode(false);
        secured.startHandshake();
        switch (inside) {
            case Inside.Behind(int port) -> handOver(secured, port);
            case Inside.Scripted(var answer) -> scripted(secured, answer);
        }
    }

    private void handOver(SSLSocket secured, int port) throws IOException {
        Socket behind = new Socket(InetAddress.getByName("127.0.0.1"), port);
        open.add(behind);
        // Its greeting was said already.
        line(behind.getInputStream());
        Thread.ofVirtual().start(() -> pass(behind, secured));
        pass(secured, behind);
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One of them has hung up.
        }
    }

    private void scripted(SSLSocket secured, Function<String, Optional<String>> answer) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(secured.getInputStream(), StandardCharsets.UTF_8));
        boolean text = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            insideTls.add(line);
            if (text && !line.equals(".")) {
                continue;
            }
            Optional<String> said = answer.apply(line);
            text = said.filter(one -> one.startsWith("354")).isPresent();
            if (said.isPresent()) {
                say(secured.getOutputStream(), said.get());
            }
        }
    }

    private static void say(OutputStream out, String words) throws IOException {
        out.write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Byte by byte: what follows belongs to TLS. */
    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int one = in.read(); one >= 0; one = in.read()) {
            if (one == '\n') {
                return line.toString().stripTrailing();
            }
            line.append((char) one);
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket one : open) {
            one.close();
        }
    }
}

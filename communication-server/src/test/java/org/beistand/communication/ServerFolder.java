package org.beistand.communication;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import org.beistand.communication.story.House;
import org.beistand.crypto.identity.Identity;
import org.beistand.crypto.identity.KeyFile;
import org.beistand.crypto.identity.Site;
import org.beistand.protocol.value.Endpoint;
import org.beistand.transport.tls.TransportIdentity;

/** The folder of a communication server of a whole installation, for tests with real sockets. */
final class ServerFolder {
    final Site site = new Site("Laborklinik Nord", Clock.systemUTC());
    final Identity operator = site.operator();
    final Path path;

    ServerFolder(Path path) {
        this.path = path;
    }

    ServerFolder write(Endpoint operatorServer, int port) throws IOException {
        KeyFile.write(path.resolve("communication.p12"), site.communication());
        site.anchors.write(path.resolve("anchors.pem"));
        Files.writeString(path.resolve("operator.pem"), pem(operator.certificate()));
        configure(operatorServer, port);
        return this;
    }

    void configure(Endpoint operatorServer, int port) throws IOException {
        Files.writeString(path.resolve("communication.json"), """
                {
                  "name": "%s",
                  "listen": { "host": "127.0.0.1", "port": %d },
                  "publicAddress": "localhost:2000",
                  "operator": "%s"
                }
                """.formatted(House.NAME, port, operatorServer));
    }

    TransportIdentity outer(Identity identity) {
        return new TransportIdentity(identity.key(), identity.chain().subList(0, 1), site.anchors.roots());
    }

    static String pem(X509Certificate certificate) {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                            .encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}

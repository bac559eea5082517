package org.beistand.communication;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.beistand.crypto.identity.Anchors;
import org.beistand.crypto.identity.Certified;
import org.beistand.crypto.identity.CertifiedRole;
import org.beistand.crypto.identity.Identity;
import org.beistand.crypto.identity.KeyFile;
import org.beistand.crypto.identity.KeyRefused;
import org.beistand.protocol.value.Reason;
import org.beistand.transport.tls.TransportIdentity;

/**
 * The folder of this server as {@code beistand site} made it, read and found good.
 *
 * @param operator the certificate with whose key tickets are signed
 * @param spool where reports wait
 */
record InstalledSite(
        CommunicationConfiguration configuration,
        Anchors anchors,
        Identity identity,
        X509Certificate operator,
        Path spool) {
    static final String KEY = "communication.p12";
    static final String ANCHORS = "anchors.pem";
    static final String OPERATOR = "operator.pem";
    static final String SPOOL = "spool";

    private static final int LARGEST = 32 * 1024;

    /**
     * @param given this server's folder, or that of a whole site if there is only one communication server in it
     * @throws StartRefused naming the file that is missing, foreign, readable by others or wrong
     */
    static InstalledSite read(Path given, Instant now) throws StartRefused {
        Path folder = own(given);
        CommunicationConfiguration configuration = CommunicationConfiguration.read(folder);
        try {
            Anchors anchors = Anchors.read(folder.resolve(ANCHORS));
            Path key = folder.resolve(KEY);
            Identity identity = KeyFile.read(key, CertifiedRole.COMMUNICATION_SERVER, anchors, now);
            demandName(key, identity, configuration.name(), anchors, now);
            return new InstalledSite(
                    configuration,
                    anchors,
                    identity,
                    operator(folder.resolve(OPERATOR), anchors, now),
                    folder.resolve(SPOOL));
        } catch (KeyRefused e) {
            throw new StartRefused(e.reason(), e.path().toString());
        }
    }

    private static Path own(Path given) throws StartRefused {
        if (Files.exists(given.resolve(CommunicationConfiguration.FILE)) || !Files.isDirectory(given)) {
            return given;
        }
        try (Stream<Path> parts = Files.list(given)) {
            List<Path> servers = parts.filter(part -> Files.exists(part.resolve(CommunicationConfiguration.FILE)))
                    .toList();
            return servers.size() == 1 ? servers.getFirst() : given;
        } catch (IOException e) {
            throw new StartRefused(Reason.SITE_MISSING, given.toString());
        }
    }

    /** With whom and by what the outer connections are made. */
    TransportIdentity outer() {
        List<X509Certificate> chain = identity.chain().stream()
                .filter(one -> !anchors.roots().contains(one))
                .toList();
        return new TransportIdentity(identity.key(), chain, anchors.roots());
    }

    /** Tickets are made out to the name in the certificate; under another one nobody could come in. */
    private static void demandName(Path key, Identity identity, String name, Anchors anchors, Instant now)
            throws StartRefused {
        boolean same = anchors.verify(identity.chain(), CertifiedRole.COMMUNICATION_SERVER, now)
                .map(Certified::name)
                .filter(name::equals)
                .isPresent();
        if (!same) {
            throw new StartRefused(Reason.KEY_FOREIGN, key.toString());
        }
    }

    private static X509Certificate operator(Path file, Anchors anchors, Instant now) throws StartRefused {
        try {
            if (Files.size(file) > LARGEST) {
                throw new StartRefused(Reason.KEY_FOREIGN, file.toString());
            }
            try (InputStream in = Files.newInputStream(file)) {
                List<X509Certificate> chain = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                        .map(X509Certificate.class::cast)
                        .toList();
                return anchors.verify(chain, CertifiedRole.OPERATOR_SERVER, now)
                        .map(Certified::certificate)
                        .orElseThrow(() -> new StartRefused(Reason.KEY_FOREIGN, file.toString()));
            }
        } catch (NoSuchFileException e) {
            throw new StartRefused(Reason.KEY_MISSING, file.toString());
        } catch (IOException | CertificateException e) {
            throw new StartRefused(Reason.KEY_FOREIGN, file.toString());
        }
    }
}

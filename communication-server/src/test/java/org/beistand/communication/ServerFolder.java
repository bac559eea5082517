package org.beistand.communication;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.beistand.communication.story.House;
import org.beistand.communication.story.Person;
import org.beistand.crypto.identity.Identity;
import org.beistand.crypto.identity.KeyFile;
import org.beistand.crypto.identity.Site;
import org.beistand.crypto.identity.TicketSigner;
import org.beistand.protocol.relay.RelayVocabulary;
import org.beistand.protocol.service.SignedTicket;
import org.beistand.protocol.service.Ticket;
import org.beistand.protocol.value.Endpoint;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Role;
import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.wire.Octets;
import org.beistand.transport.dial.Ladder;
import org.beistand.transport.link.Link;
import org.beistand.transport.pipeline.Loops;
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

    Person moderator(Loops loops, int port, SessionId session) throws Exception {
        return person(loops, port, site.device(), session, Role.MODERATOR, "Martin Weber");
    }

    Person attendee(Loops loops, int port, SessionId session, String name) throws Exception {
        return person(loops, port, site.attendeePackage(), session, Role.ATTENDEE, name);
    }

    private Person person(Loops loops, int port, Identity identity, SessionId session, Role role, String name)
            throws Exception {
        Link link = new Ladder(loops, outer(identity), Clock.systemUTC())
                .dial(new Endpoint("localhost", port), RelayVocabulary.TABLE.atMost())
                .get(20, TimeUnit.SECONDS);
        return new Person(link).attach(ticket(session, role, name));
    }

    private SignedTicket ticket(SessionId session, Role role, String name) {
        byte[] id = new byte[16];
        site.random.nextBytes(id);
        return new TicketSigner(operator)
                .sign(new Ticket(
                        Octets.of(id),
                        session,
                        role,
                        new PersonName(name),
                        "",
                        House.NAME,
                        Clock.systemUTC().instant().plusSeconds(60)));
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

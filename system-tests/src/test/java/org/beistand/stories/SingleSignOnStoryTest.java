package org.beistand.stories;

import static org.beistand.house.SambaDomain.dn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.beistand.client.meeting.DomainTickets;
import org.beistand.client.meeting.MeetingRefused;
import org.beistand.client.meeting.ModeratorDoor.SignedInModerator;
import org.beistand.client.meeting.ModeratorWay;
import org.beistand.client.meeting.SignInStep;
import org.beistand.client.platform.kerberos.KerberosTickets;
import org.beistand.client.session.Session;
import org.beistand.crypto.identity.CertifiedRole;
import org.beistand.crypto.identity.SiteAuthority;
import org.beistand.house.Eventually;
import org.beistand.house.House;
import org.beistand.house.House.Machine;
import org.beistand.house.SambaDomain;
import org.beistand.operator.login.DirectoryName;
import org.beistand.operator.login.Tickets;
import org.beistand.operator.login.kerberos.ServiceKeys;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.Octets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Moderators who are signed in at a real Active Directory domain need not sign in again. */
@Tag("active-directory")
@Tag("001-42")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SingleSignOnStoryTest {
    private static final String PASSWORD = "Mikroskop-2026";
    private static final String HOST = "127.0.0.1";
    private static final String KERBEROS = "java.security.krb5.conf";

    private final SecureRandom random = new SecureRandom();
    private SambaDomain domain;
    private House house;
    private Path keytab;

    @BeforeAll
    void build(@TempDir(cleanup = CleanupMode.ALWAYS) Path folder) throws Exception {
        domain = new SambaDomain(Files.createDirectory(folder.resolve("samba")));
        domain.person("svc-beistand", "svc-beistand", "Nachschlagen-2026", SambaDomain.LASTING);
        domain.person("svc-tickets", "svc-tickets", PASSWORD, SambaDomain.LASTING);
        domain.person("svc-other", "svc-other", PASSWORD, SambaDomain.LASTING);
        domain.person("svc-weak", "svc-weak", PASSWORD, SambaDomain.LASTING);
        domain.person("Sabine Huber", "s.huber", PASSWORD, SambaDomain.LASTING);
        domain.person("Leaver", "leaver", PASSWORD, SambaDomain.LASTING);
        domain.person("Outsider", "outsider", PASSWORD, SambaDomain.LASTING);
        domain.person("Disabled", "disabled", PASSWORD, SambaDomain.LASTING);
        domain.group("Inner", dn("Sabine Huber"), dn("Leaver"), dn("Disabled"));
        domain.group("Support", dn("Inner"));
        keytab = domain.keytab("svc-tickets", "HTTP/" + HOST);
        System.setProperty(KERBEROS, domain.kerberos().toString());
        house = new House(Files.createDirectory(folder.resolve("house")));
        house.stopOperator();
        configure(house.site().resolve("operator"));
        house.startOperator();
        SignedInModerator sabine = signIn(of("s.huber"));
        Eventually.so("the communication server has found the operator server again", () -> canOpen(sabine));
    }

    private static boolean canOpen(SignedInModerator moderator) {
        try {
            moderator.openSession(false).join().leave();
            return true;
        } catch (CompletionException notYet) {
            return false;
        }
    }

    private void configure(Path operator) throws Exception {
        Files.copy(domain.certificates(), operator.resolve("ca.pem"), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(keytab, operator.resolve("operator.keytab"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createFile(
                operator.resolve("directory.password"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(operator.resolve("directory.password"), "Nachschlagen-2026\n");
        ObjectMapper json = new ObjectMapper();
        Path file = operator.resolve("operator.json");
        ObjectNode configuration = (ObjectNode) json.readTree(file.toFile());
        configuration.set("directory", json.readTree("""
                {"domain": "klinik.test", "shortName": "KLINIK", "controllers": ["127.0.0.2"], "certificates": "ca.pem",
                 "account": "svc-beistand@klinik.test", "passwordFile": "directory.password", "groups": ["Support"],
                 "keytab": "operator.keytab"}"""));
        configuration.put("entitlementRequired", false);
        json.writeValue(file.toFile(), configuration);
    }

    @AfterAll
    void end() throws Exception {
        System.clearProperty(KERBEROS);
        try (SambaDomain samba = domain) {
            if (house != null) {
                house.close();
            }
        }
    }

    private ModeratorWay way(DomainTickets tickets) throws Exception {
        // Nobody hangs up: it goes with the house.
        return house.moderator(Machine.of("moderator"), tickets);
    }

    private KerberosTickets of(String account) throws Exception {
        return KerberosTickets.in(domain.kinit(account, PASSWORD));
    }

    private SignedInModerator signIn(DomainTickets tickets) throws Exception {
        SignInStep step = way(tickets).signInByTicket().join();
        return assertInstanceOf(SignInStep.Welcome.class, step).moderator();
    }

    private Reason refusal(DomainTickets tickets) throws Exception {
        ModeratorWay way = way(tickets);
        CompletionException refused = assertThrows(
                CompletionException.class, () -> way.signInByTicket().join());
        return assertInstanceOf(MeetingRefused.class, refused.getCause()).reason();
    }

    @Test
    @Tag("001-44")
    void whoIsSignedInAtTheDomainOpensASessionAtOnce() throws Exception {
        KerberosTickets sabine = of("s.huber");
        assertEquals(
                Optional.of("s.huber@KLINIK.TEST"), way(sabine).domainUser().join());
        SignedInModerator moderator = signIn(sabine);
        assertEquals("Sabine Huber", moderator.name().value());
        Session session = moderator.openSession(false).join();
        session.leave();
    }

    @Test
    @Tag("001-43")
    void aTicketSaysWhoAndTheDirectorySaysWhat() throws Exception {
        assertEquals(Reason.NOT_A_MODERATOR, refusal(of("outsider")));
        KerberosTickets leaver = of("leaver");
        SignedInModerator moderator = signIn(leaver);
        domain.takeOut("Inner", dn("Leaver"));
        CompletionException refused = assertThrows(
                CompletionException.class, () -> moderator.openSession(false).join());
        assertEquals(
                Reason.SIGN_IN_NEEDED,
                assertInstanceOf(MeetingRefused.class, refused.getCause()).reason());
        // The ticket is as good as before, and its holder is a moderator no more.
        assertEquals(Reason.NOT_A_MODERATOR, refusal(leaver));
        KerberosTickets disabled = of("disabled");
        signIn(disabled);
        domain.set("Disabled", "userAccountControl", String.valueOf(SambaDomain.LASTING | 2));
        // The domain may have said no to the ticket already, or the server says it.
        assertTrue(Set.of(Reason.DOMAIN_SIGN_IN_MISSING, Reason.DOMAIN_SIGN_IN_REFUSED)
                .contains(refusal(disabled)));
    }

    @Test
    void withoutATicketTheFormIsThereAtOnce(@TempDir Path empty) throws Exception {
        KerberosTickets nobody = KerberosTickets.in(empty.resolve("none"));
        nobody.holder();
        long before = System.nanoTime();
        assertEquals(Optional.empty(), way(nobody).domainUser().join());
        assertEquals(Reason.DOMAIN_SIGN_IN_MISSING, refusal(nobody));
        Duration took = Duration.ofNanos(System.nanoTime() - before);
        assertTrue(took.compareTo(Duration.ofSeconds(1)) < 0, () -> "it took " + took);
    }

    @Test
    void aMachineIsNoModerator() throws Exception {
        assertEquals(Reason.DOMAIN_SIGN_IN_REFUSED, refusal(KerberosTickets.in(domain.kinitMachine())));
    }

    /** A client that says something else than its Kerberos does. */
    private interface Twist {
        Octets bind(Octets reply, Octets mic, X509Certificate server, DomainTickets.Proof honest);
    }

    private static DomainTickets twisted(DomainTickets honest, Twist twist) {
        return () -> honest.holder().map(holder -> new DomainTickets.Holder() {
            @Override
            public String name() {
                return holder.name();
            }

            @Override
            public Optional<DomainTickets.Proof> prove(String host) {
                return holder.prove(host).map(proof -> new DomainTickets.Proof() {
                    @Override
                    public Octets token() {
                        return proof.token();
                    }

                    @Override
                    public Optional<Octets> bind(Octets reply, Octets mic, X509Certificate server) {
                        return Optional.of(twist.bind(reply, mic, server, proof));
                    }
                });
            }
        });
    }

    @Test
    void aTicketThatIsNotBoundSignsNobodyIn() throws Exception {
        KerberosTickets sabine = of("s.huber");
        assertEquals(Reason.DOMAIN_SIGN_IN_REFUSED, refusal(twisted(sabine, (reply, mic, server, honest) -> mic)));
        assertEquals(
                Reason.DOMAIN_SIGN_IN_REFUSED, refusal(twisted(sabine, (reply, mic, server, honest) -> Octets.EMPTY)));
        signIn(twisted(
                sabine,
                (reply, mic, server, honest) -> honest.bind(reply, mic, server).orElseThrow()));
    }

    private X509Certificate certificate() {
        return SiteAuthority.create("Somebody", Clock.systemUTC(), random)
                .issueServer(CertifiedRole.OPERATOR_SERVER, "operator", List.of(HOST))
                .certificate();
    }

    private static Tickets server(Path keytab, String host, X509Certificate certificate) throws Exception {
        return new org.beistand.operator.login.kerberos.KerberosTickets(
                ServiceKeys.read(Files.readAllBytes(keytab), Set.of(host), "klinik.test"), certificate);
    }

    @Test
    void aServerInBetweenIsNoticedAtBothEnds() throws Exception {
        X509Certificate ours = certificate();
        X509Certificate between = certificate();
        DomainTickets.Holder sabine = of("s.huber").holder().orElseThrow();
        try (Tickets server = server(keytab, HOST, ours)) {
            DomainTickets.Proof proof = sabine.prove(HOST).orElseThrow();
            Tickets.Shown shown = server.read(proof.token()).orElseThrow();
            assertEquals(new DirectoryName.Principal("s.huber", "klinik.test"), shown.holder());
            assertEquals(Optional.empty(), proof.bind(shown.reply(), shown.mic(), between));
        }
        // A server that is the other side's in everything but its certificate: what it is given does not fit ours.
        try (Tickets other = server(keytab, HOST, between);
                Tickets server = server(keytab, HOST, ours)) {
            DomainTickets.Proof proof = sabine.prove(HOST).orElseThrow();
            Tickets.Shown shown = other.read(proof.token()).orElseThrow();
            Octets bound = proof.bind(shown.reply(), shown.mic(), between).orElseThrow();
            assertTrue(shown.isBoundBy(bound));
            DomainTickets.Proof second = sabine.prove(HOST).orElseThrow();
            Tickets.Shown atOurs = server.read(second.token()).orElseThrow();
            assertNotEquals(shown.mic(), atOurs.mic());
            assertFalse(atOurs.isBoundBy(bound));
        }
    }

    @Test
    void theServerNeedsNoConfigurationOfKerberos(@TempDir Path empty) throws Exception {
        Octets token =
                of("s.huber").holder().orElseThrow().prove(HOST).orElseThrow().token();
        System.setProperty(KERBEROS, empty.resolve("none").toString());
        try (Tickets server = server(keytab, HOST, certificate())) {
            // Whoever asks for his tickets makes the JDK read its configuration anew.
            assertTrue(KerberosTickets.in(empty.resolve("none")).holder().isEmpty());
            assertTrue(server.read(token).isPresent());
        } finally {
            System.setProperty(KERBEROS, domain.kerberos().toString());
        }
    }

    @Test
    void aTicketThatIsSealedWithoutAesIsNotRead() throws Exception {
        String host = "weak.klinik.test";
        Path weak = domain.keytab("svc-weak", "HTTP/" + host);
        KerberosTickets sabine = of("s.huber");
        try (Tickets server = server(weak, host, certificate())) {
            Octets strong =
                    sabine.holder().orElseThrow().prove(host).orElseThrow().token();
            assertTrue(server.read(strong).isPresent());
            // From now on the domain seals tickets for this service with RC4, if it issues any.
            domain.set("svc-weak", "msDS-SupportedEncryptionTypes", "4");
            assertEquals(
                    Optional.empty(),
                    sabine.holder()
                            .orElseThrow()
                            .prove(host)
                            .flatMap(proof -> server.read(proof.token()))
                            .map(Tickets.Shown::holder));
        }
    }

    @Test
    void aTicketIsGoodOnceAndForOneService() throws Exception {
        Path others = domain.keytab("svc-other", "HTTP/other.klinik.test");
        DomainTickets.Holder sabine = of("s.huber").holder().orElseThrow();
        try (Tickets server = server(keytab, HOST, certificate())) {
            Octets token = sabine.prove(HOST).orElseThrow().token();
            assertTrue(server.read(token).isPresent());
            assertEquals(Optional.empty(), server.read(token).map(Tickets.Shown::holder));
            Octets foreign = sabine.prove("other.klinik.test").orElseThrow().token();
            assertEquals(Optional.empty(), server.read(foreign).map(Tickets.Shown::holder));
            try (Tickets other = server(others, "other.klinik.test", certificate())) {
                assertTrue(other.read(
                                sabine.prove("other.klinik.test").orElseThrow().token())
                        .isPresent());
            }
        }
        assertEquals(Optional.empty(), sabine.prove("nowhere.klinik.test").map(DomainTickets.Proof::token));
    }
}

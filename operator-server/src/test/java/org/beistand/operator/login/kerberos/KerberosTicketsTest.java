package org.beistand.operator.login.kerberos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.beistand.crypto.identity.CertifiedRole;
import org.beistand.crypto.identity.SiteAuthority;
import org.beistand.operator.login.DirectoryName;
import org.beistand.operator.login.Tickets;
import org.beistand.operator.site.KeytabFile;
import org.beistand.protocol.wire.Octets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What anybody may send as a ticket. Real ones are a story of their own, with a real domain. */
@Tag("001-42")
class KerberosTicketsTest {
    /** How every token of Kerberos begins: its length, its mechanism, and that it is the first one. */
    private static final byte[] HEAD = Octets.fromHex("60820100" + "06092a864886f712010202" + "0100" + "6e8200ec")
            .toArray();

    @Test
    void aTicketIsOfAPersonOfOurRealm() {
        assertEquals(
                Optional.of(new DirectoryName.Principal("j.müller", "a.test")),
                KerberosTickets.holder("j.müller@A.TEST", "A.TEST"));
        for (String other : List.of(
                "anna@B.TEST",
                "anna@X.A.TEST",
                "anna@a.test",
                "anna",
                "@A.TEST",
                "PC7$@A.TEST",
                "HTTP/op.a.test@A.TEST",
                "anna\\@b.test@A.TEST",
                "anna@B.TEST@A.TEST",
                "x".repeat(257) + "@A.TEST")) {
            assertEquals(Optional.empty(), KerberosTickets.holder(other, "A.TEST"), other);
        }
    }

    @Test
    void nonsenseIsNoTicketAndNoMistakeOfTheProgram() throws Exception {
        ServiceKeys keys =
                ServiceKeys.read(KeytabFile.of("A.TEST", 18, 32, "HTTP", "op.a.test"), Set.of("op.a.test"), "a.test");
        Random random = new Random(11);
        try (Tickets tickets = new KerberosTickets(
                keys,
                SiteAuthority.create("A", Clock.systemUTC(), new SecureRandom())
                        .issueServer(CertifiedRole.OPERATOR_SERVER, "op", List.of("op.a.test"))
                        .certificate())) {
            assertEquals(Optional.empty(), tickets.read(Octets.EMPTY));
            for (int i = 0; i < 3000; i++) {
                byte[] noise = new byte[1 + random.nextInt(300)];
                random.nextBytes(noise);
                if (i % 3 != 0) {
                    System.arraycopy(HEAD, 0, noise, 0, Math.min(noise.length, HEAD.length - i % 5));
                }
                assertEquals(Optional.empty(), tickets.read(Octets.of(noise)));
            }
        }
    }
}

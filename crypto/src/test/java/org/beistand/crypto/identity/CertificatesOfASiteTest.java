package org.beistand.crypto.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.wire.Octets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CertificatesOfASiteTest {
    private final Site site = new Site();
    private final SessionId session = SessionId.random(site.random);

    private Map<CertifiedRole, Identity> oneOfEach() {
        Map<CertifiedRole, Identity> all = new EnumMap<>(CertifiedRole.class);
        all.put(CertifiedRole.SITE_AUTHORITY, site.current.identity());
        all.put(CertifiedRole.OPERATOR_SERVER, site.operator());
        all.put(CertifiedRole.COMMUNICATION_SERVER, site.communication());
        all.put(CertifiedRole.MODERATOR_DEVICE, site.device());
        all.put(CertifiedRole.ATTENDEE_PACKAGE, site.attendeePackage());
        all.put(CertifiedRole.ADMINISTRATOR, site.current.issue(CertifiedRole.ADMINISTRATOR, "admin"));
        all.put(CertifiedRole.AUDITOR, site.current.issue(CertifiedRole.AUDITOR, "auditor"));
        all.put(CertifiedRole.SESSION_ISSUER, site.current.issue(CertifiedRole.SESSION_ISSUER, "issuer"));
        all.put(CertifiedRole.SESSION_MODERATOR, site.moderator(session, "Dr. Grün", "Nord"));
        return all;
    }

    @Test
    @Tag("001-32")
    void eachIsAcceptedInItsOwnRoleAndInNoOther() {
        Map<CertifiedRole, Identity> all = oneOfEach();
        assertEquals(CertifiedRole.values().length, all.size());
        all.forEach((own, identity) -> {
            for (CertifiedRole asked : CertifiedRole.values()) {
                assertEquals(
                        own == asked,
                        site.anchors.verify(identity.chain(), asked, Site.NOW).isPresent(),
                        own + " as " + asked);
            }
        });
    }

    @Test
    @Tag("001-32")
    void thoseOfAnotherSiteAreStrangers() {
        Site other = new Site();
        oneOfEach()
                .forEach((role, identity) -> assertTrue(
                        other.anchors.verify(identity.chain(), role, Site.NOW).isEmpty(), role.name()));
    }

    @Test
    void thoseOfTheNextAuthorityAreBelievedToday() {
        Identity server =
                site.next.issueServer(CertifiedRole.OPERATOR_SERVER, "operator", List.of("operator.example.org"));
        assertTrue(site.anchors
                .verify(server.chain(), CertifiedRole.OPERATOR_SERVER, Site.NOW)
                .isPresent());
    }

    @Test
    void theyCountOnlyInTheirTime() {
        Identity moderator = site.moderator(session, "Dr. Grün", "Nord");
        Instant last = Site.NOW.plus(Duration.ofHours(11));
        assertTrue(accepted(moderator, last));
        assertFalse(accepted(moderator, last.plusSeconds(1)));
        assertFalse(accepted(moderator, Site.NOW.minus(Duration.ofHours(1)).minusSeconds(1)));
        X509Certificate certificate = moderator.certificate();
        assertEquals(
                Duration.ofHours(12),
                Duration.between(
                        certificate.getNotBefore().toInstant(),
                        certificate.getNotAfter().toInstant()));
    }

    private boolean accepted(Identity moderator, Instant when) {
        return site.anchors
                .verify(moderator.chain(), CertifiedRole.SESSION_MODERATOR, when)
                .isPresent();
    }

    @Test
    void anExpiredAuthorityIsNoneAnyMore() {
        Instant far = Site.NOW.plus(Duration.ofDays(21 * 365));
        SiteAuthority late = new SiteAuthority(site.current.identity(), () -> far, site.random);
        Identity server = late.issueServer(CertifiedRole.OPERATOR_SERVER, "operator", List.of("localhost"));
        assertTrue(site.anchors
                .verify(server.chain(), CertifiedRole.OPERATOR_SERVER, far)
                .isEmpty());
    }

    @Test
    void theSessionIssuerCannotMakeAServer() {
        Identity issuer = site.current.issue(CertifiedRole.SESSION_ISSUER, "issuer");
        Identity server = new SiteAuthority(issuer, site.clock, site.random)
                .issueServer(CertifiedRole.OPERATOR_SERVER, "operator", List.of("localhost"));
        List<X509Certificate> chain = List.of(server.certificate(), issuer.certificate());
        assertTrue(site.anchors
                .verify(chain, CertifiedRole.OPERATOR_SERVER, Site.NOW)
                .isEmpty());
    }

    @Test
    void aServerCannotIssueASession() {
        Identity server = site.operator();
        SessionKey key = SessionKey.generate(site.random);
        List<X509Certificate> chain = new SessionIssuer(server, site.clock, site.random)
                .certify(key.certificationRequest(), new PersonName("Eve"), "", session, Instant.MAX)
                .orElseThrow();
        assertTrue(site.anchors
                .verify(chain, CertifiedRole.SESSION_MODERATOR, Site.NOW)
                .isEmpty());
    }

    @Test
    void aModeratorsCarriesHisNameHisOrganisationAndTheSession() {
        Certified certified = site.anchors
                .verify(
                        site.moderator(session, "グリューン 博士", "Labor \"Nord\", CN=Eve")
                                .chain(),
                        CertifiedRole.SESSION_MODERATOR,
                        Site.NOW)
                .orElseThrow();
        assertEquals("グリューン 博士", certified.name());
        assertEquals("Labor \"Nord\", CN=Eve", certified.organisation());
        assertEquals(session, certified.session().orElseThrow());
    }

    @Test
    @Tag("001-115")
    void aModeratorsEndsNoLaterThanHisEntitlement() {
        Octets request = SessionKey.generate(site.random).certificationRequest();
        SessionIssuer issuer = site.sessionIssuer();
        PersonName name = new PersonName("Dr. Grün");
        Instant soon = Site.NOW.plus(Duration.ofHours(2));
        List<X509Certificate> chain =
                issuer.certify(request, name, "", session, soon).orElseThrow();
        assertEquals(soon, chain.getFirst().getNotAfter().toInstant());
        assertTrue(issuer.certify(request, name, "", session, Site.NOW).isEmpty());
    }

    @Test
    void aRequestWithoutProofOfPossessionIsRefused() {
        byte[] request = SessionKey.generate(site.random).certificationRequest().toArray();
        SessionIssuer issuer = site.sessionIssuer();
        PersonName name = new PersonName("Dr. Grün");
        assertTrue(issuer.certify(Octets.of(request), name, "", session, Instant.MAX)
                .isPresent());
        for (int at = 0; at < request.length; at++) {
            byte[] altered = request.clone();
            altered[at] ^= 1;
            assertTrue(
                    issuer.certify(Octets.of(altered), name, "", session, Instant.MAX)
                            .isEmpty(),
                    "byte " + at);
        }
        assertTrue(issuer.certify(Octets.EMPTY, name, "", session, Instant.MAX).isEmpty());
        assertTrue(issuer.certify(Octets.of(new byte[5_000]), name, "", session, Instant.MAX)
                .isEmpty());
    }

    @Test
    void aKeyTakesOnlyItsOwnCertificate() {
        Identity other = site.moderator(session, "Dr. Grün", "");
        assertTrue(SessionKey.generate(site.random).certified(other.chain()).isEmpty());
    }

    @Test
    void theyTravelAsBytes() {
        List<X509Certificate> chain = site.moderator(session, "Dr. Grün", "").chain();
        List<Octets> encoded = Certificates.encode(chain);
        assertEquals(chain, Certificates.decode(encoded).orElseThrow());
        byte[] surplus = java.util.Arrays.copyOf(
                encoded.getFirst().toArray(), encoded.getFirst().length() + 1);
        assertTrue(Certificates.decode(Octets.of(surplus)).isEmpty());
        assertTrue(Certificates.decode(List.of()).isEmpty());
        assertTrue(Certificates.decode(java.util.Collections.nCopies(5, encoded.getFirst()))
                .isEmpty());
    }

    @Test
    void anchorsAreWrittenAndReadAsPem() {
        assertEquals(site.anchors.roots(), Anchors.parse(site.anchors.pem()).roots());
        assertThrows(IllegalArgumentException.class, () -> Anchors.parse(""));
        assertThrows(IllegalArgumentException.class, () -> Anchors.parse(site.anchors.pem() + "x"));
        X509Certificate server = site.operator().certificate();
        assertThrows(IllegalArgumentException.class, () -> Anchors.of(server));
    }

    @Test
    void aGuestsIsForOneSessionAndNoRole() {
        Identity guest = site.guest(session);
        assertTrue(GuestCertificate.isFor(guest.certificate(), session));
        assertFalse(GuestCertificate.isFor(guest.certificate(), SessionId.random(site.random)));
        assertFalse(GuestCertificate.isFor(site.current.certificate(), session));
        assertFalse(
                GuestCertificate.isFor(site.moderator(session, "Dr. Grün", "").certificate(), session));
        assertTrue(CertifiedRole.of(guest.certificate()).isEmpty());
    }
}

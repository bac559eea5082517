package org.beistand.operator.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.beistand.crypto.identity.Anchors;
import org.beistand.crypto.identity.Certificates;
import org.beistand.crypto.identity.Certified;
import org.beistand.crypto.identity.CertifiedRole;
import org.beistand.crypto.identity.SessionKey;
import org.beistand.operator.Caller;
import org.beistand.operator.OperatorStage;
import org.beistand.operator.SampleReports;
import org.beistand.operator.ServiceCaller;
import org.beistand.operator.login.Policy;
import org.beistand.protocol.operator.DisableUser;
import org.beistand.protocol.operator.Done;
import org.beistand.protocol.operator.EnableUser;
import org.beistand.protocol.operator.EntitlementLine;
import org.beistand.protocol.operator.OpenSession;
import org.beistand.protocol.operator.ReadReport;
import org.beistand.protocol.operator.Refused;
import org.beistand.protocol.operator.RemoveEntitlement;
import org.beistand.protocol.operator.ReportFound;
import org.beistand.protocol.operator.SessionOpened;
import org.beistand.protocol.operator.SetEntitlements;
import org.beistand.protocol.operator.SignIn;
import org.beistand.protocol.operator.SignedIn;
import org.beistand.protocol.report.Vouched;
import org.beistand.protocol.service.Began;
import org.beistand.protocol.service.Close;
import org.beistand.protocol.service.Delivered;
import org.beistand.protocol.service.Taken;
import org.beistand.protocol.value.Attested;
import org.beistand.protocol.value.Evidence;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site that asks for training, briefing and undertaking, from the sign-in to the report. */
@Tag("001-115")
@Tag("001-116")
@Tag("001-117")
class EntitledSessionsTest {
    private static final String PASSWORD = "correct horse battery";
    private static final PersonName NAME = new PersonName("Anna Weber");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Duration NOW = Duration.ZERO;

    @TempDir
    Path folder;

    private OperatorStage stage;
    private Caller administrator;
    private ServiceCaller communication;

    @BeforeEach
    void aSiteThatAsks() {
        begin(new Policy(true, false, true));
    }

    private void begin(Policy policy) {
        stage = new OperatorStage(folder, policy);
        administrator =
                stage.call(CertifiedRole.ADMINISTRATOR, "office", "192.0.2.9").greeted();
        stage.introduce("anna", NAME, PASSWORD);
        communication = stage.communicationServer("ks1").registered("ks1");
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private static List<Attested> until(LocalDate end) {
        return Arrays.stream(Evidence.values())
                .map(evidence -> new Attested(evidence, TODAY.minusDays(30), end))
                .toList();
    }

    private void entitle(String account, LocalDate end) {
        administrator.ask(
                new SetEntitlements(until(end).stream()
                        .map(one -> new EntitlementLine(account, one))
                        .toList()),
                Done.class);
    }

    private Caller guest() {
        return stage.call(CertifiedRole.MODERATOR_DEVICE).greeted();
    }

    private Caller signedIn(String login) {
        Caller moderator = guest();
        moderator.ask(new SignIn(login, PASSWORD), SignedIn.class);
        return moderator;
    }

    private OpenSession request() {
        return new OpenSession(SessionKey.generate(stage.random()).certificationRequest());
    }

    @Test
    void withoutThemNobodySignsInAndEverybodyHearsWhatIsMissingOnlyAfterTheRightPassword() {
        assertEquals(
                new Refused(Reason.SIGN_IN_REFUSED, NOW),
                guest().ask(new SignIn("anna", "a wrong one"), Refused.class));
        assertEquals(
                new Refused(Reason.TRAINING_MISSING, NOW), guest().ask(new SignIn("anna", PASSWORD), Refused.class));
        entitle("anna", TODAY.plusDays(300));
        assertEquals(
                new SignedIn(NAME, OperatorStage.ORGANISATION, until(TODAY.plusDays(300)), false),
                guest().ask(new SignIn("anna", PASSWORD), SignedIn.class));
    }

    @Test
    @Tag("001-16")
    void theSessionCertificateNamesHimAndTheSessionAndEndsWithTheEntitlement() {
        entitle("anna", TODAY);
        // From now on midnight is nearer than the end of a whole certificate.
        stage.clock.pass(Duration.ofHours(6));
        SessionOpened opened = signedIn("anna").ask(request(), SessionOpened.class);
        List<X509Certificate> chain = Certificates.decode(opened.certificates()).orElseThrow();
        assertEquals(
                Instant.parse("2026-11-22T00:00:00Z"),
                chain.getFirst().getNotAfter().toInstant());
        assertTrue(Duration.between(
                                chain.getFirst().getNotBefore().toInstant(),
                                chain.getFirst().getNotAfter().toInstant())
                        .compareTo(Duration.ofHours(12))
                <= 0);
        Certified certified = Anchors.of(stage.authority().certificate())
                .verify(chain, CertifiedRole.SESSION_MODERATOR, stage.clock.instant())
                .orElseThrow();
        assertEquals("Anna Weber", certified.name());
        assertEquals(OperatorStage.ORGANISATION, certified.organisation());
        assertEquals(opened.session(), certified.session().orElseThrow());
    }

    @Test
    void whatRunsOutOrIsStruckOutWhileHeIsSignedInEndsNewSessionsAtOnce() {
        entitle("anna", TODAY);
        Caller moderator = signedIn("anna");
        moderator.ask(request(), SessionOpened.class);
        stage.clock.pass(Duration.ofHours(15));
        assertEquals(new Refused(Reason.TRAINING_EXPIRED, NOW), moderator.ask(request(), Refused.class));
        entitle("anna", TODAY.plusDays(1));
        moderator.ask(request(), SessionOpened.class);
        administrator.ask(new RemoveEntitlement("anna", Evidence.UNDERTAKING), Done.class);
        assertEquals(new Refused(Reason.UNDERTAKING_MISSING, NOW), moderator.ask(request(), Refused.class));
    }

    @Test
    void twoModeratorsOfOneNameAreToldApartInTheReport() {
        stage.introduce("a.weber2", NAME, PASSWORD);
        entitle("anna", TODAY.plusDays(300));
        entitle("a.weber2", TODAY.plusDays(20));
        assertEquals(Optional.of(new Vouched("local:anna", until(TODAY.plusDays(300)))), vouched("anna"));
        assertEquals(Optional.of(new Vouched("local:a.weber2", until(TODAY.plusDays(20)))), vouched("a.weber2"));
    }

    private Optional<Vouched> vouched(String login) {
        SessionOpened opened = signedIn(login).ask(request(), SessionOpened.class);
        // What is changed afterwards does not change what was known then.
        administrator.ask(new RemoveEntitlement(login, Evidence.BRIEFING), Done.class);
        communication.say(new Delivered(SampleReports.of(opened.session(), stage.clock.instant())));
        assertEquals(new Taken(opened.session()), communication.heard().getLast());
        return stage.call(CertifiedRole.AUDITOR)
                .greeted()
                .ask(new ReadReport(opened.session()), ReportFound.class)
                .vouched();
    }

    @Test
    void whoIsDisabledIsOutAtOnceAndHisSessionsEnd() {
        entitle("anna", TODAY.plusDays(300));
        Caller moderator = signedIn("anna");
        SessionOpened opened = moderator.ask(request(), SessionOpened.class);
        communication.say(new Began(opened.session(), true));
        administrator.ask(new DisableUser("ANNA"), Done.class);
        assertEquals(
                new Close(opened.session(), Reason.ACCESS_ENDED),
                communication.heard().getLast());
        assertEquals(new Refused(Reason.SIGN_IN_NEEDED, NOW), moderator.ask(request(), Refused.class));
        assertEquals(
                new Refused(Reason.SIGN_IN_REFUSED, NOW), moderator.ask(new SignIn("anna", PASSWORD), Refused.class));
        administrator.ask(new EnableUser("anna"), Done.class);
        moderator.ask(new SignIn("anna", PASSWORD), SignedIn.class);
    }

    @Test
    void aSiteMayLetTheRunningSessionGoOn() throws Exception {
        stage.close();
        java.nio.file.Files.delete(folder.resolve("second-factor.key"));
        java.nio.file.Files.delete(folder.resolve("operator.mv.db"));
        begin(new Policy(false, false, false));
        Caller moderator = signedIn("anna");
        SessionOpened opened = moderator.ask(request(), SessionOpened.class);
        communication.say(new Began(opened.session(), true));
        int before = communication.heard().size();
        administrator.ask(new DisableUser("anna"), Done.class);
        assertEquals(before, communication.heard().size());
        assertEquals(new Refused(Reason.SIGN_IN_NEEDED, NOW), moderator.ask(request(), Refused.class));
    }
}

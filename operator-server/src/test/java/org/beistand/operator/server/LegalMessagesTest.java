package org.beistand.operator.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.beistand.crypto.identity.CertifiedRole;
import org.beistand.crypto.identity.SessionKey;
import org.beistand.operator.Authenticator;
import org.beistand.operator.Caller;
import org.beistand.operator.OperatorStage;
import org.beistand.operator.SampleReports;
import org.beistand.operator.ServiceCaller;
import org.beistand.protocol.operator.AddUser;
import org.beistand.protocol.operator.AuthenticatorOffered;
import org.beistand.protocol.operator.BindTicket;
import org.beistand.protocol.operator.ChoosePassword;
import org.beistand.protocol.operator.CodeNeeded;
import org.beistand.protocol.operator.CodesIssued;
import org.beistand.protocol.operator.CodesNoted;
import org.beistand.protocol.operator.DisableUser;
import org.beistand.protocol.operator.Done;
import org.beistand.protocol.operator.EnableUser;
import org.beistand.protocol.operator.EntitlementChanges;
import org.beistand.protocol.operator.EntitlementList;
import org.beistand.protocol.operator.EntitlementsRefused;
import org.beistand.protocol.operator.GiveCode;
import org.beistand.protocol.operator.Greeted;
import org.beistand.protocol.operator.Greeting;
import org.beistand.protocol.operator.JoinSession;
import org.beistand.protocol.operator.ListEntitlementChanges;
import org.beistand.protocol.operator.ListEntitlements;
import org.beistand.protocol.operator.ListReports;
import org.beistand.protocol.operator.ListUsers;
import org.beistand.protocol.operator.OpenSession;
import org.beistand.protocol.operator.OperatorMessage;
import org.beistand.protocol.operator.OperatorVocabulary;
import org.beistand.protocol.operator.PasswordNeeded;
import org.beistand.protocol.operator.ReadReport;
import org.beistand.protocol.operator.Refused;
import org.beistand.protocol.operator.RemoveEntitlement;
import org.beistand.protocol.operator.ReportFound;
import org.beistand.protocol.operator.ReportList;
import org.beistand.protocol.operator.RequireSecondFactor;
import org.beistand.protocol.operator.ResetPassword;
import org.beistand.protocol.operator.ResetSecondFactor;
import org.beistand.protocol.operator.SendInvitation;
import org.beistand.protocol.operator.SessionFound;
import org.beistand.protocol.operator.SessionOpened;
import org.beistand.protocol.operator.SetEntitlements;
import org.beistand.protocol.operator.SetUserRole;
import org.beistand.protocol.operator.ShowTicket;
import org.beistand.protocol.operator.SignIn;
import org.beistand.protocol.operator.SignedIn;
import org.beistand.protocol.operator.TicketTaken;
import org.beistand.protocol.operator.UserList;
import org.beistand.protocol.operator.UserRole;
import org.beistand.protocol.service.Began;
import org.beistand.protocol.service.Blocked;
import org.beistand.protocol.service.Close;
import org.beistand.protocol.service.Declined;
import org.beistand.protocol.service.Delivered;
import org.beistand.protocol.service.Register;
import org.beistand.protocol.service.Registered;
import org.beistand.protocol.service.ServiceMessage;
import org.beistand.protocol.service.ServiceVocabulary;
import org.beistand.protocol.service.SignedTicket;
import org.beistand.protocol.service.Taken;
import org.beistand.protocol.value.Evidence;
import org.beistand.protocol.value.Language;
import org.beistand.protocol.value.MailAddress;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.value.SessionNumber;
import org.beistand.protocol.wire.Message;
import org.beistand.protocol.wire.Octets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every message, said by every party in every state: the legal ones are answered, all others end the connection. */
class LegalMessagesTest {
    private static final String PASSWORD = "correct horse battery";

    @TempDir
    Path folder;

    private OperatorStage stage;
    private SessionId session;
    private final Set<String> introduced = new HashSet<>();

    @BeforeEach
    void aSiteWithASession() {
        stage = new OperatorStage(folder, InvitingTest.mailing(mail -> {}));
        stage.introduce("anna", new PersonName("Anna"), PASSWORD);
        stage.communicationServer("ks1").registered("ks1");
        session = signedIn().ask(request(), SessionOpened.class).session();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private OpenSession request() {
        return new OpenSession(SessionKey.generate(stage.random()).certificationRequest());
    }

    private Caller signedIn() {
        Caller moderator = stage.call(CertifiedRole.MODERATOR_DEVICE).greeted();
        moderator.ask(new SignIn("anna", PASSWORD), SignedIn.class);
        return moderator;
    }

    /** A moderator whose password was right and of whom this is asked. */
    private Caller asked(String login, Class<? extends OperatorMessage> question) {
        if (introduced.add(login)) {
            Caller administrator = stage.call(CertifiedRole.ADMINISTRATOR).greeted();
            if (question == PasswordNeeded.class) {
                administrator.ask(new AddUser(login, new PersonName(login), PASSWORD), Done.class);
            } else {
                stage.introduce(login, new PersonName(login), PASSWORD);
                administrator.ask(new RequireSecondFactor(login, true), Done.class);
            }
            if (question == CodeNeeded.class) {
                Authenticator.setUp(stage, login, PASSWORD);
            }
        }
        // None of these sign-ins is finished, so all are counted.
        stage.clock.pass(Duration.ofMinutes(6));
        Caller moderator = stage.call(CertifiedRole.MODERATOR_DEVICE).greeted();
        moderator.ask(new SignIn(login, PASSWORD), question);
        return moderator;
    }

    /** One of each. */
    private List<OperatorMessage> words() {
        PersonName name = new PersonName("Anna");
        SignedTicket ticket = new SignedTicket(Octets.EMPTY, Octets.EMPTY);
        return List.of(
                new Greeting(OperatorVocabulary.VERSION),
                new SignIn("anna", PASSWORD),
                request(),
                new JoinSession(new SessionNumber(17), name),
                new ChoosePassword("short"),
                new GiveCode("123456"),
                new CodesNoted(),
                new ShowTicket(Octets.EMPTY),
                new BindTicket(Octets.EMPTY),
                new SendInvitation(session, new MailAddress("anna@clinic.example"), Language.GERMAN),
                new AddUser("someone", name, "another long password"),
                new DisableUser("nobody"),
                new ResetPassword("nobody", "another long password"),
                new ListUsers(),
                new EnableUser("nobody"),
                new ResetSecondFactor("nobody"),
                new RequireSecondFactor("nobody", false),
                new SetUserRole("nobody", UserRole.EXPERT),
                new ListEntitlements(),
                new SetEntitlements(List.of()),
                new RemoveEntitlement("nobody", Evidence.TRAINING),
                new ListEntitlementChanges(1),
                new ListReports(Instant.EPOCH, Instant.EPOCH, 1),
                new ReadReport(session),
                new Greeted("x", false),
                new SignedIn(name, "x", List.of(), false),
                new SessionOpened(
                        new SessionNumber(17), session, ServiceCaller.ADDRESS, ticket, List.of(), Instant.EPOCH),
                new SessionFound(session, ServiceCaller.ADDRESS, ticket),
                new PasswordNeeded(),
                new CodeNeeded(),
                new AuthenticatorOffered("A", "anna"),
                new CodesIssued(List.of()),
                new TicketTaken(Octets.EMPTY, Octets.EMPTY),
                new EntitlementList(List.of()),
                new EntitlementChanges(List.of()),
                new EntitlementsRefused(0, Reason.INTERNAL),
                new Done(),
                new UserList(List.of()),
                new ReportList(List.of()),
                new ReportFound(SampleReports.of(session, Instant.EPOCH), Optional.empty()),
                new Refused(Reason.INTERNAL, Duration.ZERO));
    }

    private List<ServiceMessage> serviceWords() {
        return List.of(
                new Register(OperatorVocabulary.VERSION, "ks1", ServiceCaller.ADDRESS),
                new Began(session, true),
                new Blocked(session, true),
                new Delivered(SampleReports.of(session, stage.clock.instant())),
                new Registered(),
                new Taken(session),
                new Close(session, Reason.INTERNAL),
                new Declined(Reason.INTERNAL));
    }

    @Test
    void theWordsOfThisTestAreAllThereAre() {
        assertEquals(Set.of(OperatorMessage.class.getPermittedSubclasses()), types(words()));
        assertEquals(Set.of(ServiceMessage.class.getPermittedSubclasses()), types(serviceWords()));
    }

    private static Set<Class<?>> types(List<? extends Message> words) {
        return words.stream().map(Object::getClass).collect(Collectors.toSet());
    }

    @Test
    @Tag("001-16")
    @Tag("001-124")
    void onlyTheLegalOnesAreAnswered() {
        Map<String, Supplier<Caller>> standings = new HashMap<>(Map.of(
                "attendee", () -> stage.call(CertifiedRole.ATTENDEE_PACKAGE),
                "greeted attendee",
                        () -> stage.call(CertifiedRole.ATTENDEE_PACKAGE).greeted(),
                "moderator", () -> stage.call(CertifiedRole.MODERATOR_DEVICE),
                "greeted moderator",
                        () -> stage.call(CertifiedRole.MODERATOR_DEVICE).greeted(),
                "signed-in moderator", this::signedIn,
                "administrator", () -> stage.call(CertifiedRole.ADMINISTRATOR),
                "greeted administrator",
                        () -> stage.call(CertifiedRole.ADMINISTRATOR).greeted()));
        standings.put("auditor", () -> stage.call(CertifiedRole.AUDITOR));
        standings.put("greeted auditor", () -> stage.call(CertifiedRole.AUDITOR).greeted());
        standings.put("moderator with a first password", () -> asked("berta", PasswordNeeded.class));
        standings.put("moderator asked for a code", () -> asked("clara", CodeNeeded.class));
        standings.put("moderator offered an authenticator", () -> asked("dora", AuthenticatorOffered.class));
        Map<String, Set<Class<?>>> legal = new HashMap<>(Map.of(
                "attendee", Set.of(Greeting.class),
                "greeted attendee", Set.of(JoinSession.class),
                "moderator", Set.of(Greeting.class),
                "greeted moderator", Set.of(SignIn.class, ShowTicket.class),
                "signed-in moderator", Set.of(OpenSession.class, SendInvitation.class),
                "administrator", Set.of(Greeting.class),
                "greeted administrator",
                        Set.of(
                                AddUser.class,
                                DisableUser.class,
                                ResetPassword.class,
                                ListUsers.class,
                                EnableUser.class,
                                ResetSecondFactor.class,
                                RequireSecondFactor.class,
                                SetUserRole.class,
                                ListEntitlements.class,
                                SetEntitlements.class,
                                RemoveEntitlement.class,
                                ListEntitlementChanges.class,
                                ListReports.class,
                                ReadReport.class)));
        legal.put("auditor", Set.of(Greeting.class));
        legal.put("greeted auditor", Set.of(ListReports.class, ReadReport.class));
        legal.put("moderator with a first password", Set.of(ChoosePassword.class));
        legal.put("moderator asked for a code", Set.of(GiveCode.class));
        legal.put("moderator offered an authenticator", Set.of(GiveCode.class));
        standings.forEach((standing, call) -> {
            Set<Class<?>> answered = new HashSet<>();
            for (OperatorMessage word : words()) {
                Caller caller = call.get();
                int before = caller.heard().size();
                caller.say(word);
                stage.timer.pass(OperatorStage.SLOT);
                if (caller.heard().size() > before) {
                    answered.add(word.getClass());
                    assertEquals(List.of(), caller.ended(), standing + " " + word.getClass());
                } else {
                    assertEquals(List.of(Reason.PROTOCOL_VIOLATION), caller.ended(), standing + " " + word.getClass());
                }
            }
            assertEquals(legal.get(standing), answered, standing);
        });
    }

    @Test
    @Tag("001-124")
    void onlyTheLegalOnesOfACommunicationServerAreTaken() {
        assertEquals(Set.of(Register.class), taken(() -> stage.communicationServer("ks1")));
        assertEquals(
                Set.of(Began.class, Blocked.class, Delivered.class),
                taken(() -> stage.communicationServer("ks1").registered("ks1")));
    }

    private Set<Class<?>> taken(Supplier<ServiceCaller> call) {
        Set<Class<?>> taken = new HashSet<>();
        for (ServiceMessage word : serviceWords()) {
            ServiceCaller caller = call.get();
            caller.say(word);
            if (caller.ended().isEmpty()) {
                taken.add(word.getClass());
            } else {
                assertEquals(List.of(Reason.PROTOCOL_VIOLATION), caller.ended(), word.getClass() + "");
            }
        }
        return taken;
    }

    @Test
    void aClientDoesNotSpeakAsAServerNorAServerAsAClient() {
        for (ServiceMessage word : serviceWords()) {
            Caller attendee = stage.call(CertifiedRole.ATTENDEE_PACKAGE).greeted();
            attendee.sayRaw(ServiceVocabulary.TABLE.encode(word));
            assertEquals(List.of(Reason.PROTOCOL_VIOLATION), attendee.ended());
        }
        for (OperatorMessage word : words()) {
            ServiceCaller server = stage.communicationServer("ks1").registered("ks1");
            server.sayRaw(OperatorVocabulary.TABLE.encode(word));
            assertEquals(List.of(Reason.PROTOCOL_VIOLATION), server.ended());
        }
    }

    @Test
    void whoIsNeitherClientNorCommunicationServerIsNotLetIn() {
        for (CertifiedRole role :
                List.of(CertifiedRole.OPERATOR_SERVER, CertifiedRole.SESSION_ISSUER, CertifiedRole.SITE_AUTHORITY)) {
            assertEquals(List.of(Reason.CLIENT_NOT_GENUINE), stage.call(role).ended(), role.name());
        }
    }

    @Test
    void noiseEndsTheConnection() {
        byte[] noise = new byte[200];
        for (int length : List.of(1, 2, 3, 50, 200)) {
            for (int seed = 0; seed < 20; seed++) {
                new java.util.Random(seed).nextBytes(noise);
                Caller caller = stage.call(CertifiedRole.ATTENDEE_PACKAGE).greeted();
                caller.sayRaw(Octets.of(noise.clone(), 0, length));
                assertEquals(List.of(Reason.PROTOCOL_VIOLATION), caller.ended());
            }
        }
    }

    @Test
    void anOversizedMessageIsRefusedUnread() {
        List<Octets> frames = new ArrayList<>();
        for (int number : List.of(0x0101, 0x0104, 0x0121)) {
            byte[] frame = new byte[100_000];
            frame[0] = (byte) (number >> 8);
            frame[1] = (byte) number;
            frames.add(Octets.of(frame));
        }
        for (Octets frame : frames) {
            Caller caller = stage.call(CertifiedRole.ADMINISTRATOR).greeted();
            caller.sayRaw(frame);
            assertEquals(List.of(Reason.PROTOCOL_VIOLATION), caller.ended());
        }
    }

    @Test
    void aRequestForACertificateThatIsNoneEndsTheConnection() {
        Caller moderator = signedIn();
        moderator.say(new OpenSession(Octets.of(new byte[300])));
        assertEquals(List.of(Reason.PROTOCOL_VIOLATION), moderator.ended());
    }
}

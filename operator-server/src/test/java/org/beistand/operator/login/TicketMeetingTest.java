package org.beistand.operator.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.beistand.crypto.identity.CertifiedRole;
import org.beistand.crypto.identity.SessionKey;
import org.beistand.operator.Caller;
import org.beistand.operator.OperatorStage;
import org.beistand.protocol.operator.BindTicket;
import org.beistand.protocol.operator.Greeted;
import org.beistand.protocol.operator.OpenSession;
import org.beistand.protocol.operator.OperatorMessage;
import org.beistand.protocol.operator.Refused;
import org.beistand.protocol.operator.SessionOpened;
import org.beistand.protocol.operator.ShowTicket;
import org.beistand.protocol.operator.SignIn;
import org.beistand.protocol.operator.SignedIn;
import org.beistand.protocol.operator.TicketTaken;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.Octets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Moderators who show a ticket instead of a password, on a whole operator server. */
@Tag("001-42")
class TicketMeetingTest {
    private static final String SID = "S-1-5-21-1-2-3-1105";
    private static final Octets BOUND = octets("bound");

    @TempDir
    Path folder;

    private final FakeDirectory directory = new FakeDirectory();
    private OperatorStage stage;

    /** A token is the name of its holder, and "bound" binds it. */
    private static final class FakeTickets implements Tickets {
        @Override
        public Optional<Shown> read(Octets token) {
            String name = new String(token.toArray(), StandardCharsets.UTF_8);
            return name.isEmpty() ? Optional.empty() : Optional.of(new FakeTicket(name));
        }

        @Override
        public void close() {}
    }

    private record FakeTicket(String name) implements Tickets.Shown {
        @Override
        public DirectoryName.Principal holder() {
            return new DirectoryName.Principal(name, "clinic.example");
        }

        @Override
        public Octets reply() {
            return octets("reply");
        }

        @Override
        public Octets mic() {
            return octets("mic");
        }

        @Override
        public boolean isBoundBy(Octets mic) {
            return mic.equals(BOUND);
        }
    }

    private static Octets octets(String text) {
        return Octets.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<SignIns.Domain> domain(FakeDirectory directory, Optional<Tickets> tickets) {
        return Optional.of(new SignIns.Domain(
                new Realms(Set.of("clinic"), Set.of("clinic.example"), Realms.Plain.DIRECTORY),
                directory,
                4,
                Duration.ofMinutes(30),
                tickets));
    }

    @BeforeEach
    void start() {
        directory.add(SID, "-", new DirectoryName.Plain("anna"), new DirectoryName.Principal("anna", "clinic.example"));
        stage = new OperatorStage(folder, clock -> domain(directory, Optional.of(new FakeTickets())));
        stage.communicationServer("ks1").registered("ks1");
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    private Caller moderator() {
        return stage.call(CertifiedRole.MODERATOR_DEVICE).greeted();
    }

    private Caller showed(String name) {
        Caller caller = moderator();
        assertEquals(
                new TicketTaken(octets("reply"), octets("mic")),
                caller.ask(new ShowTicket(octets(name)), TicketTaken.class));
        return caller;
    }

    private static Refused refused(Reason reason) {
        return new Refused(reason, Duration.ZERO);
    }

    private void refuses(Reason reason, String name) {
        assertEquals(refused(reason), showed(name).ask(new BindTicket(BOUND), Refused.class));
    }

    private OpenSession open() {
        return new OpenSession(SessionKey.generate(stage.random()).certificationRequest());
    }

    @Test
    void openSessionsWithoutAPassword() {
        Caller anna = showed("anna");
        assertEquals(
                "Anna Weber",
                anna.ask(new BindTicket(BOUND), SignedIn.class).name().value());
        anna.ask(open(), SessionOpened.class);
        assertEquals(List.of(), directory.asked);
        directory.standings.put(SID, Directory.Standing.NOT_IN_GROUP);
        assertEquals(refused(Reason.SIGN_IN_NEEDED), anna.ask(open(), Refused.class));
    }

    @Test
    void areNotSignedInUntilTheTicketIsBound() {
        for (OperatorMessage other : List.of(
                open(), new SignIn("anna", "-"), new ShowTicket(octets("anna")), new ShowTicket(Octets.EMPTY))) {
            Caller caller = showed("anna");
            caller.say(other);
            assertEquals(List.of(Reason.PROTOCOL_VIOLATION), caller.ended());
        }
        Caller early = moderator();
        early.say(new BindTicket(BOUND));
        assertEquals(List.of(Reason.PROTOCOL_VIOLATION), early.ended());
        Caller wrong = showed("anna");
        assertEquals(refused(Reason.DOMAIN_SIGN_IN_REFUSED), wrong.ask(new BindTicket(octets("mic")), Refused.class));
        wrong.say(new BindTicket(BOUND));
        assertEquals(List.of(Reason.PROTOCOL_VIOLATION), wrong.ended(), "a ticket has one try");
        Caller late = showed("anna");
        stage.clock.pass(Duration.ofMinutes(1));
        assertEquals(refused(Reason.DOMAIN_SIGN_IN_REFUSED), late.ask(new BindTicket(BOUND), Refused.class));
    }

    @Test
    void hearTheSameWhateverIsWrongWithTheTicket() {
        assertEquals(
                refused(Reason.DOMAIN_SIGN_IN_REFUSED), moderator().ask(new ShowTicket(Octets.EMPTY), Refused.class));
        refuses(Reason.DOMAIN_SIGN_IN_REFUSED, "nobody");
        directory.standings.remove(SID);
        refuses(Reason.DOMAIN_SIGN_IN_REFUSED, "anna");
        directory.add("S-1-5-21-1-2-3-1106", "-", new DirectoryName.Plain("anna"));
        directory.standings.put(SID, Directory.Standing.MODERATOR);
        refuses(Reason.DOMAIN_SIGN_IN_REFUSED, "anna");
    }

    @Test
    void hearWhyTheyMayNotComeInAsTheyHaveProvedWhoTheyAre() {
        directory.standings.put(SID, Directory.Standing.NOT_IN_GROUP);
        refuses(Reason.NOT_A_MODERATOR, "anna");
        directory.reachable = false;
        refuses(Reason.DIRECTORY_UNREACHABLE, "anna");
    }

    @Test
    void waitAfterManyTicketsThatWereNone() {
        for (int i = 0; i < 30; i++) {
            moderator().ask(new ShowTicket(Octets.EMPTY), Refused.class);
        }
        assertEquals(
                Reason.TOO_MANY_TRIES,
                moderator().ask(new ShowTicket(octets("anna")), Refused.class).reason());
        stage.clock.pass(Duration.ofMinutes(5));
        showed("anna").ask(new BindTicket(BOUND), SignedIn.class);
    }

    @Test
    void areAskedForTicketsOnlyWhereTheyAreTaken(@TempDir Path other) {
        assertTrue(((Greeted) moderator().heard().getFirst()).takesTickets());
        assertFalse(((Greeted) stage.call(CertifiedRole.ATTENDEE_PACKAGE)
                        .greeted()
                        .heard()
                        .getFirst())
                .takesTickets());
        try (OperatorStage without = new OperatorStage(other, clock -> domain(directory, Optional.empty()))) {
            Caller caller = without.call(CertifiedRole.MODERATOR_DEVICE).greeted();
            assertFalse(((Greeted) caller.heard().getFirst()).takesTickets());
            assertEquals(refused(Reason.DOMAIN_SIGN_IN_OFF), caller.ask(new ShowTicket(octets("anna")), Refused.class));
        }
    }
}

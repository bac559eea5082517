package org.beistand.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.beistand.client.session.SessionView;
import org.beistand.client.session.SessionView.AwaitingPassword;
import org.beistand.client.session.SessionView.EnteringPassword;
import org.beistand.client.session.SessionView.Present;
import org.beistand.client.session.SessionView.ReadingOut;
import org.beistand.crypto.handshake.SessionPassword;
import org.beistand.house.Eventually;
import org.beistand.house.HostileLine;
import org.beistand.house.HostileModerator;
import org.beistand.house.House;
import org.beistand.house.Pair;
import org.beistand.house.Reports;
import org.beistand.house.Somebody;
import org.beistand.protocol.session.consent.RightRequested;
import org.beistand.protocol.session.meeting.PasswordTried;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The session's password: who knows it, who guesses it, and who pretends. */
@Tag("001-135")
@Tag("002-68")
class SessionPasswordStoryTest {
    private static final SessionPassword GUESS = new SessionPassword("12345678");

    @TempDir
    Path folder;

    private House house;

    @BeforeEach
    void openTheHouse() throws Exception {
        house = new House(folder);
    }

    @AfterEach
    void closeTheHouse() {
        house.close();
    }

    private Somebody joined(Somebody engineer, House.Machine machine) throws Exception {
        Somebody customer = Pair.join(house, machine, Pair.number(engineer), "Anna");
        Pair.admit(engineer);
        return customer;
    }

    private static void enter(Somebody customer, SessionPassword typed, int triesLeft) throws Exception {
        SessionView view = customer.sees(
                triesLeft + " tries",
                now -> now.people().stream()
                        .anyMatch(one -> one.standing() instanceof EnteringPassword(int left) && left == triesLeft));
        customer.session.enterPassword(view.people().getFirst().id(), typed);
    }

    @Test
    @Tag("002-70")
    void whoMistypesAndThenKnowsItComesInAndNoServerSawIt() throws Exception {
        HostileLine line = new HostileLine();
        Somebody engineer = Pair.open(house, House.Machine.of("engineer"), true);
        SessionPassword right = Pair.password(engineer);
        Somebody customer = joined(engineer, House.Machine.of("customer", line::between));
        var anna = engineer.seesPerson(AwaitingPassword.class).id();
        engineer.session.request(anna, Permission.VIEW_SCREEN);
        enter(customer, other(right), 3);
        enter(customer, right, 2);
        Pair.compare(engineer, customer);
        engineer.seesPerson(Present.class);
        customer.seesPerson(Present.class);
        assertEquals(List.of(), customer.view().questions(), "what was asked before is not heard");
        assertFalse(line.carried(right.digits().getBytes(StandardCharsets.US_ASCII)));
        engineer.session.leave();
        List<JsonNode> said = Reports.statements(house.report(), "PasswordConcluded");
        assertEquals(2, said.size());
        said.forEach(one -> assertEquals("MATCHED", one.findValue("outcome").asText()));
    }

    private static SessionPassword other(SessionPassword password) {
        return new SessionPassword(password.equals(GUESS) ? "87654321" : GUESS.digits());
    }

    @Test
    @Tag("002-71")
    void whoGuessesThreeTimesIsOutAndTheModeratorMustInviteAnew() throws Exception {
        Somebody engineer = Pair.open(house, House.Machine.of("engineer"), true);
        SessionPassword right = Pair.password(engineer);
        Somebody guesser = joined(engineer, House.Machine.of("guesser"));
        for (int left = 3; left > 0; left--) {
            enter(guesser, other(right), left);
        }
        guesser.isOver(Reason.SESSION_PASSWORD_FAILED);
        engineer.sees(
                "alone, and told",
                now -> now.people().isEmpty()
                        && now.notices().stream().anyMatch(one -> one.reason() == Reason.SESSION_PASSWORD_FAILED));
        Somebody late = joined(engineer, House.Machine.of("late"));
        late.isOver(Reason.SESSION_PASSWORD_FAILED);
        engineer.session.leave();
        assertTrue(Reports.statements(house.report(), "PasswordConcluded").stream()
                .allMatch(one -> one.findValue("outcome").asText().equals("FAILED")));
    }

    @Test
    void whoPretendsToBeTheModeratorLearnsNothingAndCanDoNothing() throws Exception {
        House.Machine machine = House.Machine.of("customer");
        try (HostileModerator hostile = new HostileModerator(house, Optional.of(GUESS))) {
            Somebody customer = new Somebody(house.attendee(machine)
                    .join(hostile.number, new PersonName("Anna"))
                    .get());
            for (int left = 3; left > 0; left--) {
                enter(customer, new SessionPassword("99999999"), left);
            }
            customer.isOver(Reason.SESSION_PASSWORD_FAILED);
            Eventually.so(
                    "three tries",
                    () -> hostile.heard.stream()
                                    .filter(PasswordTried.class::isInstance)
                                    .count()
                            == 3);
            assertEquals(List.of(), machine.desktop().done);
        }
    }

    @Test
    void nothingElseIsHeardBeforeThePasswordIsProved() throws Exception {
        House.Machine machine = House.Machine.of("customer");
        try (HostileModerator hostile = new HostileModerator(house, Optional.of(GUESS))) {
            Somebody customer = new Somebody(house.attendee(machine)
                    .join(hostile.number, new PersonName("Anna"))
                    .get());
            customer.seesPerson(EnteringPassword.class);
            hostile.say(new RightRequested(1, Permission.REMOTE_CONTROL, List.of()));
            customer.isOver(Reason.PROTOCOL_VIOLATION);
            assertEquals(List.of(), customer.view().questions());
        }
    }

    @Test
    void whereItIsRequiredEverySessionHasOneAndAModeratorWithoutIsNotTalkedTo() throws Exception {
        house.requirePasswords();
        Somebody engineer = Pair.open(house, House.Machine.of("engineer"));
        Somebody customer = joined(engineer, House.Machine.of("customer"));
        enter(customer, Pair.password(engineer), 3);
        engineer.seesPerson(ReadingOut.class);
        engineer.session.leave();
        try (HostileModerator hostile = new HostileModerator(house)) {
            Somebody another = new Somebody(house.attendee(House.Machine.of("another"))
                    .join(hostile.number, new PersonName("Berta"))
                    .get());
            another.isOver(Reason.SESSION_PASSWORD_LACKING);
        }
    }
}

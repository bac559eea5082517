package org.beistand.crypto.handshake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.beistand.crypto.Vectors;
import org.beistand.crypto.channel.Binding;
import org.beistand.protocol.wire.Octets;
import org.junit.jupiter.api.Test;

class SpokenCheckTest {
    private final SecureRandom random = new SecureRandom();
    private final Binding binding = binding();
    private final ModeratorCheck moderator = new ModeratorCheck(binding, random);
    private final AttendeeCheck attendee = new AttendeeCheck(binding, random);

    private Octets some(int bytes) {
        byte[] some = new byte[bytes];
        random.nextBytes(some);
        return Octets.of(some);
    }

    private Binding binding() {
        return new Binding(some(Binding.BYTES));
    }

    @Test
    void givesBothTheSameFiveDigits() {
        Octets answer = attendee.committed(moderator.commitment()).orElseThrow();
        SpokenCode heard =
                attendee.revealed(moderator.answered(answer).orElseThrow()).orElseThrow();
        assertEquals(moderator.code(), Optional.of(heard));
        assertTrue(heard.digits().matches("\\d{5}"));
        assertFalse(heard.toString().contains(heard.digits()));
    }

    @Test
    void offersThreeDifferentCodesAndTheRightOneInEveryPlace() {
        Octets answer = attendee.committed(moderator.commitment()).orElseThrow();
        SpokenCode right =
                attendee.revealed(moderator.answered(answer).orElseThrow()).orElseThrow();
        Set<Integer> places = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            List<SpokenCode> choices = attendee.choices(random);
            assertEquals(AttendeeCheck.CHOICES, Set.copyOf(choices).size());
            assertEquals(1, choices.stream().filter(right::equals).count());
            places.add(choices.indexOf(right));
        }
        assertEquals(Set.of(0, 1, 2), places);
    }

    /** He has one channel to each side, so two bindings, and must commit himself before he hears from either. */
    @Test
    void givesDifferentDigitsWhenSomebodyIsInTheMiddle() {
        int same = 0;
        int tries = 2_000;
        for (int i = 0; i < tries; i++) {
            Binding left = binding();
            Binding right = binding();
            ModeratorCheck honestModerator = new ModeratorCheck(left, random);
            AttendeeCheck honestAttendee = new AttendeeCheck(right, random);
            ModeratorCheck falseModerator = new ModeratorCheck(right, random);
            AttendeeCheck falseAttendee = new AttendeeCheck(left, random);
            Octets fromAttendee =
                    honestAttendee.committed(falseModerator.commitment()).orElseThrow();
            falseAttendee.committed(honestModerator.commitment()).orElseThrow();
            honestModerator.answered(fromAttendee).orElseThrow();
            Optional<SpokenCode> heard = honestAttendee.revealed(
                    falseModerator.answered(fromAttendee).orElseThrow());
            same += heard.equals(honestModerator.code()) ? 1 : 0;
        }
        assertTrue(same <= 3, same + " of " + tries); // 0.02 are to be expected
    }

    @Test
    void failsWhenTheNonceIsNotTheOneCommittedTo() {
        attendee.committed(moderator.commitment()).orElseThrow();
        assertEquals(Optional.empty(), attendee.revealed(some(32)));
        assertThrows(IllegalStateException.class, () -> attendee.choices(random));
    }

    @Test
    void failsWhenTheCommitmentWasForAnotherChannel() {
        ModeratorCheck elsewhere = new ModeratorCheck(binding(), random);
        Octets answer = attendee.committed(elsewhere.commitment()).orElseThrow();
        assertEquals(
                Optional.empty(), attendee.revealed(elsewhere.answered(answer).orElseThrow()));
    }

    @Test
    void hasOneCommitment() {
        Octets answer = attendee.committed(moderator.commitment()).orElseThrow();
        assertThrows(IllegalStateException.class, moderator::commitment);
        Octets reveal = moderator.answered(answer).orElseThrow();
        assertEquals(Optional.empty(), attendee.committed(some(32)));
        assertEquals(Optional.empty(), attendee.revealed(reveal));
    }

    @Test
    void revealsNothingBeforeItsTurnAndNothingTwice() {
        assertEquals(Optional.empty(), new ModeratorCheck(binding, random).answered(some(32)));
        assertEquals(Optional.empty(), attendee.revealed(some(32)));
        assertEquals(Optional.empty(), attendee.committed(some(32)));
        moderator.commitment();
        assertTrue(moderator.answered(some(32)).isPresent());
        assertEquals(Optional.empty(), moderator.answered(some(32)));
        assertEquals(Optional.empty(), moderator.code());
    }

    @Test
    void acceptsNoncesOfTheRightLengthOnly() {
        moderator.commitment();
        assertEquals(Optional.empty(), moderator.answered(Octets.EMPTY));
        attendee.committed(some(32));
        assertEquals(Optional.empty(), attendee.revealed(some(31)));
    }

    @Test
    void usesFreshNonces() {
        assertNotEquals(moderator.commitment(), new ModeratorCheck(binding, random).commitment());
        assertNotEquals(attendee.committed(some(32)), new AttendeeCheck(binding, random).committed(some(32)));
    }

    @Test
    void isAsInTheVectors() {
        for (List<String> line : Vectors.of(SpokenCheckTest.class, "spoken-check.txt")) {
            Binding vector = new Binding(Octets.fromHex(line.get(0)));
            byte[] moderators = Octets.fromHex(line.get(1)).toArray();
            byte[] attendees = Octets.fromHex(line.get(2)).toArray();
            assertEquals(
                    line.get(3), CheckFormula.commitment(vector, moderators).toHex());
            assertEquals(
                    line.get(4),
                    CheckFormula.code(vector, moderators, attendees).digits());
        }
    }
}

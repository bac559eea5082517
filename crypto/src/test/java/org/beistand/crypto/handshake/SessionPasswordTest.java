package org.beistand.crypto.handshake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.beistand.crypto.channel.Binding;
import org.beistand.protocol.wire.Octets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SessionPasswordTest {
    private static final SessionPassword RIGHT = new SessionPassword("40718256");
    private static final SessionPassword WRONG = new SessionPassword("40718265");

    private final SecureRandom random = new SecureRandom();
    private final Binding binding = binding();
    private ModeratorPassword moderator = new ModeratorPassword(binding, RIGHT, random);

    private Binding binding() {
        byte[] some = new byte[Binding.BYTES];
        random.nextBytes(some);
        return new Binding(Octets.of(some));
    }

    @Test
    @Tag("001-135")
    @Tag("002-68")
    @Tag("002-69")
    @Tag("002-70")
    void isNewEveryTimeHasEightDigitsAndCanBeReadOut() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            SessionPassword one = SessionPassword.random(random);
            assertTrue(one.grouped().matches("\\d{4} \\d{4}"));
            assertTrue(seen.add(one.digits()) || seen.size() > 990);
        }
        assertFalse(RIGHT.toString().contains("4071"));
    }

    @Test
    void isUnderstoodHoweverItIsTyped() {
        for (String typed : new String[] {"40718256", "4071 8256", " 4071-8256 ", "４０７１　８２５６", "4071–8256"}) {
            assertEquals(Optional.of(RIGHT), SessionPassword.parse(typed), typed);
        }
        for (String typed : new String[] {"", "4071825", "407182566", "4071825x", "4071.8256", " ".repeat(41)}) {
            assertEquals(Optional.empty(), SessionPassword.parse(typed), typed);
        }
    }

    private boolean meet(Binding guests, SessionPassword typed) {
        GuestPassword guest = new GuestPassword(guests, typed, random);
        return guest.answer(moderator.opening())
                .flatMap(one -> moderator.tried(one.first(), one.second()))
                .flatMap(proof -> guest.proved(proof.second(), proof.tag()))
                .filter(moderator::confirmed)
                .isPresent();
    }

    /** Often, because a tag is a number with a sign. */
    @Test
    @Tag("001-135")
    void letsInWhoKnowsIt() {
        for (int i = 0; i < 8; i++) {
            assertTrue(meet(binding, RIGHT));
            moderator = new ModeratorPassword(binding, RIGHT, random);
        }
    }

    @Test
    void letsNobodyInWithAnother() {
        assertFalse(meet(binding, WRONG));
    }

    /** He has a channel to each side, and with it another binding on each; he can only pass on what he hears. */
    @Test
    void letsNobodyInOverTwoChannelsWithSomebodyBetweenThem() {
        assertFalse(meet(binding(), RIGHT));
    }

    @Test
    void tellsAFalseModeratorNothingButThatHisGuessIsWrong() {
        ModeratorPassword liar = new ModeratorPassword(binding, WRONG, random);
        GuestPassword guest = new GuestPassword(binding, RIGHT, random);
        GuestPassword.Try one = guest.answer(liar.opening()).orElseThrow();
        ModeratorPassword.Proof proof = liar.tried(one.first(), one.second()).orElseThrow();
        assertEquals(Optional.empty(), guest.proved(proof.second(), proof.tag()));
    }

    @Test
    void isGoodForOneTryOnly() {
        GuestPassword guest = new GuestPassword(binding, RIGHT, random);
        GuestPassword.Try one = guest.answer(moderator.opening()).orElseThrow();
        moderator.tried(one.first(), one.second()).orElseThrow();
        assertEquals(Optional.empty(), moderator.tried(one.first(), one.second()));
        assertFalse(moderator.confirmed(Octets.of(new byte[PasswordRounds.TAG])));
    }

    @Test
    void refusesWhatProvesNothing() {
        Octets zeros = Octets.of(new byte[PasswordRounds.FIRST]);
        assertEquals(Optional.empty(), new GuestPassword(binding, RIGHT, random).answer(zeros));
        assertEquals(Optional.empty(), new GuestPassword(binding, RIGHT, random).answer(Octets.of(new byte[3])));
        GuestPassword guest = new GuestPassword(binding, RIGHT, random);
        GuestPassword.Try one = guest.answer(moderator.opening()).orElseThrow();
        byte[] bent = one.second().toArray();
        bent[PasswordRounds.SECOND - 1] ^= 1;
        assertEquals(Optional.empty(), moderator.tried(one.first(), Octets.of(bent)));
    }

    /** Somebody who sends the moderator's own words back to him is not somebody else. */
    @Test
    void isNotFooledByItsOwnWords() {
        Octets own = moderator.opening();
        assertEquals(Optional.empty(), moderator.tried(own, Octets.of(new byte[PasswordRounds.SECOND])));
    }

    @Test
    void neverRepeatsItself() {
        assertFalse(new ModeratorPassword(binding, RIGHT, random).opening().equals(moderator.opening()));
    }
}

package org.beistand.crypto.handshake;

import java.security.SecureRandom;
import java.util.Optional;
import org.beistand.crypto.channel.Binding;
import org.beistand.protocol.wire.Octets;

/**
 * One try with a session's password, on the side that made it.
 *
 * <pre>
 *   FRESH --opening--> OPENED --tried, proofs hold--> PROVED --confirmed, tag fits--> the other knows the password
 *     anything out of turn, or a proof or tag that does not hold --> OVER
 * </pre>
 */
public final class ModeratorPassword {
    private enum State {
        FRESH,
        OPENED,
        PROVED,
        OVER
    }

    private final PasswordRounds rounds;
    private State state = State.FRESH;

    /** For {@code PasswordProved}. */
    public record Proof(Octets second, Octets tag) {}

    public ModeratorPassword(Binding binding, SessionPassword password, SecureRandom random) {
        rounds = PasswordRounds.moderator(binding, password, random);
    }

    /**
     * For {@code PasswordWanted}.
     *
     * @throws IllegalStateException if it was asked for before
     */
    public Octets opening() {
        if (state != State.FRESH) {
            throw new IllegalStateException("there is one opening");
        }
        state = State.OPENED;
        return rounds.first();
    }

    /**
     * The guest's two rounds came. What is answered lets her test the one password that she used, and no other.
     *
     * @return empty if they came out of turn or prove nothing, and then this try is over
     */
    public Optional<Proof> tried(Octets first, Octets second) {
        if (state != State.OPENED || !rounds.takeFirst(first)) {
            state = State.OVER;
            return Optional.empty();
        }
        Octets own = rounds.second();
        if (!rounds.takeSecond(second)) {
            state = State.OVER;
            return Optional.empty();
        }
        state = State.PROVED;
        return Optional.of(new Proof(own, rounds.tag()));
    }

    /** @return whether she knows the password */
    public boolean confirmed(Octets tag) {
        boolean right = state == State.PROVED && rounds.takeTag(tag);
        state = State.OVER;
        return right;
    }
}

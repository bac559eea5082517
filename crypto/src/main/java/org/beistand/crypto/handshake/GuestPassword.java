package org.beistand.crypto.handshake;

import java.security.SecureRandom;
import java.util.Optional;
import org.beistand.crypto.channel.Binding;
import org.beistand.protocol.wire.Octets;

/**
 * One try with a session's password, on the side that types it.
 *
 * <pre>
 *   FRESH --answer--> ANSWERED --proved, tag fits--> the moderator knows the same password
 *     anything out of turn, or a proof or tag that does not hold --> OVER
 * </pre>
 */
public final class GuestPassword {
    private enum State {
        FRESH,
        ANSWERED,
        OVER
    }

    private final PasswordRounds rounds;
    private State state = State.FRESH;

    /** For {@code PasswordTried}. */
    public record Try(Octets first, Octets second) {}

    public GuestPassword(Binding binding, SessionPassword typed, SecureRandom random) {
        rounds = PasswordRounds.guest(binding, typed, random);
    }

    /** @return empty if the moderator's opening proves nothing, and then this try is over */
    public Optional<Try> answer(Octets opening) {
        if (state != State.FRESH) {
            state = State.OVER;
            return Optional.empty();
        }
        Octets first = rounds.first();
        if (!rounds.takeFirst(opening)) {
            state = State.OVER;
            return Optional.empty();
        }
        state = State.ANSWERED;
        return Optional.of(new Try(first, rounds.second()));
    }

    /** @return the tag for {@code PasswordConfirmed}; empty if the passwords differ or nothing is proved */
    public Optional<Octets> proved(Octets second, Octets tag) {
        boolean right = state == State.ANSWERED && rounds.takeSecond(second);
        // Made before theirs is compared: the library asks for this order.
        Optional<Octets> own = right ? Optional.of(rounds.tag()) : Optional.empty();
        state = State.OVER;
        return right && rounds.takeTag(tag) ? own : Optional.empty();
    }
}

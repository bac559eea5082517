package org.beistand.client.session;

import java.security.SecureRandom;
import java.util.Optional;
import org.beistand.crypto.channel.Binding;
import org.beistand.crypto.handshake.GuestPassword;
import org.beistand.crypto.handshake.ModeratorPassword;
import org.beistand.crypto.handshake.SessionPassword;
import org.beistand.protocol.session.meeting.CheckAnswered;
import org.beistand.protocol.session.meeting.CheckCommitted;
import org.beistand.protocol.session.meeting.CheckPicked;
import org.beistand.protocol.session.meeting.CheckRevealed;
import org.beistand.protocol.session.meeting.Farewell;
import org.beistand.protocol.session.meeting.Introduced;
import org.beistand.protocol.session.meeting.MeetingMessage;
import org.beistand.protocol.session.meeting.PasswordConfirmed;
import org.beistand.protocol.session.meeting.PasswordProved;
import org.beistand.protocol.session.meeting.PasswordTried;
import org.beistand.protocol.session.meeting.PasswordWanted;
import org.beistand.protocol.session.meeting.PasswordWrong;
import org.beistand.protocol.wire.Octets;

/**
 * The session's password with one person, from one side: what is said in which order.
 *
 * <pre>
 *   moderator: wanted --> (tried) --> proved --> (confirmed), she is in
 *                 ^                      +-----> (wrong), again or no more
 *                 +----------------------+
 *   guest:     (wanted), types it --> tried --> (proved) --> confirmed, or wrong and again or no more
 * </pre>
 */
final class PasswordRun {
    private final Binding binding;
    private final SecureRandom random;
    private final PasswordTries tries;
    private final Side side;

    private sealed interface Side {}

    private static final class Making implements Side {
        private final SessionPassword password;
        private Optional<ModeratorPassword> current = Optional.empty();
        private boolean proved;

        Making(SessionPassword password) {
            this.password = password;
        }
    }

    private static final class Typing implements Side {
        private Optional<Octets> opening = Optional.empty();
        private Optional<GuestPassword> current = Optional.empty();
    }

    /** What a word leads to. */
    record Turn(Optional<MeetingMessage> say, Outcome outcome) {}

    enum Outcome {
        GO_ON,
        /** The guest is to type it. */
        ASK,
        /** Both know the same password. */
        RIGHT,
        /** No try is left. */
        FAILED,
        /** A word that does not belong here, or proves nothing. */
        OUT_OF_TURN
    }

    private PasswordRun(Binding binding, SecureRandom random, PasswordTries tries, Side side) {
        this.binding = binding;
        this.random = random;
        this.tries = tries;
        this.side = side;
    }

    static PasswordRun moderator(Binding binding, SessionPassword password, PasswordTries tries, SecureRandom random) {
        return new PasswordRun(binding, random, tries, new Making(password));
    }

    static PasswordRun guest(Binding binding, SecureRandom random) {
        return new PasswordRun(binding, random, new PasswordTries(), new Typing());
    }

    /** The moderator's first word; none if no try is left. */
    Turn begin() {
        return side instanceof Making making ? again(making) : outOfTurn();
    }

    int triesLeft() {
        return tries.left();
    }

    /** Empty if it is no word of the password. */
    Optional<Turn> heard(MeetingMessage message) {
        return switch (message) {
            case PasswordWanted word -> Optional.of(side instanceof Typing typing ? wanted(typing, word) : outOfTurn());
            case PasswordProved word -> Optional.of(side instanceof Typing typing ? proved(typing, word) : outOfTurn());
            case PasswordTried word -> Optional.of(side instanceof Making making ? tried(making, word) : outOfTurn());
            case PasswordConfirmed word ->
                Optional.of(side instanceof Making making ? confirmed(making, word) : outOfTurn());
            case PasswordWrong word ->
                Optional.of(side instanceof Making making && making.proved ? again(making) : outOfTurn());
            case CheckCommitted word -> Optional.empty();
            case CheckAnswered word -> Optional.empty();
            case CheckRevealed word -> Optional.empty();
            case CheckPicked word -> Optional.empty();
            case Introduced word -> Optional.empty();
            case Farewell word -> Optional.empty();
        };
    }

    /** The guest typed it. Nothing comes of it if nobody wants it now. */
    Optional<Turn> entered(SessionPassword typed) {
        if (!(side instanceof Typing typing) || typing.opening.isEmpty() || tries.left() == 0) {
            return Optional.empty();
        }
        Octets opening = typing.opening.get();
        GuestPassword guest = new GuestPassword(binding, typed, random);
        typing.opening = Optional.empty();
        typing.current = Optional.of(guest);
        tries.begun();
        return Optional.of(guest.answer(opening)
                .map(one -> say(new PasswordTried(one.first(), one.second()), Outcome.GO_ON))
                .orElseGet(PasswordRun::outOfTurn));
    }

    private Turn wanted(Typing typing, PasswordWanted word) {
        if (typing.opening.isPresent() || typing.current.isPresent()) {
            return outOfTurn();
        }
        typing.opening = Optional.of(word.first());
        return new Turn(Optional.empty(), Outcome.ASK);
    }

    private Turn proved(Typing typing, PasswordProved word) {
        Optional<GuestPassword> current = typing.current;
        typing.current = Optional.empty();
        if (current.isEmpty()) {
            return outOfTurn();
        }
        return current.get()
                .proved(word.second(), word.tag())
                .map(tag -> say(new PasswordConfirmed(tag), Outcome.RIGHT))
                .orElseGet(() -> say(new PasswordWrong(), tries.left() > 0 ? Outcome.GO_ON : Outcome.FAILED));
    }

    private Turn tried(Making making, PasswordTried word) {
        if (tries.left() == 0) {
            // Others have used them up meanwhile.
            return new Turn(Optional.empty(), Outcome.FAILED);
        }
        tries.begun();
        making.proved = true;
        return making.current
                .flatMap(one -> one.tried(word.first(), word.second()))
                .map(proof -> say(new PasswordProved(proof.second(), proof.tag()), Outcome.GO_ON))
                .orElseGet(PasswordRun::outOfTurn);
    }

    private Turn confirmed(Making making, PasswordConfirmed word) {
        boolean right = making.proved
                && making.current.map(one -> one.confirmed(word.tag())).orElse(false);
        making.current = Optional.empty();
        if (!right) {
            return outOfTurn();
        }
        tries.wasRight();
        return new Turn(Optional.empty(), Outcome.RIGHT);
    }

    private Turn again(Making making) {
        making.proved = false;
        if (tries.left() == 0) {
            making.current = Optional.empty();
            return new Turn(Optional.empty(), Outcome.FAILED);
        }
        ModeratorPassword next = new ModeratorPassword(binding, making.password, random);
        making.current = Optional.of(next);
        return say(new PasswordWanted(next.opening()), Outcome.GO_ON);
    }

    private static Turn say(MeetingMessage word, Outcome outcome) {
        return new Turn(Optional.of(word), outcome);
    }

    private static Turn outOfTurn() {
        return new Turn(Optional.empty(), Outcome.OUT_OF_TURN);
    }
}

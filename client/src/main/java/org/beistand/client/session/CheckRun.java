package org.beistand.client.session;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.beistand.crypto.channel.Binding;
import org.beistand.crypto.handshake.AttendeeCheck;
import org.beistand.crypto.handshake.ModeratorCheck;
import org.beistand.crypto.handshake.SpokenCode;
import org.beistand.protocol.report.CheckOutcome;
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

/**
 * The spoken check with one person, from one side: what is said in which order.
 *
 * <pre>
 *   moderator: committed --> (answered) --> revealed, reads the code out --> (picked)
 *   guest:     (committed) --> answered --> (revealed), picks the code she hears --> picked
 * </pre>
 */
final class CheckRun {
    private final Optional<ModeratorCheck> reading;
    private final Optional<AttendeeCheck> listening;
    private final SecureRandom random;
    private Optional<String> code = Optional.empty();

    /** What a word of the check leads to. */
    record Turn(Optional<MeetingMessage> say, Outcome outcome) {}

    sealed interface Outcome permits GoOn, ReadOut, Listen, Concluded, OutOfTurn {}

    record GoOn() implements Outcome {}

    record ReadOut(String code) implements Outcome {}

    record Listen(List<String> choices) implements Outcome {}

    record Concluded(CheckOutcome outcome) implements Outcome {}

    /** A word that does not belong here. */
    record OutOfTurn() implements Outcome {}

    private CheckRun(Optional<ModeratorCheck> reading, Optional<AttendeeCheck> listening, SecureRandom random) {
        this.reading = reading;
        this.listening = listening;
        this.random = random;
    }

    /** The moderator's side. */
    static CheckRun reading(Binding binding, SecureRandom random) {
        return new CheckRun(Optional.of(new ModeratorCheck(binding, random)), Optional.empty(), random);
    }

    /** The guest's side. */
    static CheckRun listening(Binding binding, SecureRandom random) {
        return new CheckRun(Optional.empty(), Optional.of(new AttendeeCheck(binding, random)), random);
    }

    Optional<MeetingMessage> begin() {
        return reading.map(check -> new CheckCommitted(check.commitment()));
    }

    /** Whether the guest has heard nothing of it yet. */
    boolean isFresh() {
        return listening.filter(AttendeeCheck::isFresh).isPresent();
    }

    /** Empty if it is no word of the check. */
    Optional<Turn> heard(MeetingMessage word) {
        return switch (word) {
            case CheckCommitted committed ->
                Optional.of(listening
                        .flatMap(check -> check.committed(committed.commitment()))
                        .map(nonce -> new Turn(Optional.of(new CheckAnswered(nonce)), new GoOn()))
                        .orElseGet(CheckRun::outOfTurn));
            case CheckAnswered answered ->
                Optional.of(reading.flatMap(check -> check.answered(answered.nonce())
                                .map(nonce -> new Turn(
                                        Optional.of(new CheckRevealed(nonce)),
                                        check.code()
                                                .<Outcome>map(spoken -> new ReadOut(remember(spoken)))
                                                .orElseGet(OutOfTurn::new))))
                        .orElseGet(CheckRun::outOfTurn));
            case CheckRevealed revealed ->
                Optional.of(listening.map(check -> revealed(check, revealed)).orElseGet(CheckRun::outOfTurn));
            case CheckPicked picked ->
                Optional.of(
                        reading.isPresent() && code.isPresent()
                                ? new Turn(Optional.empty(), new Concluded(picked.outcome()))
                                : outOfTurn());
            case PasswordWanted password -> Optional.empty();
            case PasswordTried password -> Optional.empty();
            case PasswordProved password -> Optional.empty();
            case PasswordConfirmed password -> Optional.empty();
            case PasswordWrong password -> Optional.empty();
            case Introduced introduced -> Optional.empty();
            case Farewell farewell -> Optional.empty();
        };
    }

    /** The guest's choice; empty if there is nothing to choose. */
    Optional<CheckOutcome> pick(Optional<String> heard) {
        return listening.isEmpty() || code.isEmpty()
                ? Optional.empty()
                : Optional.of(code.equals(heard) ? CheckOutcome.MATCHED : CheckOutcome.FAILED);
    }

    /** What the guest tells the moderator about it. */
    Optional<MeetingMessage> result(CheckOutcome outcome) {
        return listening.map(check -> new CheckPicked(outcome));
    }

    private Turn revealed(AttendeeCheck check, CheckRevealed word) {
        return check.revealed(word.nonce())
                .map(spoken -> {
                    remember(spoken);
                    List<String> choices = check.choices(random).stream()
                            .map(SpokenCode::digits)
                            .toList();
                    return new Turn(Optional.empty(), new Listen(choices));
                })
                // Whoever reveals something else than he committed to, sits in between.
                .orElseGet(() -> new Turn(Optional.empty(), new Concluded(CheckOutcome.FAILED)));
    }

    private String remember(SpokenCode spoken) {
        code = Optional.of(spoken.digits());
        return spoken.digits();
    }

    private static Turn outOfTurn() {
        return new Turn(Optional.empty(), new OutOfTurn());
    }
}

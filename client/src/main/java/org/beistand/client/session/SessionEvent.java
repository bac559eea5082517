package org.beistand.client.session;

import java.util.List;
import org.beistand.protocol.report.CheckOutcome;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.Role;

/** What can happen to a {@link SessionState}. */
sealed interface SessionEvent {
    // The communication server says so.

    record Attached(ParticipantId self) implements SessionEvent {}

    record Knocked(ParticipantId id, Role role, PersonName name) implements SessionEvent {}

    record Entered(ParticipantId id, Role role, PersonName name) implements SessionEvent {}

    record Departed(ParticipantId id, Reason reason) implements SessionEvent {}

    /** The server ended it, or the connection to it is gone. */
    record Cut(Reason reason) implements SessionEvent {}

    // This person says so.

    record Admitting(ParticipantId id) implements SessionEvent {}

    record TurningAway(ParticipantId id) implements SessionEvent {}

    record Removing(ParticipantId id) implements SessionEvent {}

    record Blocking(boolean blocked) implements SessionEvent {}

    record Leaving(Reason reason) implements SessionEvent {}

    // The seal to another person says so.

    /** The name and organisation are certified where there is a certificate; otherwise empty. */
    record Sealed(ParticipantId id, java.util.Optional<Certified> certified) implements SessionEvent {}

    /** How far the session's password is: {@code Sealing}, {@code AwaitingPassword} or {@code EnteringPassword}. */
    record PasswordTurn(ParticipantId id, SessionView.Standing standing) implements SessionEvent {}

    record CodeReady(ParticipantId id, String code) implements SessionEvent {}

    record ChoicesReady(ParticipantId id, List<String> choices) implements SessionEvent {}

    record Checked(ParticipantId id, CheckOutcome outcome) implements SessionEvent {}

    record Unsealed(ParticipantId id, Reason reason) implements SessionEvent {}

    /** The moderator has introduced another guest. */
    record Introduction(ParticipantId id) implements SessionEvent {}

    /** Who the certificate says that the moderator is. */
    record Certified(PersonName name, String organisation) {}
}

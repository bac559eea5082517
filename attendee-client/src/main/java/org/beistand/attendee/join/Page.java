package org.beistand.attendee.join;

import java.util.List;
import org.beistand.client.session.SessionView;
import org.beistand.client.session.SessionView.EnteringPassword;
import org.beistand.client.session.SessionView.Listening;
import org.beistand.client.session.SessionView.Person;
import org.beistand.client.session.SessionView.Present;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Reason;

/** What the attendee's window shows. */
public sealed interface Page {
    /** She types number and name. */
    record Entering() implements Page {}

    record Connecting() implements Page {}

    record InLobby() implements Page {}

    /** Let in; the two programs agree on keys. */
    record Securing() implements Page {}

    /** The session has a password, and she types it. */
    record Password(ParticipantId moderator, String name, int triesLeft) implements Page {}

    /** She hears the moderator read a code and picks it out. */
    record Checking(ParticipantId moderator, String name, List<String> choices) implements Page {
        public Checking {
            choices = List.copyOf(choices);
        }
    }

    /** The monitor tray has taken over. */
    record Running() implements Page {}

    record Over(Reason reason) implements Page {}

    /** The page that belongs to a view of the session. */
    static Page of(SessionView view) {
        return switch (view.stage()) {
            case SessionView.Connecting connecting -> new Connecting();
            case SessionView.InLobby lobby -> new InLobby();
            case SessionView.Over over -> new Over(over.reason());
            case SessionView.InSession session -> inSession(view.people());
        };
    }

    private static Page inSession(List<Person> people) {
        for (Person person : people) {
            if (person.standing() instanceof Listening listening) {
                return new Checking(person.id(), person.name().value(), listening.choices());
            }
            if (person.standing() instanceof EnteringPassword entering) {
                return new Password(person.id(), person.name().value(), entering.triesLeft());
            }
        }
        return people.stream().anyMatch(person -> person.standing() instanceof Present)
                ? new Running()
                : new Securing();
    }
}

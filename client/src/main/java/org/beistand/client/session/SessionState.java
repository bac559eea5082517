package org.beistand.client.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.beistand.client.session.SessionView.Person;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Reason;

/**
 * How far a session has come for this person. {@link SessionStep} is the only place where one state becomes another.
 *
 * <pre>
 *              attached (attendee)             entered
 *   Arriving ----------------------> Waiting ----------> Running
 *      |  \______________________________________________^  |
 *      |          attached (moderator)                      |
 *      |                                                    |
 *      +--- refused, lost, ended, left, seal broken --> Ended
 * </pre>
 */
sealed interface SessionState {
    /** The ticket is on its way to the communication server. */
    record Arriving() implements SessionState {}

    /** In the lobby. */
    record Waiting(ParticipantId self) implements SessionState {}

    /**
     * Among others.
     *
     * @param people in the order of arrival
     * @param blocked whether further people are kept out
     */
    record Running(ParticipantId self, List<Person> people, boolean blocked) implements SessionState {
        public Running {
            people = List.copyOf(people);
        }

        Optional<Person> find(ParticipantId id) {
            return people.stream().filter(one -> one.id().equals(id)).findFirst();
        }

        Running with(Person person) {
            List<Person> all = new ArrayList<>(people);
            all.removeIf(one -> one.id().equals(person.id()));
            all.add(person);
            all.sort((a, b) -> a.id().compareTo(b.id()));
            return new Running(self, all, blocked);
        }

        Running without(ParticipantId id) {
            return new Running(
                    self, people.stream().filter(one -> !one.id().equals(id)).toList(), blocked);
        }

        Running change(ParticipantId id, UnaryOperator<Person> how) {
            return new Running(
                    self,
                    people.stream()
                            .map(one -> one.id().equals(id) ? how.apply(one) : one)
                            .toList(),
                    blocked);
        }
    }

    /** Nothing more can happen. */
    record Ended(Reason reason) implements SessionState {}
}

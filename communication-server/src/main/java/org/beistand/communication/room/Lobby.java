package org.beistand.communication.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.beistand.protocol.value.ParticipantId;

/**
 * Those who knocked and wait for the moderator's answer.
 *
 * @param waiting in the order in which they came
 * @param blocked whether the moderator closed the session to further people // 001-69
 * @param arrivals how many ever came, the moderator included; the next one's id is one more
 */
public record Lobby(List<Member> waiting, boolean blocked, int arrivals) {
    public Lobby {
        waiting = List.copyOf(waiting);
    }

    Optional<Member> find(ParticipantId id) {
        return waiting.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    Lobby with(Member newcomer) {
        List<Member> more = new ArrayList<>(waiting);
        more.add(newcomer);
        return new Lobby(more, blocked, newcomer.id().value());
    }

    Lobby without(ParticipantId id) {
        return new Lobby(waiting.stream().filter(one -> !one.id().equals(id)).toList(), blocked, arrivals);
    }

    Lobby closed(boolean toFurtherPeople) {
        return new Lobby(waiting, toFurtherPeople, arrivals);
    }
}

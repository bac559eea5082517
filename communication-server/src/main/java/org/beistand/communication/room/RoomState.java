package org.beistand.communication.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Reason;

/**
 * How it stands with one session. {@link RoomStep#of} is the only way from one to the next. Whoever has to go, but did not go by
 * herself, is heard for a little longer: what her side ended for her belongs into the report.
 *
 * <pre>
 *  the moderator arrives        Admit            Admit · Remove · Leave · lost
 *  ─────────────────────▶ Waiting ────▶ Running ◀──────────────┐
 *                         │  ▲ │          │  └─────────────────┘
 *       knock · TurnAway  └──┘ │          │
 *       Block · time-out       │          │  the moderator's Leave · the moderator lost · closed by the servers
 *       (Running too)          └──▶ Closing ◀┘ ────▶ Over
 *                                          the last words are said, or it took too long
 * </pre>
 */
public sealed interface RoomState {
    /** The moderator is there. */
    sealed interface Living extends RoomState {
        Member moderator();

        Lobby lobby();

        /** Those whom the moderator let in and who are still there, in the order in which he did; without himself. */
        List<Member> in();

        default boolean isModerator(ParticipantId id) {
            return moderator().id().equals(id);
        }

        default Optional<Member> findIn(ParticipantId id) {
            return in().stream().filter(one -> one.id().equals(id)).findFirst();
        }

        /** Those who were sent away and may still say their last words. */
        List<ParticipantId> parting();

        /** Everybody who can exchange envelopes, the moderator first. */
        default Stream<Member> everybodyIn() {
            return Stream.concat(Stream.of(moderator()), in().stream());
        }

        default Living with(Lobby other) {
            return switch (this) {
                case Waiting waiting -> new Waiting(waiting.moderator, other);
                case Running running -> new Running(running.moderator, other, running.in, running.parting);
            };
        }

        default Running withIn(Member newcomer) {
            List<Member> more = new ArrayList<>(in());
            more.add(newcomer);
            return new Running(moderator(), lobby().without(newcomer.id()), more, parting());
        }

        /** Somebody gone, wherever she was. */
        default Living without(ParticipantId id) {
            return switch (this) {
                case Waiting waiting -> waiting.with(waiting.lobby.without(id));
                case Running running ->
                    new Running(
                            running.moderator,
                            running.lobby.without(id),
                            running.in.stream()
                                    .filter(one -> !one.id().equals(id))
                                    .toList(),
                            running.parting);
            };
        }
    }

    /** Nobody was let in yet. // 001-20 */
    record Waiting(Member moderator, Lobby lobby) implements Living {
        @Override
        public List<Member> in() {
            return List.of();
        }

        @Override
        public List<ParticipantId> parting() {
            return List.of();
        }
    }

    /** Somebody was let in; she may be gone again, and the moderator waits for others. */
    record Running(Member moderator, Lobby lobby, List<Member> in, List<ParticipantId> parting) implements Living {
        public Running {
            in = List.copyOf(in);
            parting = List.copyOf(parting);
        }

        Running parting(List<ParticipantId> other) {
            return new Running(moderator, lobby, in, other);
        }
    }

    /** It is over for everybody; these may still say their last words. */
    record Closing(List<ParticipantId> parting, Reason reason) implements RoomState {
        public Closing {
            parting = List.copyOf(parting);
        }
    }

    /** Nobody is here and nobody comes any more. */
    record Over(Reason reason) implements RoomState {}
}

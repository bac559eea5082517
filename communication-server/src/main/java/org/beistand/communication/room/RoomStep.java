package org.beistand.communication.room;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.beistand.communication.admission.Admitted;
import org.beistand.communication.room.RoomEffect.BlockChanged;
import org.beistand.communication.room.RoomEffect.Finished;
import org.beistand.communication.room.RoomEffect.Gone;
import org.beistand.communication.room.RoomEffect.LetIn;
import org.beistand.communication.room.RoomEffect.Parted;
import org.beistand.communication.room.RoomEffect.Parting;
import org.beistand.communication.room.RoomEffect.Seated;
import org.beistand.communication.room.RoomEffect.Started;
import org.beistand.communication.room.RoomEffect.Tell;
import org.beistand.communication.room.RoomEffect.Testified;
import org.beistand.communication.room.RoomEffect.TurnedBack;
import org.beistand.communication.room.RoomEvent.Arrived;
import org.beistand.communication.room.RoomEvent.Closed;
import org.beistand.communication.room.RoomEvent.LastWordsOver;
import org.beistand.communication.room.RoomEvent.LobbyTimedOut;
import org.beistand.communication.room.RoomEvent.Lost;
import org.beistand.communication.room.RoomEvent.Said;
import org.beistand.communication.room.RoomState.Closing;
import org.beistand.communication.room.RoomState.Living;
import org.beistand.communication.room.RoomState.Over;
import org.beistand.communication.room.RoomState.Running;
import org.beistand.communication.room.RoomState.Waiting;
import org.beistand.protocol.relay.Admit;
import org.beistand.protocol.relay.Attach;
import org.beistand.protocol.relay.Attached;
import org.beistand.protocol.relay.Block;
import org.beistand.protocol.relay.Departed;
import org.beistand.protocol.relay.Ended;
import org.beistand.protocol.relay.Entered;
import org.beistand.protocol.relay.Envelope;
import org.beistand.protocol.relay.Knocked;
import org.beistand.protocol.relay.Leave;
import org.beistand.protocol.relay.RelayMessage;
import org.beistand.protocol.relay.Remove;
import org.beistand.protocol.relay.Stated;
import org.beistand.protocol.relay.TurnAway;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.Role;

/** Where a room goes next, and what has to be done for it. Pure: the same state and event always give the same step. */
public record RoomStep(RoomState next, List<RoomEffect> effects) {
    public static final int MOST_WAITING = 16;
    /** Without the moderator. */
    public static final int MOST_IN = 16;

    private static final int MOST_ARRIVALS = 0xFFFF;
    /** What somebody who leaves can truly say about why; anything else is heard as plain leaving. */
    private static final Set<Reason> OWN_WORDS = EnumSet.of(
            Reason.SEAL_REFUSED,
            Reason.SEAL_BROKEN,
            Reason.CHECK_FAILED,
            Reason.CHECK_NOT_ANSWERED,
            Reason.SESSION_PASSWORD_FAILED,
            Reason.SESSION_PASSWORD_LACKING,
            Reason.SESSION_PASSWORD_NOT_ENTERED);

    public RoomStep {
        effects = List.copyOf(effects);
    }

    /** The moderator's ticket opens the room. // 001-19 */
    public static RoomStep opened(Admitted person) {
        Member moderator = new Member(new ParticipantId(1), person);
        return new RoomStep(
                new Waiting(moderator, new Lobby(List.of(), false, 1)),
                List.of(new Seated(moderator), new LetIn(moderator.id())));
    }

    public static RoomStep of(RoomState state, RoomEvent event) {
        return switch (state) {
            case Over over ->
                event instanceof Arrived
                        ? new RoomStep(over, List.of(new TurnedBack(Reason.TICKET_REFUSED)))
                        : same(over);
            case Closing closing -> closing(closing, event);
            case Living room ->
                switch (event) {
                    case Arrived arrived -> arrived(room, arrived.person());
                    case Said said -> said(room, said.who(), said.message());
                    case Lost lost ->
                        room.parting().contains(lost.who())
                                ? parted(room, lost.who())
                                : gone(room, lost.who(), lost.reason(), Reason.PARTICIPANT_LOST);
                    case LastWordsOver late -> parted(room, late.who());
                    case LobbyTimedOut late ->
                        room.lobby().find(late.who()).isPresent()
                                ? gone(room, late.who(), Reason.LOBBY_TIMED_OUT, Reason.LOBBY_TIMED_OUT)
                                : same(room);
                    case Closed closed -> over(room, closed.reason(), closed.reason());
                };
        };
    }

    private static RoomStep arrived(Living room, Admitted person) {
        Lobby lobby = room.lobby();
        Optional<Reason> obstacle = Optional.empty();
        if (person.role() == Role.MODERATOR) {
            obstacle = Optional.of(Reason.TICKET_REFUSED);
        } else if (lobby.blocked()) {
            obstacle = Optional.of(Reason.SESSION_BLOCKED); // 001-69, 001-137
        } else if (lobby.waiting().size() >= MOST_WAITING
                || room.in().size() >= MOST_IN
                || lobby.arrivals() >= MOST_ARRIVALS) {
            obstacle = Optional.of(Reason.SESSION_FULL);
        }
        if (obstacle.isPresent()) {
            return new RoomStep(room, List.of(new TurnedBack(obstacle.get())));
        }
        Member newcomer = new Member(new ParticipantId(lobby.arrivals() + 1), person);
        return new RoomStep(
                room.with(lobby.with(newcomer)),
                List.of(new Seated(newcomer), new Tell(room.moderator().id(), newcomer.knocked())));
    }

    private static RoomStep said(Living room, ParticipantId who, RelayMessage message) {
        boolean moderator = room.isModerator(who);
        if (room.parting().contains(who)) {
            return lastWord(room, who, message);
        }
        if (room.lobby().find(who).isPresent()) {
            // Somebody who waits can only go.
            return message instanceof Leave leave ? left(room, who, leave.reason()) : violated(room, who);
        }
        if (!moderator && room.findIn(who).isEmpty()) {
            return same(room); // still on its way when its sender was gone
        }
        return switch (message) {
            case Admit admit -> moderator ? admit(room, admit.participant()) : violated(room, who);
            case TurnAway away ->
                !moderator
                        ? violated(room, who)
                        : room.lobby().find(away.participant()).isPresent()
                                ? gone(room, away.participant(), Reason.REFUSED_IN_LOBBY, Reason.REFUSED_IN_LOBBY)
                                : same(room);
            case Remove remove ->
                !moderator
                        ? violated(room, who)
                        : room.findIn(remove.participant()).isPresent()
                                ? removed(room, remove.participant()) // 001-68, 001-136
                                : same(room);
            case Block block -> moderator ? block(room, block.blocked()) : violated(room, who);
            case Leave leave -> left(room, who, leave.reason());
            case Stated stated -> new RoomStep(room, List.of(new Testified(who, stated)));
            // These pass without the room; see Room.routes().
            case Envelope envelope -> same(room);
            case Attach attach -> violated(room, who);
            case Attached attached -> violated(room, who);
            case Knocked knocked -> violated(room, who);
            case Entered entered -> violated(room, who);
            case Departed departed -> violated(room, who);
            case Ended ended -> violated(room, who);
        };
    }

    private static RoomStep block(Living room, boolean blocked) {
        return room.lobby().blocked() == blocked
                ? same(room)
                : new RoomStep(room.with(room.lobby().closed(blocked)), List.of(new BlockChanged(blocked)));
    }

    private static RoomStep admit(Living room, ParticipantId who) {
        Optional<Member> found = room.lobby().find(who);
        if (found.isEmpty()) {
            return same(room); // she went while he decided
        }
        if (room.in().size() >= MOST_IN) {
            return gone(room, who, Reason.SESSION_FULL, Reason.SESSION_FULL);
        }
        Member newcomer = found.get();
        List<RoomEffect> effects = new ArrayList<>();
        effects.add(new LetIn(who));
        if (room instanceof Waiting) {
            effects.add(new Started());
        }
        room.everybodyIn().forEach(one -> effects.add(new Tell(who, one.entered())));
        room.everybodyIn().forEach(one -> effects.add(new Tell(one.id(), newcomer.entered())));
        return new RoomStep(room.withIn(newcomer), effects);
    }

    private static RoomStep left(Living room, ParticipantId who, Reason claimed) {
        Reason plain = room.isModerator(who) ? Reason.MODERATOR_LEFT : Reason.ATTENDEE_LEFT;
        Reason reason = OWN_WORDS.contains(claimed) ? claimed : plain;
        return gone(room, who, reason, reason); // 001-70, 001-138, 001-139
    }

    private static RoomStep violated(Living room, ParticipantId who) {
        return gone(room, who, Reason.PROTOCOL_VIOLATION, Reason.PARTICIPANT_LOST);
    }

    /**
     * @param reason for the one who goes, and for the report
     * @param told what the others hear
     */
    private static RoomStep gone(Living room, ParticipantId who, Reason reason, Reason told) {
        if (room.isModerator(who)) {
            return over(room, reason, told);
        }
        boolean waiting = room.lobby().find(who).isPresent();
        if (!waiting && room.findIn(who).isEmpty()) {
            return same(room);
        }
        Living next = room.without(who);
        List<RoomEffect> effects = new ArrayList<>();
        effects.add(new Gone(who, reason));
        if (waiting) {
            // The others never knew of her.
            effects.add(new Tell(room.moderator().id(), new Departed(who, told)));
        } else {
            departed(next, who, told, effects);
        }
        return new RoomStep(next, effects);
    }

    private static RoomStep removed(Living room, ParticipantId who) {
        Living next = room.without(who);
        List<RoomEffect> effects = new ArrayList<>();
        effects.add(new Parting(who, Reason.REMOVED));
        departed(next, who, Reason.REMOVED, effects);
        return new RoomStep(
                next instanceof Running running ? running.parting(with(running.parting(), who)) : next, effects);
    }

    private static void departed(Living next, ParticipantId who, Reason told, List<RoomEffect> effects) {
        next.everybodyIn().forEach(one -> effects.add(new Tell(one.id(), new Departed(who, told))));
    }

    /** Without the moderator there is no session. // 001-138 */
    private static RoomStep over(Living room, Reason moderators, Reason told) {
        List<RoomEffect> effects = new ArrayList<>();
        effects.add(new Gone(room.moderator().id(), moderators));
        room.in().forEach(one -> effects.add(new Parting(one.id(), told)));
        room.lobby().waiting().forEach(one -> effects.add(new Gone(one.id(), told)));
        List<ParticipantId> parting = new ArrayList<>(room.parting());
        room.in().forEach(one -> parting.add(one.id()));
        return finishedIfAllAreGone(new Closing(parting, told), effects);
    }

    /** Somebody who moderates has no last words: what he states, he states before he leaves. */
    private static RoomStep closing(Closing room, RoomEvent event) {
        return switch (event) {
            case Arrived arrived -> new RoomStep(room, List.of(new TurnedBack(Reason.TICKET_REFUSED)));
            case Said said ->
                room.parting().contains(said.who()) ? lastWord(room, said.who(), said.message()) : same(room);
            case Lost lost -> parted(room, lost.who());
            case LastWordsOver late -> parted(room, late.who());
            case LobbyTimedOut late -> same(room);
            case Closed closed -> same(room);
        };
    }

    /** Envelopes and whatever else was on its way is for nobody any more. */
    private static RoomStep lastWord(RoomState room, ParticipantId who, RelayMessage message) {
        if (message instanceof Stated stated) {
            return new RoomStep(room, List.of(new Testified(who, stated)));
        }
        return message instanceof Leave ? parted(room, who) : same(room);
    }

    private static RoomStep parted(RoomState state, ParticipantId who) {
        if (state instanceof Running room && room.parting().contains(who)) {
            return new RoomStep(room.parting(without(room.parting(), who)), List.of(new Parted(who)));
        }
        if (state instanceof Closing room && room.parting().contains(who)) {
            List<RoomEffect> effects = new ArrayList<>();
            effects.add(new Parted(who));
            return finishedIfAllAreGone(new Closing(without(room.parting(), who), room.reason()), effects);
        }
        return same(state);
    }

    private static RoomStep finishedIfAllAreGone(Closing room, List<RoomEffect> effects) {
        if (!room.parting().isEmpty()) {
            return new RoomStep(room, effects);
        }
        effects.add(new Finished(room.reason()));
        return new RoomStep(new Over(room.reason()), effects);
    }

    private static List<ParticipantId> with(List<ParticipantId> all, ParticipantId one) {
        List<ParticipantId> more = new ArrayList<>(all);
        more.add(one);
        return more;
    }

    private static List<ParticipantId> without(List<ParticipantId> all, ParticipantId one) {
        return all.stream().filter(other -> !other.equals(one)).toList();
    }

    private static RoomStep same(RoomState state) {
        return new RoomStep(state, List.of());
    }
}

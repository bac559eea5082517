package org.beistand.client.consent;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.beistand.protocol.session.consent.RightRequested;
import org.beistand.protocol.session.files.FileOffer;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;

/**
 * What the owner of this computer is asked at the moment. Belongs to the session's thread.
 *
 * <p>Nobody can wear her down: for one right one question stands at a time, and after a no the same question has to wait. So it
 * has, longer each time, when it is taken back again and again before she has answered.
 */
public final class Questions {
    /** Silence for so long is no. */
    public static final Duration PATIENCE = Duration.ofSeconds(45);

    private static final Duration AFTER_A_NO = Duration.ofSeconds(5);
    private static final Duration LONGEST_QUIET = Duration.ofMinutes(10);
    private static final int OPEN_AT_MOST = 8;

    private record Asked(ParticipantId who, Permission permission) {}

    private final List<Open> open = new ArrayList<>();
    private final Map<Asked, Instant> quietUntil = new HashMap<>();
    private final Map<Asked, Integer> takenBack = new HashMap<>();
    private int lastId;

    /**
     * A question that stands.
     *
     * @param id on this computer
     * @param ask as the asker counts
     */
    public record Open(
            int id, ParticipantId who, int ask, Permission permission, List<FileOffer> files, Instant until) {}

    /** What becomes of a request. */
    public sealed interface Outcome {
        /** She is asked. */
        record Put(Open question) implements Outcome {}

        /** She is not even asked. */
        record Declined(Reason reason) implements Outcome {}
    }

    public Outcome ask(ParticipantId who, RightRequested request, Instant now) {
        Asked asked = new Asked(who, request.permission());
        Instant quiet = quietUntil.get(asked);
        boolean standing =
                open.stream().anyMatch(one -> one.who().equals(who) && one.permission() == request.permission());
        if (standing || open.size() >= OPEN_AT_MOST || quiet != null && now.isBefore(quiet)) {
            return new Outcome.Declined(Reason.ASKED_TOO_OFTEN);
        }
        if (request.permission() == Permission.SEND_FILE == request.files().isEmpty()) {
            return new Outcome.Declined(Reason.NOT_PERMITTED);
        }
        Open question =
                new Open(++lastId, who, request.ask(), request.permission(), request.files(), now.plus(PATIENCE));
        open.add(question);
        return new Outcome.Put(question);
    }

    /** Takes the question out, to be answered. Empty if it does not stand any more: too late is no. */
    public Optional<Open> take(int id, Instant now) {
        Optional<Open> found = open.stream().filter(one -> one.id() == id).findFirst();
        found.ifPresent(open::remove);
        found.ifPresent(one -> takenBack.remove(new Asked(one.who(), one.permission())));
        return found.filter(one -> now.isBefore(one.until()));
    }

    /** The asker takes his request back. */
    public Optional<Open> cancel(ParticipantId who, int ask, Instant now) {
        Optional<Open> found = open.stream()
                .filter(one -> one.who().equals(who) && one.ask() == ask)
                .findFirst();
        found.ifPresent(gone -> {
            open.remove(gone);
            Asked asked = new Asked(who, gone.permission());
            int times = takenBack.merge(asked, 1, Integer::sum);
            if (times > 1) {
                // Once is a slip of the hand.
                Duration quiet = AFTER_A_NO.multipliedBy(1L << Math.min(times - 2, 16));
                quietUntil.put(asked, now.plus(quiet.compareTo(LONGEST_QUIET) < 0 ? quiet : LONGEST_QUIET));
            }
        });
        return found;
    }

    /** After a no, the same question has to wait. */
    public void refused(Open question, Instant now) {
        quietUntil.put(new Asked(question.who(), question.permission()), now.plus(AFTER_A_NO));
    }

    /** Takes out the questions that nobody answered in time. */
    public List<Open> expire(Instant now) {
        return remove(one -> !now.isBefore(one.until()));
    }

    /** Takes out the questions of somebody who is gone. */
    public List<Open> forget(ParticipantId who) {
        return remove(one -> one.who().equals(who));
    }

    public List<Open> open() {
        return List.copyOf(open);
    }

    private List<Open> remove(java.util.function.Predicate<Open> which) {
        List<Open> gone = open.stream().filter(which).toList();
        open.removeAll(gone);
        return gone;
    }
}

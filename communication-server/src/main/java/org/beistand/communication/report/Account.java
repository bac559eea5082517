package org.beistand.communication.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.beistand.protocol.report.Attendance;
import org.beistand.protocol.report.SessionReport;
import org.beistand.protocol.report.Testimony;
import org.beistand.protocol.report.TrafficCount;
import org.beistand.protocol.value.ParticipantId;

/** Reads a journal from its first entry on and tells what is known by then. The only way in which a report is made. */
final class Account {
    /** As many as a report can name. */
    static final int MOST_PARTICIPANTS = 64;

    private final JournalEntry.Opened opened;
    private final Map<ParticipantId, Presence> presences = new TreeMap<>();
    private final List<Testimony> testimony = new ArrayList<>();
    private Optional<JournalEntry.Closed> closed = Optional.empty();
    private Instant latest;
    private boolean complete = true;

    Account(JournalEntry.Opened opened) {
        this.opened = opened;
        this.latest = opened.at();
    }

    void hear(JournalEntry entry) {
        switch (entry) {
            case JournalEntry.Opened again -> complete = false; // never written by us
            case JournalEntry.Came came -> {
                makeRoom();
                presences.put(came.who(), new Presence(came));
                seen(came.at());
            }
            case JournalEntry.WasLetIn letIn -> {
                presence(letIn.who()).ifPresent(one -> one.letIn = Optional.of(letIn.at()));
                seen(letIn.at());
            }
            case JournalEntry.Counted counted -> {
                presence(counted.who()).ifPresent(one -> one.traffic = counted.traffic());
                seen(counted.at());
            }
            case JournalEntry.Went went -> {
                presence(went.who()).ifPresent(one -> {
                    one.traffic = went.traffic();
                    one.went = Optional.of(went);
                });
                seen(went.at());
            }
            case JournalEntry.Heard heard -> {
                testimony.add(heard.testimony());
                seen(heard.testimony().heard());
            }
            case JournalEntry.LeftOut leftOut -> {
                complete = false;
                seen(leftOut.at());
            }
            case JournalEntry.Closed end -> {
                closed = Optional.of(end);
                seen(end.at());
            }
        }
    }

    boolean isClosed() {
        return closed.isPresent();
    }

    /** The last moment of which the journal knows. */
    Instant latest() {
        return latest;
    }

    SessionReport report() {
        JournalEntry.Closed end = closed.orElseThrow(() -> new IllegalStateException("the session is not over"));
        List<Attendance> participants =
                presences.values().stream().map(one -> one.attendance(end)).toList();
        return new SessionReport(
                opened.session(),
                opened.server(),
                opened.at(),
                end.at(),
                end.reason(),
                participants,
                List.copyOf(testimony),
                complete);
    }

    private Optional<Presence> presence(ParticipantId who) {
        return Optional.ofNullable(presences.get(who));
    }

    private void seen(Instant at) {
        if (at.isAfter(latest)) {
            latest = at;
        }
    }

    /** Many who only knock must not push out those who were in: of those gone, the oldest never let in is left out first. */
    private void makeRoom() {
        if (presences.size() < MOST_PARTICIPANTS) {
            return;
        }
        complete = false;
        presences.values().stream()
                .filter(one -> one.went.isPresent())
                .min((a, b) -> Boolean.compare(a.letIn.isPresent(), b.letIn.isPresent()))
                .ifPresent(one -> presences.remove(one.came.who()));
    }

    /** What is known of one participant so far. */
    private static final class Presence {
        private final JournalEntry.Came came;
        private Optional<Instant> letIn = Optional.empty();
        private List<TrafficCount> traffic = List.of();
        private Optional<JournalEntry.Went> went = Optional.empty();

        Presence(JournalEntry.Came came) {
            this.came = came;
        }

        Attendance attendance(JournalEntry.Closed end) {
            return new Attendance(
                    came.who(),
                    came.role(),
                    came.name(),
                    came.organisation(),
                    came.at(),
                    letIn,
                    went.map(JournalEntry.Went::at).orElse(end.at()),
                    went.map(JournalEntry.Went::reason).orElse(end.reason()),
                    traffic);
        }
    }
}

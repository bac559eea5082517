package org.beistand.operator.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.beistand.protocol.report.ActionsRefused;
import org.beistand.protocol.report.SessionReport;
import org.beistand.protocol.report.Statement;
import org.beistand.protocol.report.Testimony;
import org.beistand.protocol.value.ParticipantId;

/**
 * Puts the testimony of several witnesses together. Times are the communication server's, because the witnesses' clocks
 * differ: statements of two witnesses about one subject, heard shortly after each other, are about the same event.
 */
final class Facts {
    /** Two sides that say the same mean the same event, even over a slow line. */
    private static final Duration SAME = Duration.ofMinutes(5);
    /** Two sides that say different things so soon after each other contradict each other. */
    private static final Duration DIFFERENT = Duration.ofSeconds(30);

    private Facts() {}

    private static final class Draft {
        final Instant when;
        final Subject subject;
        final List<Fact.Version> versions = new ArrayList<>();

        Draft(Instant when, Subject subject) {
            this.when = when;
            this.subject = subject;
        }

        boolean lacks(ParticipantId witness) {
            return versions.stream().noneMatch(one -> one.witnesses().contains(witness));
        }

        boolean isNear(Instant heard, Duration window) {
            return Duration.between(when, heard).abs().compareTo(window) <= 0;
        }

        Optional<Fact.Version> saying(Statement statement) {
            return versions.stream()
                    .filter(one -> one.statement().equals(statement))
                    .findFirst();
        }

        void hear(ParticipantId witness, Statement statement) {
            Fact.Version version = saying(statement).orElseGet(() -> {
                Fact.Version other = new Fact.Version(statement, new TreeSet<>());
                versions.add(other);
                return other;
            });
            version.witnesses().add(witness);
        }
    }

    /** @return what happened, in the order in which it was heard */
    static List<Fact> of(SessionReport report) {
        List<Testimony> inOrder = report.testimony().stream()
                .sorted(Comparator.comparing(Testimony::heard))
                .toList();
        List<Draft> drafts = new ArrayList<>();
        Map<Subject, List<Draft>> bySubject = new HashMap<>();
        for (Testimony testimony : inOrder) {
            Subject subject = Subject.of(testimony.witness(), testimony.statement());
            List<Draft> same = bySubject.computeIfAbsent(subject, any -> new ArrayList<>());
            if (subject.isOwnCount()) {
                count(testimony, subject, same, drafts);
            } else {
                join(testimony, subject, same, drafts);
            }
        }
        return drafts.stream()
                .map(draft -> new Fact(draft.when, draft.subject, draft.versions))
                .toList();
    }

    private static void join(Testimony testimony, Subject subject, List<Draft> same, List<Draft> all) {
        ParticipantId witness = testimony.witness();
        Statement statement = Subject.normalised(witness, testimony.statement());
        Draft draft = same.stream()
                .filter(one -> one.lacks(witness))
                .filter(one -> one.saying(statement).isPresent() && one.isNear(testimony.heard(), SAME))
                .findFirst()
                .or(() -> same.stream()
                        .filter(one -> one.lacks(witness) && one.isNear(testimony.heard(), DIFFERENT))
                        .findFirst())
                .orElseGet(() -> {
                    Draft fresh = new Draft(testimony.heard(), subject);
                    same.add(fresh);
                    all.add(fresh);
                    return fresh;
                });
        draft.hear(witness, statement);
    }

    /** Counts of one side about the same holder, right and reason are added up. */
    private static void count(Testimony testimony, Subject subject, List<Draft> same, List<Draft> all) {
        if (!(testimony.statement() instanceof ActionsRefused more)) {
            throw new IllegalStateException("only refused actions are counted");
        }
        if (same.isEmpty()) {
            Draft fresh = new Draft(testimony.heard(), subject);
            fresh.hear(testimony.witness(), more);
            same.add(fresh);
            all.add(fresh);
            return;
        }
        Draft draft = same.getFirst();
        Fact.Version before = draft.versions.getFirst();
        if (before.statement() instanceof ActionsRefused some) {
            long sum = Math.min(Integer.MAX_VALUE, (long) some.count() + Math.max(0, more.count()));
            draft.versions.set(
                    0,
                    new Fact.Version(
                            new ActionsRefused(more.holder(), more.permission(), more.reason(), (int) sum),
                            before.witnesses()));
        }
    }
}

package org.beistand.operator.report;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.beistand.protocol.report.Attendance;
import org.beistand.protocol.report.SessionReport;
import org.beistand.protocol.report.TrafficCount;
import org.beistand.protocol.report.Vouched;
import org.beistand.protocol.value.Attested;
import org.beistand.protocol.value.Language;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Role;
import org.beistand.protocol.value.Traffic;

/** A report for a person to read. */
public final class ReportText {
    private final SessionReport report;
    private final Optional<Vouched> vouched;
    private final ReportWords words;
    private final Map<ParticipantId, Attendance> people;
    private final List<Fact> facts;
    private final Sentences sentences;
    private final StringBuilder out = new StringBuilder(4096);

    private ReportText(SessionReport report, Optional<Vouched> vouched, Language language, ZoneId zone) {
        this.report = report;
        this.vouched = vouched;
        this.words = new ReportWords(language, zone);
        this.people = report.participants().stream()
                .collect(Collectors.toMap(Attendance::id, Function.identity(), (first, again) -> first));
        this.facts = Facts.of(report);
        this.sentences = new Sentences(words, people);
    }

    /**
     * @param vouched what the operator server itself knew of the moderator
     * @param zone in which times are shown
     */
    public static String of(SessionReport report, Optional<Vouched> vouched, Language language, ZoneId zone) {
        return new ReportText(report, vouched, language, zone).write();
    }

    private String write() {
        String title = words.say("title");
        // Signs of East Asian scripts are twice as wide.
        int width = title.codePoints().map(c -> c < 0x2E80 ? 1 : 2).sum();
        out.append(title).append('\n').append("=".repeat(width)).append('\n');
        head();
        section("participants");
        report.participants().forEach(this::participant);
        section("traffic");
        traffic();
        List.of("rights", "files", "pauses", "refusals", "channels").forEach(this::facts);
        return out.toString();
    }

    private void head() {
        line("session", report.session().toString());
        line("date", words.date(report.began())); // 001-75
        line("began", words.time(report.began())); // 001-76
        line("ended", words.time(report.ended()));
        line("duration", words.duration(Duration.between(report.began(), report.ended()))); // 001-78
        String moderators = report.participants().stream()
                .filter(one -> one.role() == Role.MODERATOR)
                .map(this::named)
                .collect(Collectors.joining(", "));
        line("moderator", moderators.isEmpty() ? words.say("nothing") : moderators); // 001-77
        vouched.ifPresent(this::vouched);
        line("server", ReportWords.clean(report.server()));
        line("end", words.reason(report.reason()));
        line("complete", words.say(report.complete() ? "complete.yes" : "complete.no"));
    }

    private void vouched(Vouched known) { // 001-115, 001-116, 001-117
        line("account", ReportWords.clean(known.account()));
        for (Attested one : known.attested()) {
            line(
                    "evidence." + one.evidence().name(),
                    words.say(
                            "evidence.days",
                            one.given().toString(),
                            one.expires().toString()));
        }
    }

    private void participant(Attendance one) {
        String admitted = one.admitted()
                .map(when -> words.say("admitted") + " " + words.clock(when))
                .orElseGet(() -> words.say("notadmitted"));
        out.append("  ")
                .append(one.id())
                .append(' ')
                .append(words.say("role." + one.role().name()))
                .append(": ")
                .append(named(one))
                .append("; ")
                .append(String.join(
                        ", ",
                        words.say("came") + " " + words.clock(one.knocked()),
                        admitted,
                        words.say("left") + " " + words.clock(one.left())))
                .append(". ")
                .append(words.reason(one.reason()))
                .append('\n');
    }

    private String named(Attendance one) {
        return one.organisation().isEmpty()
                ? one.name().value()
                : one.name().value() + " (" + ReportWords.clean(one.organisation()) + ")";
    }

    private void traffic() { // 001-79
        Map<Traffic, Long> totals = new EnumMap<>(Traffic.class);
        for (Attendance one : report.participants()) {
            out.append("  ").append(sentences.person(one.id())).append('\n');
            for (TrafficCount count : one.traffic()) {
                totals.merge(count.kind(), count.sent(), Long::sum);
                out.append("    ")
                        .append(words.say(
                                "traffic.line",
                                words.say("kind." + count.kind().name()),
                                words.number(count.sent()),
                                words.number(count.received())))
                        .append('\n');
            }
        }
        long sum = totals.values().stream().mapToLong(Long::longValue).sum();
        out.append("  ").append(words.say("traffic.total", words.number(sum))).append('\n');
    }

    private void section(String key) {
        out.append('\n').append(words.say(key)).append('\n');
    }

    /** Every kind has its section: none can be forgotten. */
    private static String sectionOf(Subject.Kind kind) {
        return switch (kind) {
            case RIGHT_ASKED, RIGHT_ANSWERED, RIGHT_ENDED, SHARE_CHOSEN -> "rights";
            case FILE -> "files";
            case PAUSE_BEGAN, PAUSE_ENDED -> "pauses";
            case ACTIONS_REFUSED -> "refusals";
            case CHANNEL_OPENED, CHANNEL_ENDED, PASSWORD, CHECK -> "channels";
        };
    }

    private void facts(String section) {
        section(section);
        List<Fact> these = facts.stream()
                .filter(fact -> sectionOf(fact.subject().kind()).equals(section))
                .sorted(Comparator.comparing(Fact::when))
                .toList();
        these.forEach(this::fact);
        if (these.isEmpty()) {
            out.append("  ").append(words.say("nothing")).append('\n');
        }
    }

    private void fact(Fact fact) {
        String when = "  " + words.clock(fact.when()) + "  ";
        if (fact.standing() != Fact.Standing.CONTRADICTED) {
            out.append(when)
                    .append(sentences.say(fact, fact.versions().getFirst()))
                    .append("  [")
                    .append(sentences.witnesses(fact))
                    .append("]\n");
            return;
        }
        out.append(when).append(words.say("witness.contradiction")).append('\n');
        for (Fact.Version version : fact.versions()) {
            out.append(" ".repeat(12))
                    .append(words.say(
                            "witness.says", sentences.roles(version.witnesses()), sentences.say(fact, version)))
                    .append('\n');
        }
    }

    private void line(String key, String value) {
        out.append(words.say(key)).append(": ").append(value).append('\n');
    }
}

package org.beistand.operator.report;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.beistand.protocol.report.ActionsRefused;
import org.beistand.protocol.report.Attendance;
import org.beistand.protocol.report.ChannelEnded;
import org.beistand.protocol.report.ChannelOpened;
import org.beistand.protocol.report.CheckConcluded;
import org.beistand.protocol.report.FileEnded;
import org.beistand.protocol.report.PasswordConcluded;
import org.beistand.protocol.report.PauseBegan;
import org.beistand.protocol.report.PauseEnded;
import org.beistand.protocol.report.RightAllowed;
import org.beistand.protocol.report.RightAsked;
import org.beistand.protocol.report.RightEnded;
import org.beistand.protocol.report.RightRefused;
import org.beistand.protocol.report.ShareChosen;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;

/** Facts as sentences, with the names of those who took part. */
final class Sentences {
    private final ReportWords words;
    private final Map<ParticipantId, Attendance> people;

    Sentences(ReportWords words, Map<ParticipantId, Attendance> people) {
        this.words = words;
        this.people = people;
    }

    String say(Fact fact, Fact.Version version) {
        String one = person(fact.subject().one());
        String other = fact.subject().other().map(this::person).orElse("");
        return switch (version.statement()) {
            case RightAsked(var owner, var holder, var right) ->
                words.say("fact.asked", person(holder), person(owner), right(right));
            case RightAllowed(var owner, var holder, var right) ->
                words.say("fact.allowed", person(owner), person(holder), right(right));
            case RightRefused(var owner, var holder, var right, var reason) ->
                words.say("fact.refused", person(owner), person(holder), right(right), words.reason(reason));
            case RightEnded(var owner, var holder, var right, var reason) ->
                words.say("fact.over", person(owner), person(holder), right(right), words.reason(reason));
            case ActionsRefused(var holder, var right, var reason, var count) ->
                words.say("fact.actions", words.number(count), person(holder), right(right), words.reason(reason));
            case PauseBegan(var owner) -> words.say("fact.paused", person(owner));
            case PauseEnded(var owner, var bytes) -> words.say("fact.resumed", person(owner), words.number(bytes));
            case ShareChosen share -> share(share);
            case FileEnded file -> file(file);
            case ChannelOpened(var _, var suite) -> words.say("fact.channel", one, other, ReportWords.clean(suite));
            case ChannelEnded(var _, var reason) -> words.say("fact.channelover", one, other, words.reason(reason));
            case CheckConcluded(var _, var outcome) -> words.say("fact.check." + outcome.name(), one, other);
            case PasswordConcluded(var _, var outcome) -> words.say("fact.password." + outcome.name(), one, other);
        };
    }

    private String share(ShareChosen share) {
        String what =
                words.say("fact.shared." + share.kind().name(), person(share.owner()), words.number(share.programs()));
        String rest = words.say(
                share.background()
                        ? share.taskbar() ? "fact.shared.both" : "fact.shared.background"
                        : share.taskbar() ? "fact.shared.taskbar" : "fact.shared.neither");
        return what + rest;
    }

    private String file(FileEnded file) {
        String name = "\"" + ReportWords.clean(file.name()) + "\"";
        String size = words.number(file.size());
        return file.failure()
                .map(reason -> words.say(
                        "fact.filefailed",
                        person(file.sender()),
                        person(file.receiver()),
                        name,
                        size,
                        words.reason(reason)))
                .orElseGet(() -> words.say(
                        "fact.file",
                        person(file.sender()),
                        person(file.receiver()),
                        name,
                        size,
                        file.sha256().toHex()));
    }

    /** Who says so, and how well it is testified. */
    String witnesses(Fact fact) {
        String who = roles(fact.versions().getFirst().witnesses());
        return switch (fact.standing()) {
            case CONFIRMED -> words.say("witness.confirmed", who);
            case ONE_WITNESS -> words.say("witness.one", who);
            case OWN_COUNT -> words.say("witness.own", who);
            case CONTRADICTED -> words.say("witness.contradiction");
        };
    }

    /** The witnesses by their roles, with a number where a role is held by several. */
    String roles(Collection<ParticipantId> witnesses) {
        return witnesses.stream().map(this::role).collect(Collectors.joining(" + "));
    }

    private String role(ParticipantId id) {
        Optional<Attendance> who = Optional.ofNullable(people.get(id));
        if (who.isEmpty()) {
            return person(id);
        }
        String role = words.say("role." + who.get().role().name());
        long same = people.values().stream()
                .filter(one -> one.role() == who.get().role())
                .count();
        return same > 1 ? role + " " + id : role;
    }

    String person(ParticipantId id) {
        Optional<Attendance> who = Optional.ofNullable(people.get(id));
        return who.map(one -> one.name().value()).orElseGet(() -> words.say("unknown", id.toString()));
    }

    private String right(Permission permission) {
        return words.say("right." + permission.name());
    }
}

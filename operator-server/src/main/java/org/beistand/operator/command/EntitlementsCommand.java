package org.beistand.operator.command;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import org.beistand.protocol.operator.Done;
import org.beistand.protocol.operator.EntitlementChange;
import org.beistand.protocol.operator.EntitlementChanges;
import org.beistand.protocol.operator.EntitlementLine;
import org.beistand.protocol.operator.EntitlementList;
import org.beistand.protocol.operator.EntitlementsRefused;
import org.beistand.protocol.operator.ListEntitlementChanges;
import org.beistand.protocol.operator.ListEntitlements;
import org.beistand.protocol.operator.OperatorMessage;
import org.beistand.protocol.operator.RemoveEntitlement;
import org.beistand.protocol.operator.SetEntitlements;
import org.beistand.protocol.value.Attested;
import org.beistand.protocol.value.Evidence;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.ReasonText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Keeps trainings, briefings and signed undertakings. */
@Command(
        name = "entitlements",
        description = "Keeps training, briefing and signed undertaking, without which nobody opens a session.",
        subcommands = {
            EntitlementsCommand.SetThem.class,
            EntitlementsCommand.Remove.class,
            EntitlementsCommand.Import.class,
            EntitlementsCommand.ListAll.class,
            EntitlementsCommand.Changes.class
        },
        mixinStandardHelpOptions = true)
final class EntitlementsCommand implements Runnable { // 001-115, 001-116, 001-117
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    private static final String ACCOUNT = "A login, or directory: and the SID of an account of the directory.";
    private static final int LONGEST_ACCOUNT = 150;

    /** @param place what a person calls the entry of that number */
    private static void set(AdministratorCommand command, List<EntitlementLine> lines, IntFunction<String> place)
            throws CommandRefused, InterruptedException {
        OperatorMessage answer;
        try (AdministratorLine line = command.line()) {
            answer = line.ask(new SetEntitlements(lines), OperatorMessage.class);
        }
        if (answer instanceof EntitlementsRefused(int at, Reason reason)) {
            throw new CommandRefused(
                    Reason.LINE_REFUSED,
                    place.apply(at) + " – "
                            + ReasonText.withCode(reason, command.words().language()));
        }
        if (!(answer instanceof Done)) {
            throw new CommandRefused(Reason.PROTOCOL_VIOLATION);
        }
    }

    private static String bounded(@Nullable String account) throws CommandRefused {
        if (account == null || account.isBlank() || account.length() > LONGEST_ACCOUNT) {
            throw new CommandRefused(Reason.USER_UNKNOWN);
        }
        return account;
    }

    /** Somebody's, one to three at once. */
    @Command(
            name = "set",
            description = "Writes down somebody's training, briefing or undertaking; days as 2026-01-15..2028-01-14.",
            mixinStandardHelpOptions = true)
    static final class SetThem extends AdministratorCommand {
        @Parameters(paramLabel = "ACCOUNT", description = ACCOUNT)
        private @Nullable String account;

        @Option(names = "--training", paramLabel = "FROM..TO", description = "The required trainings were completed.")
        private @Nullable String training;

        @Option(names = "--briefing", paramLabel = "FROM..TO", description = "He took part in the briefing.")
        private @Nullable String briefing;

        @Option(names = "--undertaking", paramLabel = "FROM..TO", description = "He gave his written undertakings.")
        private @Nullable String undertaking;

        @Override
        public Integer call() throws CommandRefused, InterruptedException {
            String who = bounded(account);
            List<EntitlementLine> lines = new ArrayList<>();
            add(lines, who, Evidence.TRAINING, training);
            add(lines, who, Evidence.BRIEFING, briefing);
            add(lines, who, Evidence.UNDERTAKING, undertaking);
            if (lines.isEmpty()) {
                throw new CommandRefused(Reason.COMMAND_WRONG, "--training --briefing --undertaking");
            }
            set(this, lines, any -> who);
            out().println(words().say("entitlements.set", who));
            return 0;
        }

        private static void add(List<EntitlementLine> lines, String who, Evidence evidence, @Nullable String days)
                throws CommandRefused {
            if (days == null) {
                return;
            }
            String[] both = days.split("\\.\\.", -1);
            try {
                if (both.length != 2) {
                    throw new CommandRefused(Reason.DAYS_IMPOSSIBLE, days);
                }
                lines.add(new EntitlementLine(
                        who, new Attested(evidence, LocalDate.parse(both[0]), LocalDate.parse(both[1]))));
            } catch (DateTimeException | IllegalArgumentException e) {
                throw new CommandRefused(Reason.DAYS_IMPOSSIBLE, days);
            }
        }
    }

    /** Takes one away. */
    @Command(name = "remove", description = "Strikes out one entry.", mixinStandardHelpOptions = true)
    static final class Remove extends AdministratorCommand {
        @Parameters(index = "0", paramLabel = "ACCOUNT", description = ACCOUNT)
        private @Nullable String account;

        @Parameters(index = "1", paramLabel = "EVIDENCE", description = "training, briefing or undertaking")
        private String evidence = "";

        @Override
        public Integer call() throws CommandRefused, InterruptedException {
            String who = bounded(account);
            Optional<Evidence> which = EntitlementCsv.evidence(evidence);
            if (which.isEmpty()) {
                throw new CommandRefused(Reason.COMMAND_WRONG, evidence);
            }
            try (AdministratorLine line = line()) {
                line.ask(new RemoveEntitlement(who, which.get()), Done.class);
            }
            out().println(words().say("entitlements.removed"));
            return 0;
        }
    }

    /** A whole file. */
    @Command(
            name = "import",
            description = "Takes over a CSV file with the columns " + EntitlementCsv.HEADER + ": all of it or nothing.",
            mixinStandardHelpOptions = true)
    static final class Import extends AdministratorCommand {
        @Parameters(paramLabel = "FILE.csv")
        private @Nullable Path file;

        @Override
        public Integer call() throws CommandRefused, InterruptedException {
            Path from = Objects.requireNonNull(file);
            List<EntitlementLine> lines = EntitlementCsv.read(from);
            set(this, lines, at -> EntitlementCsv.place(from, at + 2));
            out().println(words().say("entitlements.imported", lines.size()));
            return 0;
        }
    }

    /** Everybody's. */
    @Command(name = "list", description = "Lists all entries.", mixinStandardHelpOptions = true)
    static final class ListAll extends AdministratorCommand {
        /** In which form it is printed. */
        enum Format {
            text,
            csv
        }

        @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
        private Format format = Format.text;

        @Override
        public Integer call() throws CommandRefused, InterruptedException {
            List<EntitlementLine> lines;
            try (AdministratorLine line = line()) {
                lines = line.ask(new ListEntitlements(), EntitlementList.class).lines();
            }
            if (format == Format.csv) {
                out().print(EntitlementCsv.write(lines));
                out().flush();
                return 0;
            }
            Words words = words();
            out().println(String.join(
                    "\t",
                    words.say("entitlements.column.account"),
                    words.say("entitlements.column.evidence"),
                    words.say("entitlements.column.given"),
                    words.say("entitlements.column.expires")));
            for (EntitlementLine one : lines) {
                out().println(String.join(
                        "\t",
                        one.account(),
                        words.say("evidence." + one.attested().evidence().name()),
                        one.attested().given().toString(),
                        one.attested().expires().toString()));
            }
            return 0;
        }
    }

    /** Who changed what. */
    @Command(name = "changes", description = "Lists who changed what, newest first.", mixinStandardHelpOptions = true)
    static final class Changes extends AdministratorCommand {
        private static final int MOST = 2000;

        @Override
        public Integer call() throws CommandRefused, InterruptedException {
            List<EntitlementChange> changes;
            try (AdministratorLine line = line()) {
                changes = line.ask(new ListEntitlementChanges(MOST), EntitlementChanges.class)
                        .changes();
            }
            Words words = words();
            out().println(String.join(
                    "\t",
                    words.say("entitlements.column.time"),
                    words.say("entitlements.column.by"),
                    words.say("entitlements.column.account"),
                    words.say("entitlements.column.evidence"),
                    words.say("entitlements.column.given"),
                    words.say("entitlements.column.expires")));
            for (EntitlementChange change : changes) {
                String struck = words.say("entitlements.struck");
                out().println(String.join(
                        "\t",
                        change.at().truncatedTo(ChronoUnit.SECONDS).toString(),
                        change.by(),
                        change.account(),
                        words.say("evidence." + change.evidence().name()),
                        change.attested().map(one -> one.given().toString()).orElse(struck),
                        change.attested().map(one -> one.expires().toString()).orElse(struck)));
            }
            return 0;
        }
    }
}

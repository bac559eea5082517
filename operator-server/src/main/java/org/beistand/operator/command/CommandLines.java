package org.beistand.operator.command;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.beistand.protocol.value.Language;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.ReasonText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** All command lines of the operator server, and the one way in which they fail: one sentence and a code, no stack trace. */
@Command(
        name = "beistand",
        description = "Beistand, the operator server and its administration.",
        subcommands = {
            OperatorCommand.class,
            SiteCommand.class,
            UsersCommand.class,
            EntitlementsCommand.class,
            ReportsCommand.class
        },
        mixinStandardHelpOptions = true)
public final class CommandLines implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(CommandLines.class);
    private static final int USAGE = 2;
    private static final int FAILED = 1;

    @CommandLine.Spec
    private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    /** The line that {@code Main} executes. */
    public static CommandLine make() {
        CommandLine line = new CommandLine(new CommandLines());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler(CommandLines::misunderstood);
        line.setExecutionExceptionHandler(CommandLines::failed);
        return line;
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    private static int misunderstood(CommandLine.ParameterException e, String[] arguments) {
        CommandLine line = e.getCommandLine();
        line.getErr().println(ReasonText.withCode(Reason.COMMAND_WRONG, language(List.of(arguments)), what(e)));
        return USAGE;
    }

    /** The options it is about, which are the same in every language. */
    private static String what(CommandLine.ParameterException e) {
        return switch (e) {
            case CommandLine.MissingParameterException missing ->
                missing.getMissing().stream().map(CommandLines::label).collect(Collectors.joining(" "));
            case CommandLine.UnmatchedArgumentException unmatched -> String.join(" ", unmatched.getUnmatched());
            default ->
                e.getArgSpec() == null
                        ? e.getCommandLine().getCommandName()
                        : label(e.getArgSpec()) + " " + (e.getValue() == null ? "" : e.getValue());
        };
    }

    private static String label(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static int failed(Exception e, CommandLine line, CommandLine.ParseResult parsed) {
        Language language = language(parsed.originalArgs());
        if (e instanceof CommandRefused refused) {
            line.getErr()
                    .println(
                            refused.place().isEmpty()
                                    ? ReasonText.withCode(refused.reason(), language)
                                    : ReasonText.withCode(refused.reason(), language, refused.place()));
        } else {
            // A person sees no stack trace; who looks for the mistake raises the level of the log.
            LOG.error("a command failed: {}", e.toString());
            LOG.debug("the command failed here", e);
            line.getErr().println(ReasonText.withCode(Reason.INTERNAL, language));
        }
        return FAILED;
    }

    /** Found by hand, because it must be known also when the rest was not understood. */
    private static Language language(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.startsWith("--language=")) {
                return Language.of(Locale.forLanguageTag(argument.substring("--language=".length())));
            }
            if (argument.equals("--language") && i + 1 < arguments.size()) {
                return Language.of(Locale.forLanguageTag(arguments.get(i + 1)));
            }
        }
        return Language.of(Locale.getDefault());
    }
}

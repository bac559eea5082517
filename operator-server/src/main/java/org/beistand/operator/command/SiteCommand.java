package org.beistand.operator.command;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.beistand.operator.site.SiteCreation;
import org.beistand.operator.site.SitePlan;
import org.beistand.operator.site.SiteRefused;
import org.beistand.protocol.value.Endpoint;
import org.beistand.protocol.value.Language;
import org.beistand.protocol.value.Reason;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes an installation. */
@Command(
        name = "site",
        description = "Makes the keys and packages of an installation.",
        subcommands = SiteCommand.Create.class,
        mixinStandardHelpOptions = true)
final class SiteCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    /** Everything at once, never twice. */
    @Command(
            name = "create",
            description = "Creates all keys and packages once; an existing installation is never changed.",
            mixinStandardHelpOptions = true)
    static final class Create implements Callable<Integer> {
        @Option(names = "--folder", required = true, paramLabel = "DIR", description = "New folder of the site.")
        private @Nullable Path folder;

        @Option(
                names = "--organisation",
                required = true,
                paramLabel = "NAME",
                description = "Whose installation it is.")
        private @Nullable String organisation;

        @Option(
                names = "--product-line",
                paramLabel = "TEXT",
                defaultValue = "powered by Beistand",
                description = "The line in the clients' header (${DEFAULT-VALUE}).")
        private String productLine = "";

        @Option(
                names = "--operator",
                required = true,
                paramLabel = "HOST[:PORT]",
                description = "Where everybody reaches the operator server; port 2000 if left out.")
        private @Nullable String operator;

        @Option(
                names = "--communication",
                required = true,
                paramLabel = "NAME=HOST[:PORT]",
                description = "A communication server and where clients reach it; may be given several times.")
        private List<String> communications = new ArrayList<>();

        @Option(
                names = "--bind",
                paramLabel = "ADDRESS",
                defaultValue = "0.0.0.0",
                description = "On which address of their machines the servers listen (${DEFAULT-VALUE}).")
        private String bind = "";

        @Option(
                names = "--session-password",
                paramLabel = "optional|required",
                defaultValue = "optional",
                description = "Whether every session must have a password (${DEFAULT-VALUE}).")
        private String sessionPassword = "";

        @Option(
                names = "--package-language",
                paramLabel = "en|de|ja",
                description = "Language of the clients; otherwise that of their system.")
        private @Nullable String packageLanguage;

        @Mixin
        private SpokenLanguage spoken = new SpokenLanguage();

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() throws CommandRefused {
            if (folder == null || organisation == null || operator == null || spec == null) {
                throw new IllegalStateException("required");
            }
            List<SitePlan.Communication> servers = new ArrayList<>();
            for (String one : communications) {
                servers.add(parsed(one, () -> SitePlan.Communication.parse(one)));
            }
            String address = operator;
            SitePlan plan = new SitePlan(
                    organisation,
                    productLine,
                    parsed(address, () -> Endpoint.parse(address)),
                    servers,
                    bind,
                    required(sessionPassword),
                    Optional.ofNullable(packageLanguage)
                            .map(Locale::forLanguageTag)
                            .map(Language::of));
            try {
                SiteCreation.create(folder, plan, Clock.systemUTC(), new SecureRandom());
            } catch (SiteRefused e) {
                throw new CommandRefused(e);
            }
            spec.commandLine().getOut().println(new Words(spoken.language()).say("site.created", folder));
            return 0;
        }

        private static boolean required(String sessionPassword) throws CommandRefused {
            return switch (sessionPassword) {
                case "required" -> true;
                case "optional" -> false;
                default -> throw new CommandRefused(Reason.COMMAND_WRONG, "--session-password " + sessionPassword);
            };
        }

        private static <T> T parsed(String text, Callable<T> parse) throws CommandRefused {
            try {
                return parse.call();
            } catch (Exception e) {
                throw new CommandRefused(Reason.COMMAND_WRONG, text);
            }
        }
    }
}

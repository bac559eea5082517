package org.beistand.operator.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.beistand.protocol.operator.AddUser;
import org.beistand.protocol.operator.DisableUser;
import org.beistand.protocol.operator.Done;
import org.beistand.protocol.operator.ListUsers;
import org.beistand.protocol.operator.ResetPassword;
import org.beistand.protocol.operator.UserLine;
import org.beistand.protocol.operator.UserList;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Reason;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Keeps the list of users. */
@Command(
        name = "users",
        description = "Adds, disables, resets and lists the users who may sign in as moderators.",
        subcommands = {
            UsersCommand.Add.class,
            UsersCommand.Disable.class,
            UsersCommand.Reset.class,
            UsersCommand.ListAll.class
        },
        mixinStandardHelpOptions = true)
final class UsersCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    /** What each of them needs. */
    abstract static class OnSite implements Callable<Integer> {
        private static final int LONGEST_LOGIN = 64;

        @Option(
                names = "--site",
                required = true,
                paramLabel = "DIR",
                description = "The site, or its folder \"administrator\".")
        private @Nullable Path site;

        @Mixin
        private SpokenLanguage spoken = new SpokenLanguage();

        @Spec
        private @Nullable CommandSpec spec;

        Words words() {
            return new Words(spoken.language());
        }

        AdministratorLine line() throws CommandRefused, InterruptedException {
            if (site == null) {
                throw new IllegalStateException("required");
            }
            return AdministratorLine.open(site, Clock.systemUTC());
        }

        PrintWriter out() {
            if (spec == null) {
                throw new IllegalStateException("not a command");
            }
            return spec.commandLine().getOut();
        }

        static String bounded(@Nullable String login) throws CommandRefused {
            if (login == null || login.getBytes(StandardCharsets.UTF_8).length > LONGEST_LOGIN) {
                throw new CommandRefused(Reason.LOGIN_UNSUITABLE);
            }
            return login;
        }
    }

    /** A new user. */
    @Command(name = "add", description = "Adds a user.", mixinStandardHelpOptions = true)
    static final class Add extends OnSite {
        @Parameters(paramLabel = "LOGIN", description = "With which he signs in.")
        private @Nullable String login;

        @Option(names = "--name", required = true, paramLabel = "NAME", description = "As attendees will see him.")
        private @Nullable String name;

        @Mixin
        private AskedPassword password = new AskedPassword();

        @Override
        public Integer call() throws CommandRefused, InterruptedException {
            String who = bounded(login);
            PersonName shown = switch (PersonName.check(name == null ? "" : name)) {
                case PersonName.Checked.Suitable suitable -> suitable.name();
                case PersonName.Checked.Unsuitable(var reason) -> throw new CommandRefused(reason);
            };
            String secret = password.ask(words(), who);
            try (AdministratorLine line = line()) {
                line.ask(new AddUser(who, shown, secret), Done.class);
            }
            out().println(words().say("users.added", who));
            return 0;
        }
    }

    /** Takes access away. */
    @Command(name = "disable", description = "Takes a user's access away.", mixinStandardHelpOptions = true)
    static final class Disable extends OnSite {
        @Parameters(paramLabel = "LOGIN")
        private @Nullable String login;

        @Override
        public Integer call() throws CommandRefused, InterruptedException {
            String who = bounded(login);
            try (AdministratorLine line = line()) {
                line.ask(new DisableUser(who), Done.class);
            }
            out().println(words().say("users.disabled", who));
            return 0;
        }
    }

    /** A new password. */
    @Command(
            name = "reset",
            description = "Sets a new password; a disabled user may sign in again.",
            mixinStandardHelpOptions = true)
    static final class Reset extends OnSite {
        @Parameters(paramLabel = "LOGIN")
        private @Nullable String login;

        @Mixin
        private AskedPassword password = new AskedPassword();

        @Override
        public Integer call() throws CommandRefused, InterruptedException {
            String who = bounded(login);
            String secret = password.ask(words(), who);
            try (AdministratorLine line = line()) {
                line.ask(new ResetPassword(who, secret), Done.class);
            }
            out().println(words().say("users.reset", who));
            return 0;
        }
    }

    /** Everybody. */
    @Command(name = "list", description = "Lists all users.", mixinStandardHelpOptions = true)
    static final class ListAll extends OnSite {
        @Override
        public Integer call() throws CommandRefused, InterruptedException {
            List<UserLine> users;
            try (AdministratorLine line = line()) {
                users = line.ask(new ListUsers(), UserList.class).users();
            }
            Words words = words();
            out().println(String.join(
                    "\t",
                    words.say("users.column.login"),
                    words.say("users.column.name"),
                    words.say("users.column.state")));
            for (UserLine user : users) {
                String state = words.say(user.enabled() ? "users.enabled" : "users.disabled.state");
                out().println(String.join("\t", user.login(), user.name().value(), state));
            }
            return 0;
        }
    }
}

package org.beistand.operator.command;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.beistand.protocol.operator.AddUser;
import org.beistand.protocol.operator.DisableUser;
import org.beistand.protocol.operator.Done;
import org.beistand.protocol.operator.EnableUser;
import org.beistand.protocol.operator.ListUsers;
import org.beistand.protocol.operator.RequireSecondFactor;
import org.beistand.protocol.operator.ResetPassword;
import org.beistand.protocol.operator.ResetSecondFactor;
import org.beistand.protocol.operator.SetUserRole;
import org.beistand.protocol.operator.UserLine;
import org.beistand.protocol.operator.UserList;
import org.beistand.protocol.operator.UserRole;
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
        description = "Keeps the list of the users of our own who may sign in as moderators.",
        subcommands = {
            UsersCommand.Add.class,
            UsersCommand.Disable.class,
            UsersCommand.Enable.class,
            UsersCommand.Reset.class,
            UsersCommand.SecondFactor.class,
            UsersCommand.Role.class,
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

    private static final int LONGEST_LOGIN = 64;

    private static String bounded(@Nullable String login) throws CommandRefused {
        if (login == null || login.getBytes(StandardCharsets.UTF_8).length > LONGEST_LOGIN) {
            throw new CommandRefused(Reason.LOGIN_UNSUITABLE);
        }
        return login;
    }

    /** A new user. */
    @Command(name = "add", description = "Adds a user.", mixinStandardHelpOptions = true)
    static final class Add extends AdministratorCommand {
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
    static final class Disable extends AdministratorCommand {
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

    /** Gives access back. */
    @Command(name = "enable", description = "Gives a user's access back.", mixinStandardHelpOptions = true)
    static final class Enable extends AdministratorCommand {
        @Parameters(paramLabel = "LOGIN")
        private @Nullable String login;

        @Override
        public Integer call() throws CommandRefused, InterruptedException {
            String who = bounded(login);
            try (AdministratorLine line = line()) {
                line.ask(new EnableUser(who), Done.class);
            }
            out().println(words().say("users.enabled.done", who));
            return 0;
        }
    }

    /** The authenticator. */
    @Command(
            name = "second-factor",
            description = "Decides whether a user needs an authenticator, or forgets the one he has.",
            mixinStandardHelpOptions = true)
    static final class SecondFactor extends AdministratorCommand {
        /** What is to happen. */
        enum Wish {
            require,
            allow,
            reset
        }

        @Parameters(index = "0", paramLabel = "LOGIN")
        private @Nullable String login;

        @Parameters(
                index = "1",
                paramLabel = "WISH",
                description =
                        "require: he sets one up at the next sign-in; allow: he does without, unless the site asks"
                                + " everybody; reset: his is lost, so forget it and its recovery codes.")
        private @Nullable Wish wish;

        @Override
        public Integer call() throws CommandRefused, InterruptedException {
            String who = bounded(login);
            Wish what = Objects.requireNonNull(wish);
            try (AdministratorLine line = line()) {
                line.ask(
                        switch (what) {
                            case require -> new RequireSecondFactor(who, true);
                            case allow -> new RequireSecondFactor(who, false);
                            case reset -> new ResetSecondFactor(who);
                        },
                        Done.class);
            }
            out().println(words().say(
                            switch (what) {
                                case require -> "users.factor.required";
                                case allow -> "users.factor.optional";
                                case reset -> "users.factor.reset";
                            },
                            who));
            return 0;
        }
    }

    /** Moderator or expert. */
    @Command(
            name = "role",
            description = "Makes a user a moderator, who opens sessions, or an expert, who is called into them.",
            mixinStandardHelpOptions = true)
    static final class Role extends AdministratorCommand {
        @Parameters(index = "0", paramLabel = "LOGIN")
        private @Nullable String login;

        @Parameters(index = "1", paramLabel = "ROLE", description = "${COMPLETION-CANDIDATES}")
        private @Nullable UserRole role;

        @Override
        public Integer call() throws CommandRefused, InterruptedException {
            String who = bounded(login);
            UserRole what = Objects.requireNonNull(role);
            try (AdministratorLine line = line()) {
                line.ask(new SetUserRole(who, what), Done.class);
            }
            Words words = words();
            out().println(words.say("users.role.set", who, words.say("users.role." + what.name())));
            return 0;
        }
    }

    /** A new password. */
    @Command(
            name = "reset",
            description = "Sets a new password, which is good for choosing another one at the next sign-in.",
            mixinStandardHelpOptions = true)
    static final class Reset extends AdministratorCommand {
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
    static final class ListAll extends AdministratorCommand {
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
                    words.say("users.column.state"),
                    words.say("users.column.password"),
                    words.say("users.column.factor"),
                    words.say("users.column.role")));
            for (UserLine user : users) {
                String state = words.say(user.enabled() ? "users.enabled" : "users.disabled.state");
                out().println(String.join(
                        "\t",
                        user.login(),
                        user.name().value(),
                        state,
                        words.say(user.mustChange() ? "users.password.first" : "users.password.own"),
                        words.say("users.factor." + user.factor().name()),
                        words.say("users.role." + user.role().name())));
            }
            return 0;
        }
    }
}

package org.beistand.operator.command;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.beistand.protocol.value.Reason;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A password from the console, a file or the standard input, never from the command line, which everybody can see. */
final class AskedPassword {
    private static final int LARGEST = 4096;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description =
                    "The password is the first line of this file; otherwise it is asked on the console, or read from"
                            + " the standard input if there is none.")
    private @Nullable Path file;

    String ask(Words words, String login) throws CommandRefused {
        String password = file != null ? fromFile(file) : fromPerson(words, login);
        if (password.isEmpty()) {
            throw new CommandRefused(Reason.PASSWORD_MISSING);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > 1024 || password.indexOf('\0') >= 0) {
            throw new CommandRefused(Reason.PASSWORD_WEAK);
        }
        return password;
    }

    private static String fromFile(Path file) throws CommandRefused {
        try {
            if (Files.size(file) > LARGEST) {
                throw new CommandRefused(Reason.FILE_UNREADABLE);
            }
            return Files.readString(file).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new CommandRefused(Reason.FILE_UNREADABLE);
        }
    }

    private static String fromPerson(Words words, String login) throws CommandRefused {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            return fromInput();
        }
        char[] first = console.readPassword("%s ", words.say("password.ask", login));
        char[] second = console.readPassword("%s ", words.say("password.again"));
        if (first == null || second == null || !java.util.Arrays.equals(first, second)) {
            throw new CommandRefused(Reason.PASSWORD_MISSING);
        }
        return new String(first);
    }

    private static String fromInput() throws CommandRefused {
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new CommandRefused(Reason.PASSWORD_MISSING);
        }
    }
}

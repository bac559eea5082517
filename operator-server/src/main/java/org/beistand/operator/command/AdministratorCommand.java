package org.beistand.operator.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that the administrator gives to the running operator server. */
@Command
abstract class AdministratorCommand implements Callable<Integer> {
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

    PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    AdministratorLine line() throws CommandRefused, InterruptedException {
        return AdministratorLine.open(Objects.requireNonNull(site), Clock.systemUTC());
    }
}

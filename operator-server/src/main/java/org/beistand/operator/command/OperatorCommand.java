package org.beistand.operator.command;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.beistand.operator.server.OperatorProgram;
import org.beistand.operator.site.SiteRefused;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the operator server until the process is asked to stop. */
@Command(
        name = "operator",
        description = "Runs the operator server in the foreground.",
        mixinStandardHelpOptions = true)
final class OperatorCommand implements Callable<Integer> {
    private static final long PATIENCE_SECONDS = 30;

    @Option(
            names = "--site",
            required = true,
            paramLabel = "DIR",
            description = "The site, or its folder \"operator\".")
    private @Nullable Path site;

    @Mixin
    private SpokenLanguage spoken = new SpokenLanguage();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws CommandRefused, InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        Words words = new Words(spoken.language());
        try (OperatorProgram program = start()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                asked.countDown();
                awaitQuietly(stopped);
            }));
            print(words.say("operator.ready", program.address()));
            asked.await();
        } finally {
            stopped.countDown();
        }
        return 0;
    }

    private OperatorProgram start() throws CommandRefused {
        if (site == null) {
            throw new IllegalStateException("required");
        }
        try {
            return OperatorProgram.start(site, Clock.systemUTC(), new SecureRandom());
        } catch (SiteRefused e) {
            throw new CommandRefused(e);
        }
    }

    private void print(String line) {
        if (spec != null) {
            spec.commandLine().getOut().println(line);
            spec.commandLine().getOut().flush();
        }
    }

    /** The machine does not go down before the database is closed. */
    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package org.beistand.communication;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.beistand.protocol.value.Language;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.ReasonText;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the communication server and stops it when the process is asked to end. */
@Command(
        name = "communication",
        mixinStandardHelpOptions = true,
        description = "Runs a communication server: where the participants of sessions meet, unread.")
public final class Main implements Callable<Integer> {
    /** What a person can mend. */
    private static final int REFUSED = 1;

    private static final int WRONG_COMMAND = 2;

    @Option(
            names = "--site",
            required = true,
            paramLabel = "DIR",
            description = "the folder of this server, as 'beistand site' made it")
    private Path site = Path.of(".");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        // The log goes to standard output, so that standard error has nothing but the sentence for a person.
        System.setProperty("logback.configurationFile", "org/beistand/communication/logging.xml");
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setParameterExceptionHandler((wrong, arguments) -> {
                    say(wrong.getCommandLine().getErr(), Reason.COMMAND_WRONG, String.valueOf(wrong.getMessage()));
                    return WRONG_COMMAND;
                })
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    org.slf4j.LoggerFactory.getLogger(Main.class).error("The server failed", failure);
                    say(command.getErr(), Reason.INTERNAL, "");
                    return REFUSED;
                });
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            CommunicationServer server = CommunicationServer.start(site, Clock.systemUTC(), new SecureRandom());
            CountDownLatch stopped = new CountDownLatch(1);
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> {
                                server.close();
                                stopped.countDown();
                            },
                            "stop"));
            PrintWriter out = spec.commandLine().getOut();
            out.println("Communication server " + server.name() + " is ready on port " + server.port() + ".");
            out.flush();
            stopped.await();
            return 0;
        } catch (StartRefused e) {
            say(spec.commandLine().getErr(), e.reason(), e.place());
            return REFUSED;
        }
    }

    private static void say(PrintWriter err, Reason reason, Object place) {
        err.println(ReasonText.withCode(reason, Language.of(Locale.getDefault()), place));
        err.flush();
    }
}

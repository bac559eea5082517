package org.beistand.client.start;

import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import org.beistand.client.desktop.Desktop;
import org.beistand.client.files.DownloadFolder;
import org.beistand.client.files.Unfinished;
import org.beistand.client.meeting.InstalledPackage;
import org.beistand.client.meeting.Way;
import org.beistand.client.ui.base.ClockTicker;
import org.beistand.client.ui.base.Look;
import org.beistand.client.ui.base.NotStarted;
import org.beistand.client.ui.base.OwnWindowAreas;
import org.beistand.client.ui.base.ProgramOptions;
import org.beistand.client.ui.base.Texts;
import org.beistand.client.ui.base.Ticker;
import org.beistand.client.ui.consent.FileChoice;
import org.beistand.client.ui.consent.SystemFileChoice;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.ReasonText;
import org.beistand.transport.dial.Ladder;
import org.beistand.transport.pipeline.Loops;

/**
 * Reads the package, puts together what stands between a window and the machine, and shows the program's first window. Codes with
 * which a program ends: 0 as it should, 2 it was called wrongly, 3 there is no display, 4 the package cannot be used.
 */
public final class ClientStart {
    private static final int LINK_THREADS = 2;
    private static final int CALLED_WRONGLY = 2;
    private static final int NO_DISPLAY = 3;
    private static final int PACKAGE_UNUSABLE = 4;

    private final Kind kind;
    private final Machine machine;

    private ClientStart(Kind kind, Machine machine) {
        this.kind = kind;
        this.machine = machine;
    }

    /** How a client package is read. */
    @FunctionalInterface
    public interface Reading {
        InstalledPackage read(Path folder, Instant now) throws InstalledPackage.Unusable;
    }

    /**
     * Which of the two programs.
     *
     * @param name also of its folder in {@code ~/.beistand}
     * @param show the first window, on the FX thread
     */
    public record Kind(String name, Reading reading, BiConsumer<Way, Tools> show) {}

    /**
     * What a Main finds.
     *
     * @param desktop empty if this machine shows none
     * @param exit ends the process with a code
     */
    public record Machine(
            Path home,
            Optional<Desktop> desktop,
            Locale locale,
            Clock clock,
            SecureRandom random,
            PrintStream out,
            PrintStream err,
            IntConsumer exit) {}

    /**
     * What windows are made with.
     *
     * @param downloads where files land unless the person chooses another folder
     * @param own is told of every window
     * @param exit what remains to be done when the windows are gone
     */
    public record Tools(
            InstalledPackage pack,
            Texts texts,
            Ticker ticker,
            Clock clock,
            Path downloads,
            FileChoice files,
            OwnWindowAreas own,
            Runnable exit) {}

    /** Returns at once; the program goes on in its windows. */
    public static void begin(List<String> arguments, Kind kind, Machine machine) {
        if (arguments.contains("--help")) {
            machine.out().println(ProgramOptions.USAGE);
            return;
        }
        new ClientStart(kind, machine).begin(arguments);
    }

    private void begin(List<String> arguments) {
        ProgramOptions options;
        try {
            options = ProgramOptions.parse(
                    arguments, machine.home().resolve(".beistand").resolve(kind.name()));
        } catch (IllegalArgumentException e) {
            machine.err().println(e.getMessage());
            machine.exit().accept(CALLED_WRONGLY);
            return;
        }
        machine.desktop().ifPresentOrElse(desktop -> read(options, desktop), () -> {
            Texts texts = new Texts(options.language(Optional.empty(), machine.locale()));
            machine.err().println(ReasonText.withCode(Reason.NO_DISPLAY, texts.language()));
            machine.exit().accept(NO_DISPLAY);
        });
    }

    private void read(ProgramOptions options, Desktop desktop) {
        try {
            InstalledPackage pack =
                    kind.reading().read(options.folder(), machine.clock().instant());
            Texts texts = new Texts(options.language(pack.language(), machine.locale()));
            Platform.startup(() -> show(pack, texts, desktop));
        } catch (InstalledPackage.Unusable e) {
            Texts texts = new Texts(options.language(Optional.empty(), machine.locale()));
            String sentence = ReasonText.withCode(e.reason(), texts.language(), e.place());
            machine.err().println(sentence);
            Platform.startup(() -> {
                Look.start();
                NotStarted.show(texts, sentence, () -> machine.exit().accept(PACKAGE_UNUSABLE));
            });
        }
    }

    private void show(InstalledPackage pack, Texts texts, Desktop desktop) {
        Look.start();
        Loops loops = new Loops(LINK_THREADS);
        OwnWindowAreas own = new OwnWindowAreas();
        Unfinished unfinished =
                new Unfinished(machine.home().resolve(".beistand").resolve(kind.name() + "-unfinished"));
        Thread.ofVirtual().start(unfinished::sweep);
        Path downloads = DownloadFolder.of(machine.home());
        Way way = new Way(
                new Ladder(loops, pack.transport(), machine.clock()),
                pack.site(),
                pack.anchors(),
                desktop,
                own,
                unfinished,
                downloads,
                machine.clock(),
                machine.random());
        Tools tools = new Tools(
                pack,
                texts,
                new ClockTicker(Platform::runLater),
                machine.clock(),
                downloads,
                new SystemFileChoice(),
                own,
                () -> end(loops));
        kind.show().accept(way, tools);
    }

    private void end(Loops loops) {
        Platform.exit();
        loops.close();
        machine.exit().accept(0);
    }
}

package org.beistand.attendee;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import org.beistand.client.files.DownloadFolder;
import org.beistand.client.files.Unfinished;
import org.beistand.client.meeting.AttendeeWay;
import org.beistand.client.meeting.InstalledPackage;
import org.beistand.client.meeting.Way;
import org.beistand.client.platform.x11.X11Desktop;
import org.beistand.client.ui.base.Look;
import org.beistand.client.ui.base.NotStarted;
import org.beistand.client.ui.base.OwnWindowAreas;
import org.beistand.client.ui.base.ProgramOptions;
import org.beistand.client.ui.base.PulseTicker;
import org.beistand.client.ui.base.Texts;
import org.beistand.client.ui.consent.SystemFileChoice;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.ReasonText;
import org.beistand.transport.dial.Ladder;
import org.beistand.transport.pipeline.Loops;

/** Puts the attendee's program together and shows its first window. */
public final class Main {
    private static final int LINK_THREADS = 2;
    private static final Locale SYSTEM = Locale.getDefault();

    private Main() {}

    public static void main(String[] arguments) {
        if (List.of(arguments).contains("--help")) {
            System.out.println(ProgramOptions.USAGE);
            return;
        }
        Path home = Path.of(System.getProperty("user.home"));
        ProgramOptions options;
        try {
            options = ProgramOptions.parse(
                    List.of(arguments), home.resolve(".beistand").resolve("attendee"));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        String display = System.getenv("DISPLAY");
        if (display == null) {
            System.err.println(ReasonText.withCode(Reason.NO_DISPLAY, options.language(Optional.empty(), SYSTEM)));
            System.exit(3);
            return;
        }
        begin(options, home, display);
    }

    private static void begin(ProgramOptions options, Path home, String display) {
        Clock clock = Clock.systemUTC();
        try {
            InstalledPackage pack = InstalledPackage.ofAttendee(options.folder(), clock.instant());
            Texts texts = new Texts(options.language(pack.language(), SYSTEM));
            Platform.startup(() -> start(pack, texts, clock, home, display));
        } catch (InstalledPackage.Unusable e) {
            Texts texts = new Texts(options.language(Optional.empty(), SYSTEM));
            String sentence = ReasonText.withCode(e.reason(), texts.language(), e.place());
            System.err.println(sentence);
            Platform.startup(() -> {
                Look.start();
                NotStarted.show(texts, sentence, () -> System.exit(4));
            });
        }
    }

    private static void start(InstalledPackage pack, Texts texts, Clock clock, Path home, String display) {
        Look.start();
        Loops loops = new Loops(LINK_THREADS);
        OwnWindowAreas own = new OwnWindowAreas();
        Unfinished unfinished = new Unfinished(home.resolve(".beistand").resolve("attendee-unfinished"));
        Thread.ofVirtual().start(unfinished::sweep);
        Path downloads = DownloadFolder.of(home);
        Way way = new Way(
                new Ladder(loops, pack.transport(), clock),
                pack.site(),
                pack.anchors(),
                new X11Desktop(display),
                own,
                unfinished,
                downloads,
                clock,
                new SecureRandom());
        new AttendeeProgram(
                        new AttendeeWay(way),
                        pack.site(),
                        new AttendeeProgram.Surroundings(
                                texts,
                                new PulseTicker(),
                                clock,
                                downloads,
                                new SystemFileChoice(),
                                own,
                                () -> end(loops)))
                .start();
    }

    private static void end(Loops loops) {
        Platform.exit();
        loops.close();
        System.exit(0);
    }
}

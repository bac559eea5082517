package org.beistand.benchmarks.desktop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.beistand.stories.Meeting;
import org.beistand.stories.StoryFailed;
import org.beistand.stories.Theatre;

/** We: both programs and both servers as processes, TLS and the seal on, and every right given by clicks on the real windows. */
final class Beistand implements Contender {
    private static final Duration START = Duration.ofSeconds(30);

    private final Desktop shared;
    private final Desktop viewing;
    private final Theatre theatre;
    private final Cast cast;

    /** @param home the project's folder @param folder for what they leave behind */
    static Beistand start(Path home, Path folder, Desktop shared, Desktop viewing, Optional<Theatre.Detour> detour)
            throws StoryFailed {
        Theatre theatre;
        try {
            theatre = Theatre.open(home, folder, shared.display(), viewing.display(), step -> {}, detour);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            theatre.startPrograms();
            Meeting meeting = Meeting.in(theatre);
            meeting.meet();
            meeting.heMaySeeHerScreen();
            meeting.heMayOperate();
            return new Beistand(shared, viewing, theatre);
        } catch (StoryFailed e) {
            theatre.close();
            throw e;
        }
    }

    private Beistand(Desktop shared, Desktop viewing, Theatre theatre) {
        this.shared = shared;
        this.viewing = viewing;
        this.theatre = theatre;
        this.cast = new Cast(
                theatre.troupe.named("attendee").toHandle(),
                theatre.troupe.named("moderator").toHandle(),
                List.of(
                        theatre.troupe.named("communication").toHandle(),
                        theatre.troupe.named("operator").toHandle()));
    }

    @Override
    public String name() {
        return "Beistand";
    }

    @Override
    public Desktop shared() {
        return shared;
    }

    @Override
    public Desktop viewing() {
        return viewing;
    }

    @Override
    public Cast cast() {
        return cast;
    }

    @Override
    public int port() {
        return theatre.communicationPort();
    }

    @Override
    public void arrange() throws StoryFailed {
        theatre.engineer.click("fullScreen");
        theatre.patience.until(
                "the screen is seen pixel by pixel",
                START,
                () -> theatre.engineer
                        .look("screen")
                        .filter(screen ->
                                screen.width() >= ScreenBench.WIDTH && screen.height() >= ScreenBench.HEIGHT));
    }

    @Override
    public void close() {
        theatre.close();
    }
}

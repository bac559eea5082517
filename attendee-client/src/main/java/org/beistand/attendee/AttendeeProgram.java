package org.beistand.attendee;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.beistand.attendee.join.AttendeeFlow;
import org.beistand.attendee.join.AttendeeFlow.Joined;
import org.beistand.attendee.join.AttendeeWindow;
import org.beistand.attendee.join.Page;
import org.beistand.client.meeting.AttendeeDoor;
import org.beistand.client.meeting.ClientPackage;
import org.beistand.client.session.Session;
import org.beistand.client.ui.base.Farewell;
import org.beistand.client.ui.base.LastResort;
import org.beistand.client.ui.base.Look;
import org.beistand.client.ui.base.OwnWindowAreas;
import org.beistand.client.ui.base.Parts;
import org.beistand.client.ui.base.Texts;
import org.beistand.client.ui.base.Ticker;
import org.beistand.client.ui.base.TitleInSight;
import org.beistand.client.ui.consent.Asking;
import org.beistand.client.ui.consent.ConsentWindow;
import org.beistand.client.ui.consent.FileChoice;
import org.beistand.client.ui.tray.TrayWindow;

/** The attendee's windows: one to come in and to be told the end, the tray while the session runs, and the questions. */
public final class AttendeeProgram {
    private final AttendeeFlow flow;
    private final Parts parts;
    private final Surroundings around;
    private final Stage stage = new Stage();
    private Optional<ConsentWindow> questions = Optional.empty();
    private Optional<TrayWindow> tray = Optional.empty();

    /**
     * What the program finds around it.
     *
     * @param clock tells how long a question is open yet
     * @param downloads where files land unless she chooses another folder
     * @param own is told of every window
     * @param exit what remains to be done when the windows are gone
     */
    public record Surroundings(
            Texts texts,
            Ticker ticker,
            InstantSource clock,
            Path downloads,
            FileChoice files,
            OwnWindowAreas own,
            Runnable exit) {}

    /** On the FX thread. */
    public AttendeeProgram(AttendeeDoor door, ClientPackage pack, Surroundings around) {
        this.around = around;
        this.parts = new Parts(around.texts());
        this.flow = new AttendeeFlow(door, Platform::runLater, around.ticker());
        Scene scene = new Scene(
                new AttendeeWindow(flow, pack, around.texts(), around.ticker(), this::exit),
                AttendeeWindow.WIDTH,
                AttendeeWindow.HEIGHT);
        Look.dress(scene);
        stage.setScene(scene);
        stage.titleProperty().bind(around.texts().follow("attendee.window"));
        stage.setMinWidth(AttendeeWindow.WIDTH);
        stage.setMinHeight(Math.min(
                AttendeeWindow.HEIGHT, Screen.getPrimary().getVisualBounds().getHeight()));
        Look.giveIcons(stage);
        TitleInSight.keep(stage);
        stage.setOnCloseRequest(event -> exit());
        flow.joined().addListener((value, before, now) -> joined(now));
        flow.page().addListener((value, before, now) -> follow(now));
    }

    /** Shows the first window. */
    public void start() {
        // Between the window and the tray there may be a moment without any window.
        Platform.setImplicitExit(false);
        around.own().start();
        LastResort.install(flow::wentWrong);
        stage.show();
        stage.toFront();
    }

    private void joined(Optional<Joined> joined) {
        closeSession();
        if (joined.isPresent()) {
            Joined now = joined.get();
            Asking asking = new Asking(now.session(), now.feed(), around.ticker(), around.clock(), around.downloads());
            questions = Optional.of(new ConsentWindow(asking, parts, around.ticker(), around.files()));
            tray = Optional.of(
                    new TrayWindow(now.session(), now.feed(), parts, around.ticker(), flow.problem(), flow::end));
        }
    }

    private void closeSession() {
        questions.ifPresent(ConsentWindow::close);
        tray.ifPresent(TrayWindow::close);
        questions = Optional.empty();
        tray = Optional.empty();
    }

    private void follow(Page page) {
        if (page instanceof Page.Running) {
            tray.ifPresent(TrayWindow::show);
            stage.hide();
        } else {
            if (page instanceof Page.Over) {
                closeSession();
            }
            stage.show();
            stage.toFront();
        }
    }

    private void exit() {
        Optional<Session> running = flow.joined().get().map(Joined::session);
        closeSession();
        stage.hide();
        running.ifPresentOrElse(
                session -> Farewell.say(session, Platform::runLater, around.ticker(), around.exit()), () -> {
                    flow.leave();
                    around.exit().run();
                });
    }
}

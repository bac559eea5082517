package org.beistand.moderator;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.beistand.client.meeting.ClientPackage;
import org.beistand.client.meeting.ModeratorDoor;
import org.beistand.client.ui.base.Farewell;
import org.beistand.client.ui.base.LastResort;
import org.beistand.client.ui.base.Look;
import org.beistand.client.ui.base.OwnWindowAreas;
import org.beistand.client.ui.base.Texts;
import org.beistand.client.ui.base.Ticker;
import org.beistand.client.ui.base.TitleInSight;
import org.beistand.client.ui.consent.FileChoice;
import org.beistand.moderator.invite.MailDrafts;
import org.beistand.moderator.moderate.SessionPage;
import org.beistand.moderator.signin.ModeratorFlow;

/** The moderator's one window, from signing in to the end. */
public final class ModeratorProgram {
    private static final double SMALL_WIDTH = 560;
    private static final double SMALL_HEIGHT = 540;
    private static final double LARGE_WIDTH = 1360;
    private static final double LARGE_HEIGHT = 900;

    private final ModeratorFlow flow;
    private final ModeratorWindow window;
    private final Surroundings around;
    private final Stage stage = new Stage();

    /**
     * What the program finds around it.
     *
     * @param zone in which the expiry of a number is told
     * @param drafts shows e-mails that the moderator may send
     * @param own is told of every window
     * @param exit what remains to be done when the window is gone
     */
    public record Surroundings(
            Texts texts,
            Ticker ticker,
            ZoneId zone,
            FileChoice files,
            MailDrafts drafts,
            OwnWindowAreas own,
            Runnable exit) {}

    /** On the FX thread. */
    public ModeratorProgram(ModeratorDoor door, ClientPackage pack, Surroundings around) {
        this.around = around;
        this.flow = new ModeratorFlow(door, Platform::runLater, around.ticker());
        this.window = new ModeratorWindow(
                flow,
                pack,
                around.texts(),
                new SessionPage.Surroundings(
                        Platform::runLater,
                        around.ticker(),
                        around.zone(),
                        this::files,
                        ModeratorProgram::copy,
                        around.drafts()),
                this::exit);
        Scene scene = new Scene(window, SMALL_WIDTH, SMALL_HEIGHT);
        Look.dress(scene);
        stage.setScene(scene);
        stage.titleProperty().bind(around.texts().follow("moderator.window"));
        stage.setMinWidth(SMALL_WIDTH);
        stage.setMinHeight(SMALL_HEIGHT);
        Look.giveIcons(stage);
        TitleInSight.keep(stage);
        stage.setOnCloseRequest(event -> {
            event.consume();
            if (flow.step().get() instanceof ModeratorFlow.InSession) {
                window.askToEnd();
            } else {
                exit();
            }
        });
        flow.step().addListener((value, before, now) -> resize(before, now));
    }

    /** Shows the first window. */
    public void start() {
        Platform.setImplicitExit(false);
        around.own().start();
        LastResort.install(flow::wentWrong);
        stage.show();
        stage.toFront();
        flow.begin();
    }

    private void resize(ModeratorFlow.Step before, ModeratorFlow.Step now) {
        boolean large = now instanceof ModeratorFlow.InSession;
        if (large == before instanceof ModeratorFlow.InSession) {
            return;
        }
        stage.setFullScreen(false);
        stage.setMaximized(false);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(large ? Math.min(LARGE_WIDTH, screen.getWidth()) : SMALL_WIDTH);
        stage.setHeight(large ? Math.min(LARGE_HEIGHT, screen.getHeight()) : SMALL_HEIGHT);
        stage.setX(screen.getMinX() + (screen.getWidth() - stage.getWidth()) / 2);
        stage.setY(screen.getMinY() + (screen.getHeight() - stage.getHeight()) / 2);
    }

    private List<Path> files() {
        return around.files().files(stage, around.texts().of("files.choose"));
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void exit() {
        stage.hide();
        Runnable end = () -> {
            flow.leave();
            around.exit().run();
        };
        if (flow.step().get() instanceof ModeratorFlow.InSession running) {
            Farewell.say(running.session(), Platform::runLater, around.ticker(), end);
        } else {
            end.run();
        }
    }
}

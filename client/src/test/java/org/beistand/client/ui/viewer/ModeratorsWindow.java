package org.beistand.client.ui.viewer;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.beistand.client.desktop.DesktopException;
import org.beistand.client.desktop.InputSink;
import org.beistand.client.platform.x11.X11Desktop;
import org.beistand.client.session.RemoteHands;
import org.beistand.client.ui.base.Texts;
import org.beistand.protocol.session.control.Sighting;
import org.beistand.protocol.value.Language;

/**
 * A program of its own: the moderator's view on the display that it is started on, operating the display that is its argument.
 * What lies between the two in a session, it leaves out. It says when it has the keyboard and each time it loses it.
 */
public final class ModeratorsWindow {
    static final String READY = "ready";
    static final String GIVEN_BACK = "given back";

    private ModeratorsWindow() {}

    public static void main(String[] arguments) {
        Application.launch(Shown.class, arguments);
    }

    /** Not the class with the main method, which Java would want as a module. */
    public static final class Shown extends Application {
        @Override
        public void start(Stage stage) throws Exception {
            show(stage, getParameters().getRaw().getFirst());
        }
    }

    private static void show(Stage stage, String display) throws DesktopException {
        ScreenView view = new ScreenView(new Texts(Language.ENGLISH));
        stage.setScene(new Scene(view, 400, 300));
        stage.setTitle("moderator");
        view.begin(400, 300);
        view.operate(Optional.of(new Wire(new X11Desktop(display).openInput())));
        view.onKeyboardGivenBack(() -> System.out.println(GIVEN_BACK));
        stage.focusedProperty().addListener((value, before, now) -> {
            if (now) {
                view.requestFocus();
                System.out.println(READY);
            }
        });
        stage.show();
        stage.requestFocus();
    }

    /** In order, and never on the thread of the windows. */
    private static final class Wire implements RemoteHands {
        private final InputSink sink;
        private final ExecutorService thread = Executors.newSingleThreadExecutor();

        Wire(InputSink sink) {
            this.sink = sink;
        }

        @Override
        public void pointer(int x, int y) {
            thread.execute(() -> sink.movePointer(x, y));
        }

        @Override
        public void button(int x, int y, int button, boolean down, Optional<Sighting> seen) {
            thread.execute(() -> sink.button(button, down));
        }

        @Override
        public void wheel(int x, int y, int horizontal, int vertical, Optional<Sighting> seen) {
            thread.execute(() -> sink.wheel(horizontal, vertical));
        }

        @Override
        public void key(int position, int character, boolean command, boolean down) {
            thread.execute(() -> sink.key(position, character, command, down));
            System.out.println("key " + Integer.toHexString(position) + " "
                    + (character == 0 ? "-" : Character.toString(character)) + (command ? " command" : "")
                    + (down ? " down" : " up"));
        }

        @Override
        public void releaseAll() {
            thread.execute(sink::releaseAll);
            System.out.println("release all");
        }
    }
}

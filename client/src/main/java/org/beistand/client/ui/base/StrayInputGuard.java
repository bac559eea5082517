package org.beistand.client.ui.base;

import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Keeps a click or a key that was meant for something else from answering a question that has just appeared: the buttons do
 * nothing for a moment, none of them has the focus, and the Enter key answers nothing.
 */
public final class StrayInputGuard {
    /** Longer than a person takes to notice that something has changed and to stop her finger. */
    public static final Duration PAUSE = Duration.ofMillis(600);

    private StrayInputGuard() {}

    /**
     * @param question takes the focus itself, so that no answer has it
     * @param ready run when the answers may be given
     */
    public static Ticker.Running protect(Node question, List<? extends Node> answers, Ticker ticker, Runnable ready) {
        answers.forEach(answer -> answer.setDisable(true));
        question.setFocusTraversable(true);
        question.addEventFilter(KeyEvent.ANY, event -> {
            if (event.getCode() == KeyCode.ENTER || "\r".equals(event.getCharacter())) {
                event.consume();
            }
        });
        javafx.application.Platform.runLater(question::requestFocus);
        return ticker.after(PAUSE, () -> {
            answers.forEach(answer -> answer.setDisable(false));
            ready.run();
        });
    }
}

package org.beistand.client.ui.base;

import java.util.function.Consumer;
import javafx.application.Platform;
import org.beistand.protocol.value.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A programming error ends here: one sentence for the person, the rest for the log. */
public final class LastResort {
    private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);

    private LastResort() {}

    /** @param window shows the sentence; called on the FX thread */
    public static void install(Consumer<Reason> window) {
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> {
            LOG.error("unexpected error in thread {}", thread.getName(), error);
            Platform.runLater(() -> window.accept(Reason.INTERNAL));
        });
    }
}

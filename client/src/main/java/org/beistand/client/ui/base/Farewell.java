package org.beistand.client.ui.base;

import java.time.Duration;
import java.util.concurrent.Executor;
import org.beistand.client.session.Session;
import org.beistand.client.session.SessionView;

/** Gives the last word of a session the moment that it needs to leave this computer, and no longer. */
public final class Farewell {
    /** A network that is gone does not keep a program from ending. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Runnable end;
    private boolean done;

    private Farewell(Runnable end) {
        this.end = end;
    }

    /**
     * Leaves, and ends when that was said; on the FX thread.
     *
     * @param windows runs tasks on the FX thread
     */
    public static void say(Session session, Executor windows, Ticker ticker, Runnable end) {
        Farewell farewell = new Farewell(end);
        session.watch(view -> {
            if (view.stage() instanceof SessionView.Over) {
                windows.execute(farewell::end);
            }
        });
        session.leave();
        ticker.after(PATIENCE, farewell::end);
    }

    private void end() {
        if (!done) {
            done = true;
            end.run();
        }
    }
}

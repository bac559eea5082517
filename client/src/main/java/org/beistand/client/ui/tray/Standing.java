package org.beistand.client.ui.tray;

import java.util.List;
import java.util.stream.Collectors;
import org.beistand.client.session.SessionView;
import org.beistand.client.session.SessionView.Right;
import org.beistand.client.ui.base.SessionFeed;
import org.beistand.protocol.value.Permission;

/** The one thing that she must know at a glance. */
sealed interface Standing {
    /** Nothing of this computer is seen. */
    record Unseen() implements Standing {}

    /** @param names who sees the screen */
    record Seen(String names) implements Standing {}

    /** @param names who operates the computer */
    record Operated(String names) implements Standing {}

    /** The picture stands still, and nothing is operated. */
    record Paused() implements Standing {}

    static Standing of(SessionView view, SessionFeed feed) {
        if (view.paused()) {
            return new Paused();
        }
        String operators = holders(view.given(), Permission.REMOTE_CONTROL, feed);
        if (!operators.isEmpty()) {
            return new Operated(operators);
        }
        String viewers = holders(view.given(), Permission.VIEW_SCREEN, feed);
        return viewers.isEmpty() ? new Unseen() : new Seen(viewers);
    }

    private static String holders(List<Right> given, Permission permission, SessionFeed feed) {
        return given.stream()
                .filter(right -> right.permission() == permission)
                .map(right -> feed.nameOf(right.other()))
                .distinct()
                .collect(Collectors.joining(", "));
    }
}

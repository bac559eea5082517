package org.beistand.client.session;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.beistand.protocol.report.Statement;
import org.beistand.protocol.session.SessionMessage;
import org.beistand.protocol.session.screen.ScreenMessage;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;

/**
 * What viewers of this screen see, for its owner's own eyes: decoded from the very words that were sealed for them, and from
 * nothing else. A mirror that is not open costs nothing. Belongs to the session's thread.
 */
final class Mirrors implements AutoCloseable { // 001-51
    private final Ground ground;
    private final Map<ParticipantId, ViewedScreen> open = new HashMap<>();

    Mirrors(Ground ground) {
        this.ground = ground;
    }

    /** What leaves for this viewer is shown there from the next beginning of a picture on. */
    void open(ParticipantId viewer, Viewer window) {
        open.computeIfAbsent(viewer, id -> new ViewedScreen(ground, new Nobody(id), id))
                .showOn(Optional.of(window));
    }

    /** It has left for this viewer. @param epoch of his right */
    void left(ParticipantId viewer, int epoch, ScreenMessage message) {
        ViewedScreen mirror = open.get(viewer);
        if (mirror != null) {
            mirror.received(epoch, message);
        }
    }

    void close(ParticipantId viewer) {
        ViewedScreen mirror = open.remove(viewer);
        if (mirror != null) {
            mirror.close();
        }
    }

    @Override
    public void close() {
        open.values().forEach(ViewedScreen::close);
        open.clear();
    }

    /** Who looks into a mirror answers nobody. */
    private record Nobody(ParticipantId self) implements Talk {
        @Override
        public void say(ParticipantId to, SessionMessage message) {}

        @Override
        public void sayLater(ParticipantId to, SessionMessage message, Guard guard) {}

        @Override
        public void state(Statement statement) {}

        @Override
        public void notify(ParticipantId about, Optional<Permission> permission, Reason reason, int refused) {}

        @Override
        public void changed() {}
    }
}

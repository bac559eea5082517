package org.beistand.client.session;

import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.beistand.protocol.report.Statement;
import org.beistand.protocol.session.SessionMessage;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;

/** Writes down what this person, the others and the report are told. Safe for any thread. */
final class Told implements Talk {
    private final Deque<Reason> notices = new ConcurrentLinkedDeque<>();
    private final Deque<Statement> statements = new ConcurrentLinkedDeque<>();
    private final Deque<SessionMessage> words = new ConcurrentLinkedDeque<>();

    List<Reason> notices() {
        return new ArrayList<>(notices);
    }

    List<Statement> statements() {
        return new ArrayList<>(statements);
    }

    List<SessionMessage> words() {
        return new ArrayList<>(words);
    }

    @Override
    public ParticipantId self() {
        return Views.id(1);
    }

    @Override
    public void say(ParticipantId to, SessionMessage message) {
        words.add(message);
    }

    @Override
    public void sayLater(ParticipantId to, SessionMessage message, Guard guard) {}

    @Override
    public void state(Statement statement) {
        statements.add(statement);
    }

    @Override
    public void notify(ParticipantId about, Optional<Permission> permission, Reason reason, int refused) {
        notices.add(reason);
    }

    @Override
    public void changed() {}
}

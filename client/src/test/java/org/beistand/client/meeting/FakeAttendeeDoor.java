package org.beistand.client.meeting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.beistand.client.session.Session;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.SessionNumber;

/** A door that opens when the test says so. */
public final class FakeAttendeeDoor implements AttendeeDoor {
    private final List<String> knocks = new ArrayList<>();
    private CompletableFuture<Session> answer = new CompletableFuture<>();

    @Override
    public CompletableFuture<Session> join(SessionNumber number, PersonName name) {
        knocks.add(number.grouped() + " " + name.value());
        answer = new CompletableFuture<>();
        return answer;
    }

    /** Numbers and names that were brought here. */
    public List<String> knocks() {
        return List.copyOf(knocks);
    }

    public void open(Session session) {
        answer.complete(session);
    }

    public void refuse(Reason reason, Duration pause) {
        answer.completeExceptionally(new MeetingRefused(reason, pause));
    }

    public void breakDown(RuntimeException error) {
        answer.completeExceptionally(error);
    }
}

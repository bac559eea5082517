package org.beistand.client.session;

import java.util.List;
import java.util.Optional;
import org.beistand.client.consent.Grant;
import org.beistand.client.consent.Questions;
import org.beistand.client.consent.Requests;
import org.beistand.client.release.Share;
import org.beistand.client.session.SessionView.Notice;
import org.beistand.client.session.SessionView.Person;
import org.beistand.client.session.SessionView.Question;
import org.beistand.client.session.SessionView.Right;
import org.beistand.client.session.SessionView.Stage;
import org.beistand.client.session.SessionView.Transfer;

/** Draws the view of a session from its parts. */
final class ViewOf {
    private ViewOf() {}

    static SessionView session(
            SessionState state,
            SessionParts parts,
            List<Questions.Open> questions,
            List<Grant> given,
            Requests requests,
            List<Transfer> transfers,
            boolean paused,
            Share share,
            List<Notice> notices) {
        return new SessionView(
                stage(state, parts),
                people(state),
                questions.stream()
                        .map(one -> new Question(one.id(), one.who(), one.permission(), one.files(), one.until()))
                        .toList(),
                given.stream()
                        .map(one -> new Right(one.holder(), one.permission()))
                        .toList(),
                requests.held().stream()
                        .map(one -> new Right(one.owner(), one.permission()))
                        .toList(),
                requests.pending().stream()
                        .map(one -> new Right(one.owner(), one.permission()))
                        .toList(),
                transfers,
                paused,
                share,
                state instanceof SessionState.Running running && running.blocked(),
                notices);
    }

    private static Stage stage(SessionState state, SessionParts parts) {
        return switch (state) {
            case SessionState.Arriving arriving -> new SessionView.Connecting();
            case SessionState.Waiting waiting -> new SessionView.InLobby();
            case SessionState.Running running ->
                new SessionView.InSession(parts.number(), expiry(running, parts), parts.password());
            case SessionState.Ended ended -> new SessionView.Over(ended.reason());
        };
    }

    /** The number lapses only while nobody has come. */
    private static Optional<java.time.Instant> expiry(SessionState.Running running, SessionParts parts) {
        return running.people().isEmpty() ? parts.expires() : Optional.empty();
    }

    private static List<Person> people(SessionState state) {
        return state instanceof SessionState.Running running ? running.people() : List.of();
    }
}

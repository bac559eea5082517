package org.beistand.house;

import java.util.Optional;
import java.util.function.Predicate;
import org.beistand.client.session.Session;
import org.beistand.client.session.SessionView;
import org.beistand.client.session.SessionView.Person;
import org.beistand.client.session.SessionView.Question;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;

/** A person in a session: says what she wants and sees what a window would show. */
public final class Somebody {
    public final Session session;
    private volatile SessionView view = SessionView.beginning();

    public Somebody(Session session) {
        this.session = session;
        session.watch(now -> view = now);
    }

    public SessionView view() {
        return view;
    }

    public SessionView sees(String what, Predicate<SessionView> so) throws Exception {
        return Eventually.get(what, () -> Optional.of(view).filter(so));
    }

    public Person seesPerson(Class<? extends SessionView.Standing> standing) throws Exception {
        return sees(
                        standing.getSimpleName(),
                        now -> now.people().stream().anyMatch(person -> standing.isInstance(person.standing())))
                .people()
                .stream()
                .filter(person -> standing.isInstance(person.standing()))
                .findFirst()
                .orElseThrow();
    }

    public Question isAsked(Permission permission) throws Exception {
        return sees(
                        "asked for " + permission,
                        now -> now.questions().stream().anyMatch(one -> one.permission() == permission))
                .questions()
                .stream()
                .filter(one -> one.permission() == permission)
                .findFirst()
                .orElseThrow();
    }

    public void holds(ParticipantId owner, Permission permission) throws Exception {
        sees("holds " + permission, now -> now.held().contains(new SessionView.Right(owner, permission)));
    }

    public void holdsNot(ParticipantId owner, Permission permission) throws Exception {
        sees("no longer holds " + permission, now -> !now.held().contains(new SessionView.Right(owner, permission)));
    }

    public void isOver(Reason reason) throws Exception {
        sees("over: " + reason, now -> now.stage() instanceof SessionView.Over(Reason why) && why == reason);
    }
}

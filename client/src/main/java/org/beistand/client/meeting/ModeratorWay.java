package org.beistand.client.meeting;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.beistand.client.session.Session;
import org.beistand.crypto.identity.Certificates;
import org.beistand.crypto.identity.Identity;
import org.beistand.crypto.identity.SessionKey;
import org.beistand.protocol.operator.OpenSession;
import org.beistand.protocol.operator.SessionOpened;
import org.beistand.protocol.operator.SignIn;
import org.beistand.protocol.operator.SignedIn;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.Role;

/** The moderator's way: he signs in, a key is made for each session on this machine, and the operator server certifies it. */
public final class ModeratorWay implements ModeratorDoor {
    private final Way way;
    private final AtomicReference<Optional<OperatorDesk>> open = new AtomicReference<>(Optional.empty());

    public ModeratorWay(Way way) {
        this.way = way;
    }

    @Override
    public CompletableFuture<SignedInModerator> signIn(String login, char[] password) {
        SignIn words = new SignIn(login, new String(password));
        Arrays.fill(password, '\0');
        return Way.told(way.toOperator()
                .thenCompose(desk -> desk.ask(words, SignedIn.class)
                        .whenComplete((answer, error) -> {
                            if (error != null) {
                                desk.close(Reason.SESSION_ENDED);
                            }
                        })
                        .thenApply(answer -> {
                            open.getAndSet(Optional.of(desk)).ifPresent(old -> old.close(Reason.SESSION_ENDED));
                            return new SignedInHere(desk, answer);
                        })));
    }

    @Override
    public void close() {
        open.getAndSet(Optional.empty()).ifPresent(desk -> desk.close(Reason.SESSION_ENDED));
    }

    private final class SignedInHere implements SignedInModerator {
        private final OperatorDesk desk;
        private final SignedIn answer;

        SignedInHere(OperatorDesk desk, SignedIn answer) {
            this.desk = desk;
            this.answer = answer;
        }

        @Override
        public PersonName name() {
            return answer.name();
        }

        @Override
        public String organisation() {
            return answer.organisation();
        }

        @Override
        public CompletableFuture<Session> openSession() {
            SessionKey key = SessionKey.generate(way.random());
            return Way.told(desk.ask(new OpenSession(key.certificationRequest()), SessionOpened.class)
                    .thenCompose(opened -> enter(key, opened)));
        }
    }

    private CompletableFuture<Session> enter(SessionKey key, SessionOpened opened) {
        Optional<Identity> own = Certificates.decode(opened.certificates()).flatMap(key::certified);
        if (own.isEmpty()) {
            return CompletableFuture.failedFuture(new MeetingRefused(Reason.SERVER_NOT_GENUINE, Duration.ZERO));
        }
        return way.toSession(
                Role.MODERATOR,
                opened.server(),
                opened.ticket(),
                Optional.of(new Way.Invitation(opened.number(), opened.expires())),
                new ModeratorChannels(own.get(), opened.session(), way.random()));
    }
}

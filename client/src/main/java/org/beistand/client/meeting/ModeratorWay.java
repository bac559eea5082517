package org.beistand.client.meeting;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.beistand.client.session.Session;
import org.beistand.crypto.handshake.SessionPassword;
import org.beistand.crypto.identity.Certificates;
import org.beistand.crypto.identity.Identity;
import org.beistand.crypto.identity.SessionKey;
import org.beistand.protocol.operator.AuthenticatorOffered;
import org.beistand.protocol.operator.ChoosePassword;
import org.beistand.protocol.operator.CodeNeeded;
import org.beistand.protocol.operator.CodesIssued;
import org.beistand.protocol.operator.CodesNoted;
import org.beistand.protocol.operator.GiveCode;
import org.beistand.protocol.operator.OpenSession;
import org.beistand.protocol.operator.OperatorMessage;
import org.beistand.protocol.operator.PasswordNeeded;
import org.beistand.protocol.operator.Refused;
import org.beistand.protocol.operator.SessionOpened;
import org.beistand.protocol.operator.SignIn;
import org.beistand.protocol.operator.SignedIn;
import org.beistand.protocol.value.Attested;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.Role;

/** The moderator's way: he signs in, a key is made for each session on this machine, and the operator server certifies it. */
public final class ModeratorWay implements ModeratorDoor {
    private static final Duration WARNED_BEFORE = Duration.ofDays(30);

    private final Way way;
    private final AtomicReference<Optional<OperatorDesk>> open = new AtomicReference<>(Optional.empty());

    public ModeratorWay(Way way) {
        this.way = way;
    }

    @Override
    public CompletableFuture<SignInStep> signIn(String login, char[] password) {
        SignIn words = new SignIn(login, new String(password));
        Arrays.fill(password, '\0');
        return Way.told(way.toOperator()
                .thenCompose(desk -> ask(desk, words).whenComplete((step, error) -> {
                    if (error != null) {
                        desk.close(Reason.SESSION_ENDED);
                    } else {
                        open.getAndSet(Optional.of(desk)).ifPresent(old -> old.close(Reason.SESSION_ENDED));
                    }
                })));
    }

    @Override
    public CompletableFuture<SignInStep> giveCode(String code) {
        return answer(new GiveCode(code));
    }

    @Override
    public CompletableFuture<SignInStep> choosePassword(char[] password) {
        ChoosePassword words = new ChoosePassword(new String(password));
        Arrays.fill(password, '\0');
        return answer(words);
    }

    @Override
    public CompletableFuture<SignInStep> codesNoted() {
        return answer(new CodesNoted());
    }

    private CompletableFuture<SignInStep> answer(OperatorMessage words) {
        return Way.told(Objects.requireNonNull(open.get())
                .map(desk -> ask(desk, words))
                .orElseGet(() -> refused(new MeetingRefused(Reason.SIGN_IN_NEEDED, Duration.ZERO))));
    }

    private CompletableFuture<SignInStep> ask(OperatorDesk desk, OperatorMessage words) {
        return desk.ask(words, OperatorMessage.class).thenCompose(answer -> heard(desk, answer));
    }

    private CompletableFuture<SignInStep> heard(OperatorDesk desk, OperatorMessage answer) {
        if (answer instanceof Refused(var reason, var pause)) {
            return refused(new MeetingRefused(reason, pause));
        }
        Optional<SignInStep> step = step(desk, answer);
        if (step.isEmpty()) {
            desk.close(Reason.PROTOCOL_VIOLATION);
            return refused(new MeetingRefused(Reason.PROTOCOL_VIOLATION, Duration.ZERO));
        }
        return CompletableFuture.completedFuture(step.get());
    }

    private Optional<SignInStep> step(OperatorDesk desk, OperatorMessage answer) {
        if (answer instanceof SignedIn welcome) {
            return Optional.of(new SignInStep.Welcome(new SignedInHere(desk, welcome)));
        }
        if (answer instanceof CodeNeeded) {
            return Optional.of(new SignInStep.Code());
        }
        if (answer instanceof PasswordNeeded) {
            return Optional.of(new SignInStep.NewPassword());
        }
        if (answer instanceof AuthenticatorOffered(var secret, var login)) {
            return Optional.of(
                    SignInStep.Authenticator.of(secret, login, way.site().organisation()));
        }
        return answer instanceof CodesIssued(var codes)
                ? Optional.of(new SignInStep.RecoveryCodes(codes))
                : Optional.empty();
    }

    private static CompletableFuture<SignInStep> refused(MeetingRefused refusal) {
        return CompletableFuture.failedFuture(refusal);
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
        public List<Attested> endingSoon() {
            Instant soon = way.clock().instant().plus(WARNED_BEFORE);
            return answer.attested().stream()
                    .filter(one -> one.end().isBefore(soon))
                    .toList();
        }

        @Override
        public CompletableFuture<Session> openSession(boolean withPassword) {
            SessionKey key = SessionKey.generate(way.random());
            return Way.told(desk.ask(new OpenSession(key.certificationRequest()), SessionOpened.class)
                    .thenCompose(opened -> enter(key, opened, withPassword)));
        }
    }

    private CompletableFuture<Session> enter(SessionKey key, SessionOpened opened, boolean withPassword) {
        Optional<Identity> own = Certificates.decode(opened.certificates()).flatMap(key::certified);
        if (own.isEmpty()) {
            return CompletableFuture.failedFuture(new MeetingRefused(Reason.SERVER_NOT_GENUINE, Duration.ZERO));
        }
        return way.toSession(
                Role.MODERATOR,
                opened.server(),
                opened.ticket(),
                Optional.of(new Way.Invitation(
                        opened.number(),
                        opened.expires(),
                        withPassword || way.site().passwordRequired()
                                ? Optional.of(SessionPassword.random(way.random()))
                                : Optional.empty())),
                new ModeratorChannels(own.get(), opened.session(), way.random()));
    }
}

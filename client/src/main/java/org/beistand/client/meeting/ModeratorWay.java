package org.beistand.client.meeting;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.beistand.client.session.Session;
import org.beistand.crypto.handshake.SessionPassword;
import org.beistand.crypto.identity.Certificates;
import org.beistand.crypto.identity.Identity;
import org.beistand.crypto.identity.SessionKey;
import org.beistand.protocol.operator.AuthenticatorOffered;
import org.beistand.protocol.operator.BindTicket;
import org.beistand.protocol.operator.ChoosePassword;
import org.beistand.protocol.operator.CodeNeeded;
import org.beistand.protocol.operator.CodesIssued;
import org.beistand.protocol.operator.CodesNoted;
import org.beistand.protocol.operator.Done;
import org.beistand.protocol.operator.GiveCode;
import org.beistand.protocol.operator.OpenSession;
import org.beistand.protocol.operator.OperatorMessage;
import org.beistand.protocol.operator.PasswordNeeded;
import org.beistand.protocol.operator.Refused;
import org.beistand.protocol.operator.SendInvitation;
import org.beistand.protocol.operator.SessionOpened;
import org.beistand.protocol.operator.ShowTicket;
import org.beistand.protocol.operator.SignIn;
import org.beistand.protocol.operator.SignedIn;
import org.beistand.protocol.operator.TicketTaken;
import org.beistand.protocol.value.Attested;
import org.beistand.protocol.value.Language;
import org.beistand.protocol.value.MailAddress;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.Role;
import org.beistand.protocol.value.SessionId;

/** The moderator's way: he signs in, a key is made for each session on this machine, and the operator server certifies it. */
public final class ModeratorWay implements ModeratorDoor {
    private static final Duration WARNED_BEFORE = Duration.ofDays(30);

    private final Way way;
    private final DomainTickets tickets;
    private final Duration patience;
    private final AtomicReference<Optional<OperatorDesk>> open = new AtomicReference<>(Optional.empty());

    /** @param patience how long this machine and its domain may take to produce a ticket */
    public ModeratorWay(Way way, DomainTickets tickets, Duration patience) {
        this.way = way;
        this.tickets = tickets;
        this.patience = patience;
    }

    @Override
    public CompletableFuture<Optional<String>> domainUser() {
        return inTime(() -> tickets.holder().map(DomainTickets.Holder::name));
    }

    @Override
    public CompletableFuture<SignInStep> signInByTicket() { // 001-42
        return Way.told(inTime(tickets::holder)
                .thenCompose(holder -> holder.isPresent()
                        ? arrive(open -> byTicket(open, holder.get()))
                        : refused(Reason.DOMAIN_SIGN_IN_MISSING)));
    }

    private CompletableFuture<SignInStep> byTicket(OperatorDesk.Open open, DomainTickets.Holder holder) {
        return open.greeted().takesTickets()
                ? inTime(() -> holder.prove(way.site().operator().host()))
                        .thenCompose(proof -> proof.isPresent()
                                ? show(open.desk(), proof.get())
                                : refused(Reason.DOMAIN_SIGN_IN_MISSING))
                : refused(Reason.DOMAIN_SIGN_IN_OFF);
    }

    private CompletableFuture<SignInStep> show(OperatorDesk desk, DomainTickets.Proof proof) {
        return desk.ask(new ShowTicket(proof.token()), TicketTaken.class)
                .thenCompose(taken -> inTime(() -> proof.bind(taken.token(), taken.mic(), desk.server())))
                .thenCompose(mic ->
                        mic.isPresent() ? ask(desk, new BindTicket(mic.get())) : refused(Reason.SERVER_NOT_GENUINE));
    }

    /** Elsewhere, since it may block; what comes too late has not come. */
    private <T> CompletableFuture<Optional<T>> inTime(Supplier<Optional<T>> work) {
        return CompletableFuture.supplyAsync(work, Thread::startVirtualThread)
                .completeOnTimeout(Optional.empty(), patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public CompletableFuture<SignInStep> signIn(String login, char[] password) {
        SignIn words = new SignIn(login, new String(password));
        Arrays.fill(password, '\0');
        return Way.told(arrive(open -> ask(open.desk(), words)));
    }

    /** On a new connection, which stays if the sign-in goes well. */
    private CompletableFuture<SignInStep> arrive(Function<OperatorDesk.Open, CompletableFuture<SignInStep>> signIn) {
        return way.toOperator()
                .thenCompose(there -> signIn.apply(there).whenComplete((step, error) -> {
                    if (error != null) {
                        there.desk().close(Reason.SESSION_ENDED);
                    } else {
                        open.getAndSet(Optional.of(there.desk())).ifPresent(old -> old.close(Reason.SESSION_ENDED));
                    }
                }));
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
                .orElseGet(() -> refused(Reason.SIGN_IN_NEEDED)));
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
            return refused(Reason.PROTOCOL_VIOLATION);
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

    private static CompletableFuture<SignInStep> refused(Reason reason) {
        return refused(new MeetingRefused(reason, Duration.ZERO));
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
        private volatile Optional<SessionId> latest = Optional.empty();

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
            if (desk.isOver()) {
                // Silent for too long, or the server has started anew: whoever he is has to be proved again.
                return CompletableFuture.failedFuture(new MeetingRefused(Reason.SIGN_IN_NEEDED, Duration.ZERO));
            }
            SessionKey key = SessionKey.generate(way.random());
            return Way.told(desk.ask(new OpenSession(key.certificationRequest()), SessionOpened.class)
                    .thenCompose(opened -> {
                        latest = Optional.of(opened.session());
                        return enter(key, opened, withPassword);
                    }));
        }

        @Override
        public boolean sendsInvitations() {
            return answer.sendsInvitations();
        }

        @Override
        public CompletableFuture<Void> invite(MailAddress to, Language language) { // 001-22
            Optional<SessionId> session = latest;
            if (session.isEmpty() || desk.isOver()) {
                return CompletableFuture.failedFuture(new MeetingRefused(Reason.INVITING_ENDED, Duration.ZERO));
            }
            return Way.told(desk.ask(new SendInvitation(session.get(), to, language), Done.class))
                    .thenAccept(done -> {})
                    .exceptionallyCompose(refusal -> CompletableFuture.failedFuture(
                            desk.isOver() ? new MeetingRefused(Reason.MAIL_UNCERTAIN, Duration.ZERO) : refusal));
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

package org.beistand.client.meeting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.beistand.client.session.Session;
import org.beistand.protocol.value.Attested;
import org.beistand.protocol.value.Language;
import org.beistand.protocol.value.MailAddress;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Reason;

/** A door that opens when the test says so. */
public final class FakeModeratorDoor implements ModeratorDoor {
    private final List<String> tries = new ArrayList<>();
    private CompletableFuture<SignInStep> answer = new CompletableFuture<>();
    private CompletableFuture<Session> opening = new CompletableFuture<>();
    private CompletableFuture<Void> inviting = new CompletableFuture<>();
    private boolean sendsInvitations;
    private boolean closed;
    private Optional<String> domainUser = Optional.empty();

    @Override
    public CompletableFuture<Optional<String>> domainUser() {
        return CompletableFuture.completedFuture(domainUser);
    }

    /** From now on this is who is signed in at the machine's domain. */
    public void domainUser(String name) {
        domainUser = Optional.of(name);
    }

    @Override
    public CompletableFuture<SignInStep> signInByTicket() {
        tries.add("ticket");
        answer = new CompletableFuture<>();
        return answer;
    }

    @Override
    public CompletableFuture<SignInStep> signIn(String login, char[] password) {
        tries.add(login + " " + new String(password));
        answer = new CompletableFuture<>();
        return answer;
    }

    @Override
    public CompletableFuture<SignInStep> giveCode(String code) {
        tries.add("code " + code);
        answer = new CompletableFuture<>();
        return answer;
    }

    @Override
    public CompletableFuture<SignInStep> choosePassword(char[] password) {
        tries.add("choose " + new String(password));
        answer = new CompletableFuture<>();
        return answer;
    }

    @Override
    public CompletableFuture<SignInStep> codesNoted() {
        tries.add("noted");
        answer = new CompletableFuture<>();
        return answer;
    }

    /** One more question. */
    public void ask(SignInStep step) {
        answer.complete(step);
    }

    @Override
    public void close() {
        closed = true;
    }

    public boolean closed() {
        return closed;
    }

    /** Logins and passwords that were tried. */
    public List<String> tries() {
        return List.copyOf(tries);
    }

    /** @param ending what ends soon */
    public void accept(String name, String organisation, Attested... ending) {
        answer.complete(new SignInStep.Welcome(new SignedInModerator() {
            @Override
            public PersonName name() {
                return new PersonName(name);
            }

            @Override
            public String organisation() {
                return organisation;
            }

            @Override
            public List<Attested> endingSoon() {
                return List.of(ending);
            }

            @Override
            public CompletableFuture<Session> openSession(boolean withPassword) {
                tries.add("open a session" + (withPassword ? " with a password" : ""));
                opening = new CompletableFuture<>();
                return opening;
            }

            @Override
            public boolean sendsInvitations() {
                return sendsInvitations;
            }

            @Override
            public CompletableFuture<Void> invite(MailAddress to, Language language) {
                tries.add("invite " + to.value() + " in " + language);
                inviting = new CompletableFuture<>();
                return inviting;
            }
        }));
    }

    /** From now on the operator server sends invitations. */
    public void sendsInvitations() {
        sendsInvitations = true;
    }

    public void invitationSent() {
        inviting.complete(null);
    }

    public void refuseInvitation(Reason reason) {
        inviting.completeExceptionally(new MeetingRefused(reason, Duration.ZERO));
    }

    public void refuse(Reason reason, Duration pause) {
        answer.completeExceptionally(new MeetingRefused(reason, pause));
    }

    public void open(Session session) {
        opening.complete(session);
    }

    public void refuseSession(Reason reason) {
        opening.completeExceptionally(new MeetingRefused(reason, Duration.ZERO));
    }
}

package org.beistand.client.meeting;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.beistand.client.session.Session;
import org.beistand.protocol.value.Attested;
import org.beistand.protocol.value.Language;
import org.beistand.protocol.value.MailAddress;
import org.beistand.protocol.value.PersonName;

/** The moderator's way in. The futures fail with {@link MeetingRefused}; they complete on a thread of the session. */
public interface ModeratorDoor extends AutoCloseable {
    /** Who is signed in at this machine's domain, if anybody; asks nobody but this machine. */
    CompletableFuture<Optional<String>> domainUser();

    /**
     * With a ticket of the domain instead of a password. Fails with {@code DOMAIN_SIGN_IN_OFF} where that is not wanted, and with
     * {@code DOMAIN_SIGN_IN_MISSING} if the domain has no ticket in time; in both cases no ticket was sent.
     */
    CompletableFuture<SignInStep> signInByTicket(); // 001-42

    /** @param password is wiped when it was used */
    CompletableFuture<SignInStep> signIn(String login, char[] password);

    /** Answers {@link SignInStep.Code} and {@link SignInStep.Authenticator}. */
    CompletableFuture<SignInStep> giveCode(String code);

    /** Answers {@link SignInStep.NewPassword}. @param password is wiped when it was used */
    CompletableFuture<SignInStep> choosePassword(char[] password);

    /** Answers {@link SignInStep.RecoveryCodes}. */
    CompletableFuture<SignInStep> codesNoted();

    /** Ends the connection to the operator server; a session that runs goes on. */
    @Override
    void close();

    /** Somebody whom the operator server knows and has entitled. */
    interface SignedInModerator {
        PersonName name();

        String organisation();

        /** Training, briefing or undertaking that ends within thirty days: time to see to it. */
        List<Attested> endingSoon(); // 001-115

        /**
         * A new session with a new number; completes when the moderator waits at the communication server.
         *
         * @param withPassword whether it also has a new password; where the installation requires one, it has in any case
         */
        CompletableFuture<Session> openSession(boolean withPassword); // 001-133 001-135

        /** Whether the operator server sends invitations; where it does not, his own mail program can. */
        boolean sendsInvitations(); // 001-22

        /**
         * Has the number of the session that he opened last sent to a customer; completes when the mail server has taken it.
         * Fails with {@code INVITING_ENDED} when the operator server is not there any more: the session goes on without it.
         */
        CompletableFuture<Void> invite(MailAddress to, Language language); // 001-22
    }
}

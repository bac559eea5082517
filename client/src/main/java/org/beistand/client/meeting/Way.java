package org.beistand.client.meeting;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.beistand.client.desktop.Desktop;
import org.beistand.client.files.Unfinished;
import org.beistand.client.release.OwnWindows;
import org.beistand.client.session.Channels;
import org.beistand.client.session.NotArrived;
import org.beistand.client.session.RunningSession;
import org.beistand.client.session.Session;
import org.beistand.client.session.SessionParts;
import org.beistand.crypto.handshake.SessionPassword;
import org.beistand.crypto.identity.Anchors;
import org.beistand.crypto.identity.CertifiedRole;
import org.beistand.protocol.operator.OperatorVocabulary;
import org.beistand.protocol.relay.RelayParty;
import org.beistand.protocol.relay.RelayVocabulary;
import org.beistand.protocol.service.SignedTicket;
import org.beistand.protocol.value.Endpoint;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.Role;
import org.beistand.protocol.value.SessionNumber;
import org.beistand.transport.dial.DialFailed;
import org.beistand.transport.dial.Dialler;
import org.beistand.transport.link.Conversation;
import org.beistand.transport.link.Link;

/**
 * The way to the two servers, for moderators and attendees alike: each server is asked for the role in its certificate before a
 * word is said.
 *
 * @param dialler with this program's own key
 * @param site whose operator server it is
 * @param anchors of the site
 * @param desktop this machine
 * @param announced what the windows say of themselves
 * @param unfinished where files on their way in are noted
 * @param takenFolder where files land that were taken from others
 */
public record Way(
        Dialler dialler,
        ClientPackage site,
        Anchors anchors,
        Desktop desktop,
        OwnWindows.Announced announced,
        Unfinished unfinished,
        Path takenFolder,
        InstantSource clock,
        SecureRandom random) {

    CompletableFuture<OperatorDesk.Open> toOperator() {
        return dial(site.operator(), OperatorVocabulary.TABLE.atMost(), CertifiedRole.OPERATOR_SERVER)
                .thenCompose(OperatorDesk::at);
    }

    /** To the communication server that the operator server named, and into the session. */
    CompletableFuture<Session> toSession(
            Role role, Endpoint server, SignedTicket ticket, Optional<Invitation> invitation, Channels channels) {
        return dial(server, RelayVocabulary.TABLE.atMost(), CertifiedRole.COMMUNICATION_SERVER)
                .thenCompose(link -> RunningSession.begin(
                        role,
                        OperatorVocabulary.VERSION,
                        new SessionParts(
                                ticket,
                                invitation.map(Invitation::number),
                                invitation.map(Invitation::expires),
                                invitation.flatMap(Invitation::password),
                                site.passwordRequired(),
                                channels,
                                desktop,
                                announced,
                                unfinished,
                                takenFolder),
                        new Conversation<>(link, RelayVocabulary.TABLE, RelayParty.COMMUNICATION_SERVER),
                        clock,
                        random));
    }

    /** What a moderator has to tell. */
    record Invitation(SessionNumber number, Instant expires, Optional<SessionPassword> password) {}

    private CompletableFuture<Link> dial(Endpoint server, int atMost, CertifiedRole role) {
        return dialler.dial(server, atMost).thenCompose(link -> {
            boolean genuine = anchors.verify(link.peer().certificates(), role, clock.instant())
                    .isPresent();
            if (genuine) {
                return CompletableFuture.completedFuture(link);
            }
            link.close(Reason.SERVER_NOT_GENUINE);
            return CompletableFuture.failedFuture(new MeetingRefused(Reason.SERVER_NOT_GENUINE, Duration.ZERO));
        });
    }

    /** Whatever went wrong on the way, as one refusal that can be told. */
    static <T> CompletableFuture<T> told(CompletableFuture<T> way) {
        return way.exceptionallyCompose(error -> CompletableFuture.failedFuture(refusal(error)));
    }

    private static MeetingRefused refusal(Throwable error) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        return switch (cause) {
            case MeetingRefused refused -> refused;
            case DialFailed failed -> new MeetingRefused(failed.reason(), Duration.ZERO);
            case NotArrived ended -> new MeetingRefused(ended.reason(), Duration.ZERO);
            default -> {
                org.slf4j.LoggerFactory.getLogger(Way.class).error("The way into a session failed", cause);
                yield new MeetingRefused(Reason.INTERNAL, Duration.ZERO);
            }
        };
    }
}

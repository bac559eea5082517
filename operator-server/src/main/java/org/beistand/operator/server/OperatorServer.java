package org.beistand.operator.server;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.beistand.crypto.identity.Anchors;
import org.beistand.crypto.identity.Certificates;
import org.beistand.crypto.identity.Certified;
import org.beistand.crypto.identity.CertifiedRole;
import org.beistand.operator.invite.InvitationDesk;
import org.beistand.operator.login.Administration;
import org.beistand.operator.login.SignIns;
import org.beistand.operator.number.Source;
import org.beistand.operator.report.ReportDesk;
import org.beistand.operator.session.CommunicationServers;
import org.beistand.operator.session.SessionDesk;
import org.beistand.protocol.operator.OperatorMessage;
import org.beistand.protocol.operator.OperatorVocabulary;
import org.beistand.protocol.operator.Party;
import org.beistand.protocol.service.ServiceMessage;
import org.beistand.protocol.service.ServiceParty;
import org.beistand.protocol.service.ServiceVocabulary;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.Message;
import org.beistand.transport.link.Conversation;
import org.beistand.transport.link.Link;
import org.beistand.transport.link.Peer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Receives every connection and gives it to the party that its certificate names. */
public final class OperatorServer {
    private static final Logger LOG = LoggerFactory.getLogger(OperatorServer.class);

    private final Anchors anchors;
    private final Desks desks;
    private final String organisation;
    private final Connection.Surroundings surroundings;
    private final Places places;
    private final Set<Connection<?>> connections = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    /** Where the work is done. */
    public record Desks(
            SignIns signIns,
            Administration administration,
            SessionDesk sessions,
            Optional<InvitationDesk> invitations,
            ReportDesk reports,
            CommunicationServers servers) {}

    /** Each party has places of its own, so that a crowd at one door does not close the others. */
    private record Places(
            Semaphore attendees,
            Semaphore moderators,
            Semaphore administrators,
            Semaphore auditors,
            Semaphore servers) {
        static Places usual() {
            return new Places(
                    new Semaphore(4000), new Semaphore(2000), new Semaphore(50), new Semaphore(50), new Semaphore(200));
        }
    }

    OperatorServer(Anchors anchors, Desks desks, String organisation, Connection.Surroundings surroundings) {
        this.anchors = anchors;
        this.desks = desks;
        this.organisation = organisation;
        this.surroundings = surroundings;
        this.places = Places.usual();
    }

    /** The largest frame that anybody may send. */
    public static int atMost() {
        return Math.max(OperatorVocabulary.TABLE.atMost(), ServiceVocabulary.TABLE.atMost());
    }

    /** A link whose other end has proved its certificate. */
    public void accept(Link link) {
        Optional<CertifiedRole> role = proved(link.peer());
        if (stopping || role.isEmpty()) {
            link.close(stopping ? Reason.SERVER_STOPPING : Reason.CLIENT_NOT_GENUINE);
            return;
        }
        Source source = Source.of(link.peer().address());
        switch (role.get()) {
            case ATTENDEE_PACKAGE ->
                client(link, Party.ATTENDEE, places.attendees, new AttendeeTalk(desks.sessions, organisation, source));
            case MODERATOR_DEVICE ->
                client(
                        link,
                        Party.MODERATOR,
                        places.moderators,
                        new ModeratorTalk(
                                desks.signIns, desks.sessions, desks.invitations, organisation, source.address()));
            case ADMINISTRATOR ->
                client(
                        link,
                        Party.ADMINISTRATOR,
                        places.administrators,
                        new AdministratorTalk(
                                desks.administration,
                                desks.sessions,
                                new ReportAnswers(desks.reports),
                                organisation,
                                Certificates.name(link.peer().certificates().getFirst())
                                        .orElse("")));
            case AUDITOR ->
                client(
                        link,
                        Party.AUDITOR,
                        places.auditors,
                        new AuditorTalk(new ReportAnswers(desks.reports), organisation));
            case COMMUNICATION_SERVER -> communicationServer(link);
            case SITE_AUTHORITY, OPERATOR_SERVER, SESSION_ISSUER, SESSION_MODERATOR ->
                link.close(Reason.CLIENT_NOT_GENUINE);
        }
    }

    /** The transport has checked the chain; here it is checked that it is the one chain for what the certificate says. */
    private Optional<CertifiedRole> proved(Peer peer) { // 001-32
        return peer.certificates().stream()
                .findFirst()
                .flatMap(CertifiedRole::of)
                .flatMap(role -> anchors.verify(
                        peer.certificates(), role, surroundings.clock().instant()))
                .map(Certified::role);
    }

    /** Ends all connections and takes no more. */
    public void stop() {
        stopping = true;
        connections.forEach(one -> one.end(Reason.SERVER_STOPPING));
    }

    private void client(Link link, Party party, Semaphore free, Talk<OperatorMessage> talk) {
        open(new Conversation<>(link, OperatorVocabulary.TABLE, party), free, talk, link);
    }

    private void communicationServer(Link link) {
        Conversation<ServiceMessage, ServiceParty> conversation =
                new Conversation<>(link, ServiceVocabulary.TABLE, ServiceParty.COMMUNICATION_SERVER);
        String name = Certificates.name(link.peer().certificates().getFirst()).orElse("");
        CommunicationServers.Line line = new CommunicationServers.Line() {
            @Override
            public void say(ServiceMessage message) {
                conversation.send(message);
            }

            @Override
            public void replaced() {
                conversation.close(Reason.CONNECTION_LOST);
            }
        };
        LOG.info("communication server {} is connected", name);
        open(
                conversation,
                places.servers,
                new ServerTalk(desks.sessions, desks.reports, desks.servers, name, line),
                link);
    }

    private <M extends Message> void open(Conversation<M, ?> conversation, Semaphore free, Talk<M> talk, Link link) {
        if (!free.tryAcquire()) {
            link.close(Reason.SERVER_BUSY);
            return;
        }
        Connection<M> connection = new Connection<>(conversation, talk, surroundings, ended -> {
            free.release();
            connections.remove(ended);
        });
        connections.add(connection);
        connection.open();
        if (stopping) {
            connection.end(Reason.SERVER_STOPPING);
        }
    }
}

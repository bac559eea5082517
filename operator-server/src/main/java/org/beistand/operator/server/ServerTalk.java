package org.beistand.operator.server;

import java.util.Optional;
import org.beistand.operator.report.ReportDesk;
import org.beistand.operator.session.CommunicationServers;
import org.beistand.operator.session.SessionDesk;
import org.beistand.protocol.operator.OperatorVocabulary;
import org.beistand.protocol.service.Began;
import org.beistand.protocol.service.Blocked;
import org.beistand.protocol.service.Close;
import org.beistand.protocol.service.Declined;
import org.beistand.protocol.service.Delivered;
import org.beistand.protocol.service.Register;
import org.beistand.protocol.service.Registered;
import org.beistand.protocol.service.ServiceMessage;
import org.beistand.protocol.service.Taken;
import org.beistand.protocol.value.Reason;

/** A communication server: registers, then says what happens in its rooms and delivers their reports. */
final class ServerTalk implements Talk<ServiceMessage> { // 001-124
    private final SessionDesk desk;
    private final ReportDesk reports;
    private final CommunicationServers servers;
    private final String certifiedName;
    private final CommunicationServers.Line line;
    private Optional<CommunicationServers.Offer> offer = Optional.empty();

    ServerTalk(
            SessionDesk desk,
            ReportDesk reports,
            CommunicationServers servers,
            String certifiedName,
            CommunicationServers.Line line) {
        this.desk = desk;
        this.reports = reports;
        this.servers = servers;
        this.certifiedName = certifiedName;
        this.line = line;
    }

    @Override
    public Answer<ServiceMessage> hear(ServiceMessage message) {
        return switch (message) {
            case Register register when offer.isEmpty() -> register(register);
            case Began(var session, var running)
            when offer.isPresent() -> {
                desk.began(certifiedName, session, running);
                yield new Answer.Quiet<>();
            }
            case Delivered(var report)
            when offer.isPresent() ->
                reports.take(certifiedName, report)
                        // Not taken: it stays in the server's spool and comes again; why stands in our log.
                        .<Answer<ServiceMessage>>map(reason -> new Answer.Quiet<>())
                        .orElseGet(() -> new Answer.Say<>(new Taken(report.session())));
            case Blocked(var session, var blocked)
            when offer.isPresent() -> {
                desk.blocked(certifiedName, session, blocked);
                yield new Answer.Quiet<>();
            }
            case Register _, Began _, Blocked _, Delivered _ -> new Answer.Violation<>();
            case Registered _, Taken _, Close _, Declined _ -> new Answer.Violation<>();
        };
    }

    private Answer<ServiceMessage> register(Register register) {
        if (register.version() != OperatorVocabulary.VERSION) {
            return end(Reason.VERSION_UNSUPPORTED);
        }
        if (!register.name().equals(certifiedName)) {
            return end(Reason.CLIENT_NOT_GENUINE);
        }
        CommunicationServers.Offer made = new CommunicationServers.Offer(certifiedName, register.address(), line);
        offer = Optional.of(made);
        // Said before it is registered: nothing else may come first.
        line.say(new Registered());
        servers.register(made);
        desk.returned(certifiedName);
        return new Answer.Quiet<>();
    }

    private static Answer<ServiceMessage> end(Reason reason) {
        return new Answer.SayAndEnd<>(new Declined(reason), reason);
    }

    @Override
    public Answer<ServiceMessage> failed(Reason reason) {
        return offer.isPresent() ? new Answer.Quiet<>() : end(reason);
    }

    @Override
    public boolean isIntroduced() {
        return offer.isPresent();
    }

    @Override
    public boolean mayBeSilent() {
        return true;
    }

    @Override
    public void over() {
        offer.ifPresent(servers::unregister);
    }
}

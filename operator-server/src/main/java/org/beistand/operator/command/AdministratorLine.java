package org.beistand.operator.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.beistand.crypto.identity.CertifiedRole;
import org.beistand.operator.server.OperatorProgram;
import org.beistand.operator.site.AdministratorSite;
import org.beistand.operator.site.SiteRefused;
import org.beistand.protocol.operator.Greeted;
import org.beistand.protocol.operator.Greeting;
import org.beistand.protocol.operator.OperatorMessage;
import org.beistand.protocol.operator.OperatorVocabulary;
import org.beistand.protocol.operator.Party;
import org.beistand.protocol.operator.Refused;
import org.beistand.protocol.value.Reason;
import org.beistand.transport.dial.DialFailed;
import org.beistand.transport.dial.Ladder;
import org.beistand.transport.link.Conversation;
import org.beistand.transport.link.Link;
import org.beistand.transport.link.MessageReceiver;
import org.beistand.transport.pipeline.Loops;

/** A connection to the running operator server, with the administrator's key, or the auditor's. */
final class AdministratorLine implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    /** What the server sends, or how it ended. */
    private sealed interface Heard {
        record Said(OperatorMessage message) implements Heard {}

        record Over(Reason reason) implements Heard {}
    }

    private final Loops loops;
    private final Conversation<OperatorMessage, Party> conversation;
    private final BlockingQueue<Heard> heard = new ArrayBlockingQueue<>(4);

    private AdministratorLine(Loops loops, Link link) {
        this.loops = loops;
        conversation = new Conversation<>(link, OperatorVocabulary.TABLE, Party.OPERATOR_SERVER);
        conversation.open(new MessageReceiver<>() {
            @Override
            public void received(OperatorMessage message) {
                if (!heard.offer(new Heard.Said(message))) {
                    conversation.close(Reason.PROTOCOL_VIOLATION);
                }
            }

            @Override
            public void closed(Reason reason) {
                heard.clear();
                heard.offer(new Heard.Over(reason));
            }
        });
    }

    /** @param site the folder of the site or of the administrator */
    static AdministratorLine open(Path site, Clock clock) throws CommandRefused, InterruptedException {
        try {
            return open(AdministratorSite.read(site, clock.instant()), clock);
        } catch (SiteRefused e) {
            throw new CommandRefused(e);
        }
    }

    /** @param site the folder of the site, of the auditor or of the administrator */
    static AdministratorLine openForReports(Path site, Clock clock) throws CommandRefused, InterruptedException {
        try {
            return open(AdministratorSite.readForReports(site, clock.instant()), clock);
        } catch (SiteRefused e) {
            throw new CommandRefused(e);
        }
    }

    private static AdministratorLine open(AdministratorSite administrator, Clock clock)
            throws CommandRefused, InterruptedException {
        Loops loops = new Loops(1);
        AdministratorLine line = null;
        try {
            Link link = dial(administrator, loops, clock);
            if (administrator
                    .anchors()
                    .verify(link.peer().certificates(), CertifiedRole.OPERATOR_SERVER, clock.instant())
                    .isEmpty()) {
                link.close(Reason.SERVER_NOT_GENUINE);
                throw new CommandRefused(Reason.SERVER_NOT_GENUINE);
            }
            line = new AdministratorLine(loops, link);
            line.ask(new Greeting(OperatorVocabulary.VERSION), Greeted.class);
            return line;
        } catch (CommandRefused | InterruptedException e) {
            if (line == null) {
                loops.close();
            } else {
                line.close();
            }
            throw e;
        }
    }

    private static Link dial(AdministratorSite site, Loops loops, Clock clock)
            throws CommandRefused, InterruptedException {
        try {
            return new Ladder(loops, OperatorProgram.outer(site.identity(), site.anchors()), clock)
                    .dial(site.configuration().operator(), OperatorVocabulary.TABLE.atMost())
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new CommandRefused(Reason.SERVER_UNREACHABLE);
        } catch (ExecutionException e) {
            throw new CommandRefused(
                    e.getCause() instanceof DialFailed failed ? failed.reason() : Reason.SERVER_UNREACHABLE);
        }
    }

    /** Says it and waits for the answer, which must be of this kind. */
    <T extends OperatorMessage> T ask(OperatorMessage question, Class<T> answer)
            throws CommandRefused, InterruptedException {
        conversation.send(question);
        Heard next = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new CommandRefused(Reason.SERVER_UNREACHABLE);
        }
        return switch (next) {
            case Heard.Said(var message) when answer.isInstance(message) -> answer.cast(message);
            case Heard.Said(Refused refused) -> throw new CommandRefused(refused.reason());
            case Heard.Said _ -> throw new CommandRefused(Reason.PROTOCOL_VIOLATION);
            case Heard.Over(var reason) -> throw new CommandRefused(reason);
        };
    }

    @Override
    public void close() {
        conversation.close(Reason.CONNECTION_LOST);
        loops.close();
    }
}

package org.beistand.client.meeting;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.beistand.protocol.operator.Greeted;
import org.beistand.protocol.operator.Greeting;
import org.beistand.protocol.operator.OperatorMessage;
import org.beistand.protocol.operator.OperatorVocabulary;
import org.beistand.protocol.operator.Party;
import org.beistand.protocol.operator.Refused;
import org.beistand.protocol.value.Reason;
import org.beistand.transport.link.Conversation;
import org.beistand.transport.link.Link;
import org.beistand.transport.link.MessageReceiver;

/** A connection to the operator server: one question, one answer, then the next. Safe for any thread. */
final class OperatorDesk implements MessageReceiver<OperatorMessage> {
    private final Conversation<OperatorMessage, Party> conversation;
    private Optional<CompletableFuture<OperatorMessage>> waiting = Optional.empty();
    private Optional<Reason> over = Optional.empty();
    private final X509Certificate server;

    private OperatorDesk(Link link) {
        server = link.peer().certificates().getFirst();
        conversation = new Conversation<>(link, OperatorVocabulary.TABLE, Party.OPERATOR_SERVER);
    }

    /** A server that speaks our version. */
    record Open(OperatorDesk desk, Greeted greeted) {}

    /** Completes when the server speaks our version. */
    static CompletableFuture<Open> at(Link link) {
        OperatorDesk desk = new OperatorDesk(link);
        desk.conversation.open(desk);
        return desk.ask(new Greeting(OperatorVocabulary.VERSION), Greeted.class)
                .thenApply(greeted -> new Open(desk, greeted));
    }

    /** Fails with {@link MeetingRefused}; anything but the expected answer is a refusal or a violation. */
    <A extends OperatorMessage> CompletableFuture<A> ask(OperatorMessage question, Class<A> answer) {
        CompletableFuture<OperatorMessage> reply = new CompletableFuture<>();
        synchronized (this) {
            if (over.isPresent()) {
                return CompletableFuture.failedFuture(new MeetingRefused(over.get(), Duration.ZERO));
            }
            if (waiting.isPresent()) {
                return CompletableFuture.failedFuture(new MeetingRefused(Reason.SERVER_BUSY, Duration.ZERO));
            }
            waiting = Optional.of(reply);
        }
        conversation.send(question);
        return reply.thenCompose(message -> {
            if (answer.isInstance(message)) {
                return CompletableFuture.completedFuture(answer.cast(message));
            }
            if (message instanceof Refused refused) {
                return CompletableFuture.failedFuture(new MeetingRefused(refused.reason(), refused.pause()));
            }
            close(Reason.PROTOCOL_VIOLATION);
            return CompletableFuture.failedFuture(new MeetingRefused(Reason.PROTOCOL_VIOLATION, Duration.ZERO));
        });
    }

    /** What the server showed. */
    X509Certificate server() {
        return server;
    }

    /** Whether nothing can be asked any more. */
    synchronized boolean isOver() {
        return over.isPresent();
    }

    void close(Reason reason) {
        conversation.close(reason);
    }

    @Override
    public void received(OperatorMessage message) {
        Optional<CompletableFuture<OperatorMessage>> reply;
        synchronized (this) {
            reply = waiting;
            waiting = Optional.empty();
        }
        reply.ifPresentOrElse(future -> future.complete(message), () -> close(Reason.PROTOCOL_VIOLATION));
    }

    @Override
    public void closed(Reason reason) {
        Optional<CompletableFuture<OperatorMessage>> reply;
        synchronized (this) {
            over = Optional.of(reason);
            reply = waiting;
            waiting = Optional.empty();
        }
        reply.ifPresent(future -> future.completeExceptionally(new MeetingRefused(reason, Duration.ZERO)));
    }
}

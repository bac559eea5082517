package org.beistand.communication;

import java.time.Clock;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.beistand.protocol.service.Delivered;
import org.beistand.protocol.service.Register;
import org.beistand.protocol.service.Registered;
import org.beistand.protocol.service.ServiceMessage;
import org.beistand.protocol.service.ServiceParty;
import org.beistand.protocol.service.ServiceVocabulary;
import org.beistand.protocol.service.Taken;
import org.beistand.protocol.value.Endpoint;
import org.beistand.protocol.value.Reason;
import org.beistand.transport.link.Conversation;
import org.beistand.transport.link.Link;
import org.beistand.transport.link.MessageReceiver;
import org.beistand.transport.listen.ListenFailed;
import org.beistand.transport.listen.Listener;
import org.beistand.transport.pipeline.Loops;

/** An operator server that registers everybody and takes every report. */
final class FakeOperator implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;
    private final BlockingQueue<ServiceMessage> heard = new LinkedBlockingQueue<>();
    private final Listener listener;

    FakeOperator(Loops loops, ServerFolder folder) throws ListenFailed {
        listener = Listener.listen(
                loops,
                "127.0.0.1",
                0,
                folder.outer(folder.operator),
                Listener.Settings.usual(ServiceVocabulary.TABLE.atMost(), Clock.systemUTC()),
                this::accepted);
    }

    Endpoint address() {
        return new Endpoint("localhost", listener.localPort());
    }

    /** The next message of this type; earlier ones of others are passed over. */
    <M extends ServiceMessage> M hears(Class<M> type) throws InterruptedException {
        while (true) {
            ServiceMessage next = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("never heard " + type.getSimpleName());
            }
            if (type.isInstance(next)) {
                return type.cast(next);
            }
        }
    }

    private void accepted(Link link) {
        Conversation<ServiceMessage, ServiceParty> talk =
                new Conversation<>(link, ServiceVocabulary.TABLE, ServiceParty.COMMUNICATION_SERVER);
        talk.open(new MessageReceiver<>() {
            @Override
            public void received(ServiceMessage message) {
                heard.add(message);
                if (message instanceof Register) {
                    talk.send(new Registered());
                } else if (message instanceof Delivered delivered) {
                    talk.send(new Taken(delivered.report().session()));
                }
            }

            @Override
            public void closed(Reason reason) {}
        });
    }

    @Override
    public void close() {
        listener.close();
    }
}

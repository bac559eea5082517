package org.beistand.client.session;

import java.util.concurrent.atomic.AtomicLong;
import org.beistand.protocol.relay.Admit;
import org.beistand.protocol.relay.Attach;
import org.beistand.protocol.relay.Attached;
import org.beistand.protocol.relay.Block;
import org.beistand.protocol.relay.Departed;
import org.beistand.protocol.relay.Ended;
import org.beistand.protocol.relay.Entered;
import org.beistand.protocol.relay.Envelope;
import org.beistand.protocol.relay.Knocked;
import org.beistand.protocol.relay.Leave;
import org.beistand.protocol.relay.RelayMessage;
import org.beistand.protocol.relay.RelayParty;
import org.beistand.protocol.relay.Remove;
import org.beistand.protocol.relay.Stated;
import org.beistand.protocol.relay.TurnAway;
import org.beistand.protocol.value.Reason;
import org.beistand.transport.link.Conversation;
import org.beistand.transport.link.MessageReceiver;

/**
 * Listens to the communication server and passes what it says to the session's thread. When that thread lags behind, the line is
 * paused: the other side feels it, and memory does not.
 */
final class RelayEar implements MessageReceiver<RelayMessage> {
    private static final long MUCH = 4 << 20;
    private static final long LITTLE = 1 << 20;
    private static final long SMALL_MESSAGE = 256;

    private final Ground ground;
    private final Conversation<RelayMessage, RelayParty> relay;
    private final SessionRun run;
    private final AtomicLong waiting = new AtomicLong();

    RelayEar(Ground ground, Conversation<RelayMessage, RelayParty> relay, SessionRun run) {
        this.ground = ground;
        this.relay = relay;
        this.run = run;
    }

    @Override
    public void received(RelayMessage message) {
        long size = message instanceof Envelope envelope
                ? SMALL_MESSAGE + envelope.sealed().length()
                : SMALL_MESSAGE;
        if (waiting.addAndGet(size) > MUCH) {
            relay.pause();
        }
        ground.run(() -> {
            if (waiting.addAndGet(-size) < LITTLE) {
                relay.resume();
            }
            take(message);
        });
    }

    @Override
    public void writable(boolean writable) {
        if (writable) {
            ground.run(run::pump);
        }
    }

    @Override
    public void closed(Reason reason) {
        ground.run(() -> run.event(new SessionEvent.Cut(reason)));
    }

    private void take(RelayMessage message) {
        switch (message) {
            case Attached word -> run.event(new SessionEvent.Attached(word.self()));
            case Knocked word -> run.event(new SessionEvent.Knocked(word.participant(), word.role(), word.name()));
            case Entered word -> run.event(new SessionEvent.Entered(word.participant(), word.role(), word.name()));
            case Departed word -> run.event(new SessionEvent.Departed(word.participant(), word.reason()));
            case Ended word -> run.event(new SessionEvent.Cut(word.reason()));
            case Envelope word -> run.peers.received(word);
            // A server that speaks as a client; the vocabulary lets none of these through.
            case Attach word -> run.event(new SessionEvent.Cut(Reason.PROTOCOL_VIOLATION));
            case Admit word -> run.event(new SessionEvent.Cut(Reason.PROTOCOL_VIOLATION));
            case TurnAway word -> run.event(new SessionEvent.Cut(Reason.PROTOCOL_VIOLATION));
            case Remove word -> run.event(new SessionEvent.Cut(Reason.PROTOCOL_VIOLATION));
            case Block word -> run.event(new SessionEvent.Cut(Reason.PROTOCOL_VIOLATION));
            case Leave word -> run.event(new SessionEvent.Cut(Reason.PROTOCOL_VIOLATION));
            case Stated word -> run.event(new SessionEvent.Cut(Reason.PROTOCOL_VIOLATION));
        }
    }
}

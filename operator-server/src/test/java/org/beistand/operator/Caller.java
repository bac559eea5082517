package org.beistand.operator;

import java.util.List;
import org.beistand.protocol.operator.Greeting;
import org.beistand.protocol.operator.JoinSession;
import org.beistand.protocol.operator.OperatorMessage;
import org.beistand.protocol.operator.OperatorVocabulary;
import org.beistand.protocol.operator.Party;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.Octets;
import org.beistand.transport.memory.MemoryPair;
import org.beistand.transport.memory.Recorder;

/** Somebody who calls the operator server, and remembers what it said. */
public final class Caller {
    private final MemoryPair pair;
    private final Recorder recorder = new Recorder();
    private final Runnable passSlot;

    /** @param passSlot lets the time pass that an answer about a number takes */
    Caller(MemoryPair pair, Runnable passSlot) {
        this.pair = pair;
        this.passSlot = passSlot;
        pair.first().open(recorder);
    }

    public Caller greeted() {
        say(new Greeting(OperatorVocabulary.VERSION));
        return this;
    }

    public void say(OperatorMessage message) {
        sayRaw(OperatorVocabulary.TABLE.encode(message));
    }

    public void sayRaw(Octets frame) {
        pair.first().send(frame);
    }

    public void hangUp() {
        pair.first().close(Reason.CONNECTION_LOST);
    }

    public List<OperatorMessage> heard() {
        return recorder.frames().stream()
                .map(frame -> OperatorVocabulary.TABLE.decode(frame, Party.OPERATOR_SERVER))
                .toList();
    }

    /** Says it and returns the one answer. */
    public <T extends OperatorMessage> T ask(OperatorMessage message, Class<T> answer) {
        int before = recorder.frames().size();
        say(message);
        if (message instanceof JoinSession) {
            passSlot.run();
        }
        List<OperatorMessage> heard = heard();
        if (heard.size() != before + 1 || !answer.isInstance(heard.getLast())) {
            throw new AssertionError("expected one " + answer.getSimpleName() + " but heard "
                    + heard.subList(before, heard.size()) + " and " + ended());
        }
        return answer.cast(heard.getLast());
    }

    /** Empty while the connection stands. */
    public List<Reason> ended() {
        return recorder.closings();
    }
}

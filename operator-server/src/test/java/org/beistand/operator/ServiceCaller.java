package org.beistand.operator;

import java.util.List;
import org.beistand.protocol.operator.OperatorVocabulary;
import org.beistand.protocol.service.Register;
import org.beistand.protocol.service.ServiceMessage;
import org.beistand.protocol.service.ServiceParty;
import org.beistand.protocol.service.ServiceVocabulary;
import org.beistand.protocol.value.Endpoint;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.Octets;
import org.beistand.transport.memory.MemoryPair;
import org.beistand.transport.memory.Recorder;

/** A communication server as the operator server sees it. */
public final class ServiceCaller {
    public static final Endpoint ADDRESS = new Endpoint("ks1.example", 2000);

    private final MemoryPair pair;
    private final Recorder recorder = new Recorder();

    ServiceCaller(MemoryPair pair) {
        this.pair = pair;
        pair.first().open(recorder);
    }

    public ServiceCaller registered(String name) {
        say(new Register(OperatorVocabulary.VERSION, name, ADDRESS));
        return this;
    }

    public void say(ServiceMessage message) {
        sayRaw(ServiceVocabulary.TABLE.encode(message));
    }

    public void sayRaw(Octets frame) {
        pair.first().send(frame);
    }

    public void hangUp() {
        pair.first().close(Reason.CONNECTION_LOST);
    }

    public List<ServiceMessage> heard() {
        return recorder.frames().stream()
                .map(frame -> ServiceVocabulary.TABLE.decode(frame, ServiceParty.OPERATOR_SERVER))
                .toList();
    }

    public List<Reason> ended() {
        return recorder.closings();
    }
}

package org.beistand.operator.server;

import java.time.Duration;
import org.beistand.protocol.operator.Greeted;
import org.beistand.protocol.operator.Greeting;
import org.beistand.protocol.operator.OperatorMessage;
import org.beistand.protocol.operator.OperatorVocabulary;
import org.beistand.protocol.operator.Refused;
import org.beistand.protocol.value.Reason;

/** What every client's conversation begins with, and how a request of a client is refused. */
final class Greetings {
    private Greetings() {}

    static boolean fits(Greeting greeting) {
        return greeting.version() == OperatorVocabulary.VERSION;
    }

    static Answer<OperatorMessage> answer(Greeting greeting, String organisation) {
        return answer(greeting, organisation, false);
    }

    static Answer<OperatorMessage> answer(Greeting greeting, String organisation, boolean takesTickets) {
        return fits(greeting)
                ? new Answer.Say<>(new Greeted(organisation, takesTickets))
                : new Answer.SayAndEnd<>(
                        new Refused(Reason.VERSION_UNSUPPORTED, Duration.ZERO), Reason.VERSION_UNSUPPORTED);
    }

    static Answer<OperatorMessage> refused(Reason reason) {
        return refused(reason, Duration.ZERO);
    }

    static Answer<OperatorMessage> refused(Reason reason, Duration pause) {
        return new Answer.Say<>(new Refused(reason, pause));
    }
}

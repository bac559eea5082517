package org.beistand.communication.operatorlink;

import java.util.List;
import org.beistand.protocol.service.ServiceMessage;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.SessionId;

/** The sessions of this server, as the operator server can hear of them and end them. */
public interface LiveSessions {
    /** Of each what the operator server has to know: that it began, whether anybody was let in, whether it is blocked. */
    List<ServiceMessage> living();

    void close(SessionId session, Reason reason);
}

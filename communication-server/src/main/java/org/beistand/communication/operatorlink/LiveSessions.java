package org.beistand.communication.operatorlink;

import java.util.List;
import org.beistand.protocol.service.Began;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.SessionId;

/** The sessions of this server, as the operator server can hear of them and end them. */
public interface LiveSessions {
    /** Of each, that it began and whether anybody was let in. */
    List<Began> living();

    void close(SessionId session, Reason reason);
}

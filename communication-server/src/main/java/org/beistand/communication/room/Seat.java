package org.beistand.communication.room;

import java.util.List;
import org.beistand.protocol.relay.RelayMessage;
import org.beistand.protocol.report.TrafficCount;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.Traffic;
import org.beistand.protocol.wire.Octets;

/** A member's connection as a room sees it. No method waits. */
public interface Seat {
    /** She is a member from now on, and what she says comes to this room under her id. */
    void taken(Room room, Member member);

    void tell(RelayMessage message);

    /** Tells that it is over, then closes the connection. */
    void dismiss(Reason reason);

    /** Tells that it is over, and still hears what she has to say. */
    void part(Reason reason);

    /** Closes the connection without another word. */
    void close(Reason reason);

    /** Hears nothing more from her until every cause has been released. The same cause counts once. */
    void hold(Object cause);

    void release(Object cause);

    /**
     * Passes on an envelope to her; while she is too slow for more, its sender is held.
     *
     * @param frame the envelope as she shall receive it
     * @param sealed bytes of its payload
     */
    void pass(Octets frame, Traffic kind, int sealed, Seat sender);

    /** Her bytes so far, kinds without any left out. */
    List<TrafficCount> traffic();
}

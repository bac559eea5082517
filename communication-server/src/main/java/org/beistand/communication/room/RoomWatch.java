package org.beistand.communication.room;

import org.beistand.protocol.value.SessionId;

/** Who is told of the course of a room, from within its steps: nothing here may wait. */
public interface RoomWatch {
    /** The moderator is there. */
    void opened(SessionId session);

    /** Somebody was let in for the first time. */
    void started(SessionId session);

    /** The moderator lets nobody else in, or people again. // 001-69 */
    void blocked(SessionId session, boolean blocked);

    /** The session is over; nobody is in the room any more. */
    void over(SessionId session);
}

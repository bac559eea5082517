/**
 * One session as a room: the moderator who holds it, a lobby where people knock, and those whom he let in. What happens when
 * is decided by one pure function, {@link org.beistand.communication.room.RoomStep#of}; {@link
 * org.beistand.communication.room.Room} carries out what it says, one event after the other.
 */
@NullMarked
package org.beistand.communication.room;

import org.jspecify.annotations.NullMarked;

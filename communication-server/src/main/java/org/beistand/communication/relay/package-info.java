/**
 * The connections of clients. An envelope goes from the connection that it came on straight to the receiver's, unread and
 * counted; who is too slow to receive holds up those who send to her and nobody else. Everything but envelopes goes to the
 * {@link org.beistand.communication.room.Room}.
 */
@NullMarked
package org.beistand.communication.relay;

import org.jspecify.annotations.NullMarked;

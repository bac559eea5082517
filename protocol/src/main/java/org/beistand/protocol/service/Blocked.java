package org.beistand.protocol.service;

import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.wire.Codec;

/** A session's moderator lets nobody else in, or lets people in again: its number is to be refused meanwhile.
 *
 * @param blocked whether nobody else comes in
 */
public record Blocked(SessionId session, boolean blocked) implements ServiceMessage {
    public static final Codec<Blocked> CODEC =
            Codec.of(SessionId.CODEC, Blocked::session, Codec.BOOL, Blocked::blocked, Blocked::new);
}

package org.beistand.protocol.service;

import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.wire.Codec;

/** A session's moderator has arrived, or its first attendee was let in.
 *
 * @param running whether anybody was let in
 */
public record Began(SessionId session, boolean running) implements ServiceMessage {
    public static final Codec<Began> CODEC =
            Codec.of(SessionId.CODEC, Began::session, Codec.BOOL, Began::running, Began::new);
}

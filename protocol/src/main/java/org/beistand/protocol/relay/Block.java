package org.beistand.protocol.relay;

import org.beistand.protocol.wire.Codec;

/** The moderator closes the session to further people, or opens it again. */
public record Block(boolean blocked) implements RelayMessage {
    public static final Codec<Block> CODEC = Codec.of(Codec.BOOL, Block::blocked, Block::new);
}

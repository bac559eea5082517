package org.beistand.transport.frame;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.Octets;

/** Puts frames into buffers. */
public final class FrameWriter {
    public static final int HEADER_BYTES = 4;
    static final int ALIVE = 0;
    static final int GOODBYE = 0xFFFF_FFFF;

    private FrameWriter() {}

    public static void write(Octets frame, ByteBuf out) {
        out.writeInt(frame.length());
        out.writeBytes(frame.array(), frame.offset(), frame.length());
    }

    public static ByteBuf alive(ByteBufAllocator allocator) {
        return allocator.buffer(HEADER_BYTES).writeInt(ALIVE);
    }

    public static ByteBuf goodbye(ByteBufAllocator allocator, Reason reason) {
        return allocator.buffer(HEADER_BYTES + 2).writeInt(GOODBYE).writeShort(reason.code());
    }
}

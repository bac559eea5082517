package org.beistand.transport.frame;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.MalformedMessage;
import org.beistand.protocol.wire.Octets;
import org.beistand.protocol.wire.WireReader;

/**
 * Makes frames of bytes: tells {@link Octets} for content, a {@link Reason} for the goodbye and {@link Signal#ALIVE} as an event.
 *
 * <p>While the channel does not read, nothing is told: bytes that were already here wait, so that a pause holds at the very next
 * frame. // performance: one copy from the decrypted bytes into the frame's own array
 */
public final class FrameDecoder extends ChannelDuplexHandler {
    /** Allocated on the word of a header; more only as the bytes really come. */
    private static final int FIRST_PART = 64 << 10;

    private static final int REASON_BYTES = 2;

    private final int atMost;
    private final Deque<ByteBuf> waiting = new ArrayDeque<>();
    private State state = State.HEADER;
    private int length = FrameWriter.HEADER_BYTES;
    private byte[] part = new byte[FrameWriter.HEADER_BYTES];
    private int filled;
    private boolean draining;
    private boolean over;

    private enum State {
        HEADER,
        CONTENT,
        GOODBYE
    }

    /** @param atMost bytes of a frame's content */
    public FrameDecoder(int atMost) {
        if (atMost < 1) {
            throw new IllegalArgumentException("a limit of " + atMost);
        }
        this.atMost = atMost;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        if (over) {
            bytes.release();
            return;
        }
        waiting.add(bytes);
        drain(ctx);
    }

    @Override
    public void read(ChannelHandlerContext ctx) {
        drain(ctx);
        if (waiting.isEmpty()) {
            ctx.read();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        drop();
        ctx.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        drop();
    }

    private void drain(ChannelHandlerContext ctx) {
        if (draining) {
            return;
        }
        draining = true;
        try {
            while (!over && ctx.channel().config().isAutoRead()) {
                ByteBuf bytes = waiting.peek();
                if (bytes == null) {
                    return;
                }
                if (take(bytes)) {
                    whole(ctx);
                } else {
                    waiting.remove().release();
                }
            }
        } catch (FrameViolation e) {
            drop();
            ctx.fireExceptionCaught(e);
        } finally {
            draining = false;
        }
    }

    /** Takes what is needed and there; true if the part in work is whole. */
    private boolean take(ByteBuf bytes) {
        int count = Math.min(length - filled, bytes.readableBytes());
        if (filled + count > part.length) {
            part = Arrays.copyOf(part, (int) Math.min(length, Math.max(filled + count, 2L * part.length)));
        }
        bytes.readBytes(part, filled, count);
        filled += count;
        return filled == length;
    }

    private void whole(ChannelHandlerContext ctx) throws FrameViolation {
        switch (state) {
            case HEADER -> header(ctx);
            case CONTENT -> {
                Octets frame = Octets.of(part, 0, length);
                expect(State.HEADER, FrameWriter.HEADER_BYTES);
                ctx.fireChannelRead(frame);
            }
            case GOODBYE -> {
                Reason reason = goodbye(Octets.of(part, 0, length));
                drop();
                ctx.fireChannelRead(reason);
            }
        }
    }

    private void header(ChannelHandlerContext ctx) throws FrameViolation {
        int announced = new WireReader(Octets.of(part, 0, length)).i32();
        if (announced == FrameWriter.ALIVE) {
            filled = 0;
            ctx.fireUserEventTriggered(Signal.ALIVE);
        } else if (announced == FrameWriter.GOODBYE) {
            expect(State.GOODBYE, REASON_BYTES);
        } else if (announced > 0 && announced <= atMost) {
            expect(State.CONTENT, announced);
        } else {
            throw new FrameViolation("a frame beyond the limit");
        }
    }

    private void expect(State next, int bytes) {
        state = next;
        length = bytes;
        filled = 0;
        part = new byte[Math.min(bytes, FIRST_PART)];
    }

    private static Reason goodbye(Octets code) {
        try {
            return Reason.CODEC.read(new WireReader(code));
        } catch (MalformedMessage e) {
            // A newer program may have a reason that we do not know; the connection is over all the same.
            return Reason.CONNECTION_LOST;
        }
    }

    private void drop() {
        over = true;
        waiting.forEach(ByteBuf::release);
        waiting.clear();
    }
}

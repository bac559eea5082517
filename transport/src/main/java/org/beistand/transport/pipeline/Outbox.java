package org.beistand.transport.pipeline;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.beistand.protocol.wire.Octets;
import org.beistand.transport.frame.FrameWriter;
import org.beistand.transport.link.Watermarks;

/**
 * What waits to be sent on one link. Any thread may add; only the connection's event loop takes, many small frames in one piece,
 * and only as fast as the socket takes them.
 */
final class Outbox {
    /** Bytes that go out as one piece; a larger frame is a piece of its own. */
    private static final int PIECE = 64 << 10;

    private final Watermarks marks;
    private final Queue<Octets> frames = new ConcurrentLinkedQueue<>();
    private final AtomicLong unsent = new AtomicLong();
    private final AtomicBoolean full = new AtomicBoolean();
    private volatile boolean writable = true;

    Outbox(Watermarks marks) {
        this.marks = marks;
    }

    /** False if that would be more than the bound. */
    boolean add(Octets frame) {
        long now = unsent.addAndGet(weight(frame));
        if (now > marks.bound()) {
            return false;
        }
        frames.add(frame);
        if (now > marks.high()) {
            writable = false;
            full.set(true);
            // All of it may have gone out before that was written down.
            if (unsent.get() <= marks.low()) {
                writable = true;
            }
        }
        return true;
    }

    /** Whether somebody may have seen it not writable and was not told yet how it stands. */
    boolean wasFull() {
        return full.get();
    }

    /** As {@link #wasFull}, once: who asks tells how it stands, and looks at that only afterwards. */
    boolean takeWasFull() {
        return full.getAndSet(false);
    }

    boolean isWritable() {
        return writable;
    }

    boolean isEmpty() {
        return frames.isEmpty();
    }

    /** Sends until nothing waits or the socket is full; after each piece has gone out the second argument is run. */
    void drain(ChannelHandlerContext ctx, Runnable gone) {
        while (ctx.channel().isWritable() && !frames.isEmpty()) {
            int bytes = nextPiece();
            ByteBuf piece = ctx.alloc().directBuffer(bytes);
            while (piece.readableBytes() < bytes) {
                FrameWriter.write(frames.remove(), piece);
            }
            ctx.writeAndFlush(piece).addListener(done -> {
                sent(bytes);
                gone.run();
            });
        }
    }

    void clear() {
        for (Octets frame = frames.poll(); frame != null; frame = frames.poll()) {
            sent(weight(frame));
        }
    }

    private int nextPiece() {
        int bytes = 0;
        for (Octets frame : frames) {
            if (bytes > 0 && bytes + weight(frame) > PIECE) {
                break;
            }
            bytes += weight(frame);
        }
        return bytes;
    }

    private void sent(int bytes) {
        if (unsent.addAndGet(-bytes) <= marks.low() && !writable) {
            writable = true;
            // A sender in another thread may have filled it up again meanwhile.
            if (unsent.get() > marks.high()) {
                writable = false;
            }
        }
    }

    private static int weight(Octets frame) {
        return FrameWriter.HEADER_BYTES + frame.length();
    }
}

package org.beistand.transport.pipeline;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.beistand.protocol.value.Reason;
import org.beistand.transport.frame.FrameWriter;
import org.jspecify.annotations.Nullable;

/**
 * Sends an empty frame when there was nothing to say for a while, and notices when the other side is silent or takes nothing.
 *
 * <p>While we do not read, silence says nothing about the other side and is not counted.
 */
final class KeepAlive extends ChannelDuplexHandler {
    private static final int TICKS = 4;

    private final Pace pace;
    private final long tick;
    private @Nullable Future<?> next;
    private long lastRead;
    private long lastWrite;
    private long lastTaken;
    private int waiting;

    KeepAlive(Pace pace) {
        this.pace = pace;
        Duration shortest = pace.idle().compareTo(pace.silence()) < 0 ? pace.idle() : pace.silence();
        tick = Math.max(1, shortest.dividedBy(TICKS).toNanos());
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof SslHandshakeCompletionEvent handshake && handshake.isSuccess()) {
            start(ctx);
        }
        ctx.fireUserEventTriggered(event);
    }

    void start(ChannelHandlerContext ctx) {
        lastRead = lastWrite = lastTaken = now(ctx);
        schedule(ctx);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        lastRead = now(ctx);
        ctx.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        lastWrite = now(ctx);
        if (waiting++ == 0) {
            lastTaken = lastWrite;
        }
        ctx.write(message, promise).addListener(done -> {
            waiting--;
            lastTaken = now(ctx);
        });
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        stop();
        ctx.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        stop();
    }

    private void look(ChannelHandlerContext ctx) {
        long now = now(ctx);
        if (!ctx.channel().config().isAutoRead()) {
            lastRead = now;
        }
        if (now - lastRead >= pace.silence().toNanos()) {
            ctx.fireExceptionCaught(new LinkLost(Reason.CONNECTION_LOST));
        } else if (waiting > 0 && now - lastTaken >= pace.stalled().toNanos()) {
            ctx.fireExceptionCaught(new LinkLost(Reason.TOO_SLOW));
        } else {
            if (waiting == 0 && now - lastWrite >= pace.idle().toNanos()) {
                write(ctx, FrameWriter.alive(ctx.alloc()), ctx.newPromise());
                ctx.flush();
            }
            schedule(ctx);
        }
    }

    private void schedule(ChannelHandlerContext ctx) {
        next = ctx.executor().schedule(() -> look(ctx), tick, TimeUnit.NANOSECONDS);
    }

    private void stop() {
        Future<?> pending = next;
        if (pending != null) {
            pending.cancel(false);
        }
    }

    private static long now(ChannelHandlerContext ctx) {
        return ctx.executor().ticker().nanoTime();
    }
}

package org.beistand.transport.pipeline;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.SslHandler;
import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.MalformedMessage;
import org.beistand.protocol.wire.Octets;
import org.beistand.transport.frame.FrameViolation;
import org.beistand.transport.frame.FrameWriter;
import org.beistand.transport.link.Link;
import org.beistand.transport.link.Peer;
import org.beistand.transport.link.Receiver;
import org.beistand.transport.link.Watermarks;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A link over a socket: the last stage of its connection.
 *
 * <pre>
 *   proving ── proved ──▶ open ── close ──▶ leaving ── all sent ──▶ lingering ──▶ over
 *      │                   │                   │  too long                          ▲
 *      └───────────────────┴───────────────────┴── lost, goodbye, violation ────────┘
 * </pre>
 *
 * Lingering reads and drops until the other side has gone too: a socket closed with unread bytes would take our last frames with it.
 */
public final class SocketLink extends ChannelInboundHandlerAdapter implements Link {
    private static final Logger LOG = LoggerFactory.getLogger(SocketLink.class);

    private final Channel channel;
    private final int atMost;
    private final Pace pace;
    private final Outbox outbox;
    private final AtomicBoolean opened = new AtomicBoolean();
    private final AtomicBoolean draining = new AtomicBoolean();
    private final AtomicReference<@Nullable Reason> ending = new AtomicReference<>();
    private volatile boolean paused;
    private volatile @Nullable Peer peer;

    // Owned by the event loop.
    private @Nullable ChannelHandlerContext context;
    private @Nullable Receiver receiver;
    private State state = State.PROVING;
    private boolean told;
    private boolean toldWritable = true;

    private enum State {
        PROVING,
        OPEN,
        LEAVING,
        LINGERING,
        OVER
    }

    public SocketLink(Channel channel, int atMost, Watermarks marks, Pace pace) {
        this.channel = channel;
        this.atMost = atMost;
        this.pace = pace;
        outbox = new Outbox(marks);
    }

    /** Both sides are proved: the link may be given away. It reads nothing until it is opened. On the event loop. */
    public void proved(Peer other) {
        peer = other;
        state = State.OPEN;
        channel.config().setAutoRead(false);
    }

    @Override
    public void send(Octets frame) {
        if (frame.length() < 1 || frame.length() > atMost) {
            throw new IllegalArgumentException("a frame of " + frame);
        }
        if (ending.get() != null) {
            return;
        }
        if (!outbox.add(frame)) {
            abandon(Reason.TOO_SLOW);
            return;
        }
        if (draining.compareAndSet(false, true)) {
            later(this::drain);
        }
        if (outbox.wasFull()) {
            later(this::tellWritable);
        }
    }

    @Override
    public boolean isWritable() {
        return outbox.isWritable();
    }

    @Override
    public void pause() {
        paused = true;
        if (channel.eventLoop().inEventLoop()) {
            applyReading();
        } else {
            later(this::applyReading);
        }
    }

    @Override
    public void resume() {
        paused = false;
        // Later even on the event loop, so that nobody is told a frame in the middle of his own call.
        later(this::applyReading);
    }

    @Override
    public void open(Receiver to) {
        if (!opened.compareAndSet(false, true)) {
            throw new IllegalStateException("opened twice");
        }
        later(() -> {
            receiver = to;
            if (state == State.OVER || state == State.LINGERING) {
                tellClosed();
            } else {
                tellWritable();
                applyReading();
            }
        });
    }

    @Override
    public void close(Reason reason) {
        if (ending.compareAndSet(null, reason)) {
            later(this::leave);
        }
    }

    @Override
    public Peer peer() {
        Peer proved = peer;
        if (proved == null) {
            throw new IllegalStateException("nobody is proved yet");
        }
        return proved;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof Reason goodbye) {
            over(goodbye);
        } else if (message instanceof Octets frame && state == State.OPEN && ending.get() == null) {
            tell(frame);
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        // Signals of life are the business of the stages below.
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        drain();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        over(Reason.CONNECTION_LOST);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        switch (cause) {
            case LinkLost lost -> over(lost.reason());
            case FrameViolation violation -> violated(violation);
            case IOException lost when !(lost instanceof SSLException) -> over(Reason.CONNECTION_LOST);
            case DecoderException tls -> violated(tls);
            case SSLException tls -> violated(tls);
            default -> failed(cause);
        }
    }

    private void violated(Throwable how) {
        LOG.debug("A connection sent what is not allowed: {}", how.getMessage());
        close(Reason.PROTOCOL_VIOLATION);
    }

    private void failed(Throwable mistake) {
        LOG.error("A connection ends by a mistake of this program", mistake);
        close(Reason.INTERNAL);
    }

    private void tell(Octets frame) {
        Receiver to = receiver;
        if (to == null) {
            return;
        }
        try {
            to.received(frame);
        } catch (MalformedMessage e) {
            violated(e);
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    private void tellWritable() {
        Receiver to = receiver;
        if (to == null || told) {
            return;
        }
        // Whoever saw it not writable waits to be told, even if it is writable again before anybody was told anything.
        boolean wasFull = outbox.takeWasFull();
        boolean now = outbox.isWritable();
        if (now != toldWritable || now && wasFull) {
            toldWritable = now;
            to.writable(now);
        }
    }

    private void applyReading() {
        if (state == State.OPEN && ending.get() == null) {
            channel.config().setAutoRead(!paused && receiver != null);
        }
    }

    private void drain() {
        draining.set(false);
        ChannelHandlerContext ctx = context;
        if (ctx == null || (state != State.OPEN && state != State.LEAVING)) {
            return;
        }
        outbox.drain(ctx, this::tellWritable);
        tellWritable();
        if (state == State.LEAVING && outbox.isEmpty()) {
            sayGoodbye(ctx);
        }
    }

    private void leave() {
        if (state != State.OPEN) {
            over(Reason.CONNECTION_LOST);
            return;
        }
        state = State.LEAVING;
        channel.config().setAutoRead(false);
        channel.eventLoop()
                .schedule(() -> over(Reason.CONNECTION_LOST), pace.farewell().toMillis(), TimeUnit.MILLISECONDS);
        drain();
    }

    private void sayGoodbye(ChannelHandlerContext ctx) {
        state = State.LINGERING;
        Reason reason = ending.get();
        ctx.writeAndFlush(FrameWriter.goodbye(ctx.alloc(), reason == null ? Reason.CONNECTION_LOST : reason))
                .addListener(done -> {
                    if (done.isSuccess() && state == State.LINGERING) {
                        tellClosed();
                        linger(ctx);
                    } else {
                        over(Reason.CONNECTION_LOST);
                    }
                });
    }

    private void linger(ChannelHandlerContext ctx) {
        SslHandler tls = ctx.pipeline().get(SslHandler.class);
        if (tls == null || !(channel instanceof DuplexChannel socket)) {
            over(Reason.CONNECTION_LOST);
            return;
        }
        tls.closeOutbound().addListener(done -> {
            socket.shutdownOutput();
            channel.config().setAutoRead(true);
        });
    }

    /** Ends at once, without waiting for what was sent. */
    private void abandon(Reason reason) {
        if (ending.compareAndSet(null, reason)) {
            later(() -> over(reason));
        }
    }

    private void over(Reason found) {
        if (state == State.OVER) {
            return;
        }
        state = State.OVER;
        ending.compareAndSet(null, found);
        outbox.clear();
        tellClosed();
        channel.close();
    }

    private void tellClosed() {
        Receiver to = receiver;
        Reason reason = ending.get();
        if (to == null || reason == null || told) {
            return;
        }
        told = true;
        try {
            to.closed(reason);
        } catch (RuntimeException e) {
            LOG.error("The end of a connection was not taken well", e);
        }
    }

    private void later(Runnable task) {
        try {
            channel.eventLoop().execute(task);
        } catch (RejectedExecutionException e) {
            // The loops are closed, and every connection with them.
            LOG.debug("A connection is used after the program's end");
        }
    }
}

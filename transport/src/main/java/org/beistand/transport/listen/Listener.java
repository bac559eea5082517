package org.beistand.transport.listen;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.beistand.protocol.value.Reason;
import org.beistand.transport.link.Link;
import org.beistand.transport.link.Watermarks;
import org.beistand.transport.pipeline.Loops;
import org.beistand.transport.pipeline.Pace;
import org.beistand.transport.pipeline.SocketLink;
import org.beistand.transport.pipeline.Stages;
import org.beistand.transport.tls.OuterTls;
import org.beistand.transport.tls.TransportIdentity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens on one port and hands out links of proved clients. */
public final class Listener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    private static final int BACKLOG = 512;

    private final Settings settings;
    private final Consumer<Link> accepted;
    private final SslContext tls;
    private final Door door;
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
    private final Channel server;
    private final AtomicBoolean released = new AtomicBoolean();
    private volatile boolean stopping;

    /**
     * How one listens.
     *
     * @param atMost bytes of a frame in either direction
     */
    public record Settings(
            int atMost, ListenLimits limits, Pace pace, Watermarks marks, InstantSource clock, SslProvider provider) {
        public static Settings usual(int atMost, InstantSource clock) {
            return new Settings(atMost, ListenLimits.USUAL, Pace.USUAL, Watermarks.USUAL, clock, OuterTls.usual());
        }
    }

    /**
     * @param address of this machine, by name or number; {@code 0.0.0.0} for all
     * @param port 0 for any free one
     * @param accepted is told each link when both sides are proved, on the link's own thread; the link reads nothing until opened
     */
    public static Listener listen(
            Loops loops,
            String address,
            int port,
            TransportIdentity identity,
            Settings settings,
            Consumer<Link> accepted)
            throws ListenFailed {
        return new Listener(loops, address, port, identity, settings, accepted);
    }

    private Listener(
            Loops loops,
            String address,
            int port,
            TransportIdentity identity,
            Settings settings,
            Consumer<Link> accepted)
            throws ListenFailed {
        this.settings = settings;
        this.accepted = accepted;
        door = new Door(settings.limits());
        String where = address + ":" + port;
        try {
            tls = OuterTls.listening(identity, settings.clock(), settings.provider());
        } catch (SSLException | IllegalArgumentException e) {
            throw new ListenFailed(Reason.KEY_FOREIGN, where, e);
        }
        server = bind(loops, new InetSocketAddress(address, port), where);
    }

    private Channel bind(Loops loops, InetSocketAddress at, String where) throws ListenFailed {
        if (at.isUnresolved()) {
            ReferenceCountUtil.release(tls);
            throw new ListenFailed(Reason.ADDRESS_UNUSABLE, where, new BindException("unknown host"));
        }
        ChannelFuture bound = new ServerBootstrap()
                .group(loops.group())
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        knock(channel);
                    }
                })
                .bind(at)
                .awaitUninterruptibly();
        Throwable failure = bound.cause();
        if (failure != null) {
            ReferenceCountUtil.release(tls);
            throw new ListenFailed(why(failure), where, failure);
        }
        return bound.channel();
    }

    public int localPort() {
        return ((InetSocketAddress) server.localAddress()).getPort();
    }

    /** Lets nobody in any more, tells everybody inside that the server stops, and waits until they have been told. */
    @Override
    public void close() {
        stopping = true;
        server.close().awaitUninterruptibly();
        for (Channel channel : connections) {
            SocketLink link = channel.pipeline().get(SocketLink.class);
            boolean proved = channel.pipeline().get(Stages.PROOF) == null;
            if (link != null && proved) {
                link.close(Reason.SERVER_STOPPING);
            } else {
                channel.close();
            }
        }
        long patience = settings.pace().farewell().toMillis();
        if (!connections.newCloseFuture().awaitUninterruptibly(patience, TimeUnit.MILLISECONDS)) {
            connections.close().awaitUninterruptibly(patience, TimeUnit.MILLISECONDS);
        }
        // BoringSSL keeps the key outside the heap.
        if (released.compareAndSet(false, true)) {
            ReferenceCountUtil.release(tls);
        }
    }

    void entered(SocketLink link) {
        if (stopping) {
            link.close(Reason.SERVER_STOPPING);
            return;
        }
        try {
            accepted.accept(link);
        } catch (RuntimeException e) {
            LOG.error("A connection was not taken well", e);
            link.close(Reason.INTERNAL);
        }
    }

    private void knock(SocketChannel channel) {
        InetAddress from = channel.remoteAddress().getAddress();
        if (stopping || !door.knocks(from)) {
            channel.close();
            return;
        }
        connections.add(channel);
        SocketLink link = new SocketLink(channel, settings.atMost(), settings.marks(), settings.pace());
        ListenProof proof = new ListenProof(this, door, from, link);
        Stages.furnish(
                channel, OuterTls.accepting(tls, channel.alloc()), settings.atMost(), settings.pace(), proof, link);
    }

    private static Reason why(Throwable failure) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return failure instanceof BindException && message.contains("in use")
                ? Reason.PORT_TAKEN
                : Reason.ADDRESS_UNUSABLE;
    }
}

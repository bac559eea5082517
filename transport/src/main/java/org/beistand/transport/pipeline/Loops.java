package org.beistand.transport.pipeline;

import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.util.concurrent.TimeUnit;

/** The threads on which all connections of a program live. Made once by its Main, closed last. */
public final class Loops implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;

    private final EventLoopGroup group;
    private final ChannelGroup dialled = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);

    /** @param threads two are plenty for a client; a server takes one per core */
    public Loops(int threads) {
        group = new MultiThreadIoEventLoopGroup(
                threads, new DefaultThreadFactory("link", true), NioIoHandler.newFactory());
    }

    public EventLoopGroup group() {
        return group;
    }

    /** From now on this connection ends with the threads, at the latest. A listener sees to those that it has let in itself. */
    public void endsWithThese(Channel channel) {
        dialled.add(channel);
    }

    /** Ends every connection that is still there. */
    @Override
    public void close() {
        // A loop that is told to stop between looking for that and going round again leaves its connections as they
        // are.
        dialled.close().awaitUninterruptibly(PATIENCE_SECONDS, TimeUnit.SECONDS);
        group.shutdownGracefully(0, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .awaitUninterruptibly(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}

package org.beistand.transport.pipeline;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.TimeUnit;

/** The threads on which all connections of a program live. Made once by its Main, closed last. */
public final class Loops implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;

    private final EventLoopGroup group;

    /** @param threads two are plenty for a client; a server takes one per core */
    public Loops(int threads) {
        group = new MultiThreadIoEventLoopGroup(
                threads, new DefaultThreadFactory("link", true), NioIoHandler.newFactory());
    }

    public EventLoopGroup group() {
        return group;
    }

    /** Ends every connection that is still there. */
    @Override
    public void close() {
        group.shutdownGracefully(0, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .awaitUninterruptibly(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}

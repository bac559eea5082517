package org.beistand.transport.dial;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLException;
import org.beistand.protocol.value.Endpoint;
import org.beistand.protocol.value.Reason;
import org.beistand.transport.link.Link;
import org.beistand.transport.link.Watermarks;
import org.beistand.transport.pipeline.Loops;
import org.beistand.transport.pipeline.Pace;
import org.beistand.transport.pipeline.SocketLink;
import org.beistand.transport.pipeline.Stages;
import org.beistand.transport.tls.OuterTls;
import org.beistand.transport.tls.PinnedTrust;
import org.beistand.transport.tls.TransportIdentity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A plain TCP connection to the server's own address. Of a name with several addresses the first few are tried in turn. */
final class DirectTcp implements Rung {
    private static final Logger LOG = LoggerFactory.getLogger(DirectTcp.class);
    private static final int MOST_ADDRESSES = 4;

    private final Loops loops;
    private final TransportIdentity identity;
    private final InstantSource clock;
    private final Pace pace;
    private final Watermarks marks;

    DirectTcp(Loops loops, TransportIdentity identity, InstantSource clock, Pace pace, Watermarks marks) {
        this.loops = loops;
        this.identity = identity;
        this.clock = clock;
        this.pace = pace;
        this.marks = marks;
    }

    @Override
    public CompletableFuture<Link> climb(Endpoint server, int atMost) {
        Attempt attempt = new Attempt();
        // Asking for a name's addresses may block for seconds, so no event loop does it.
        Thread.ofVirtual().name("dial").start(() -> {
            try {
                List<InetSocketAddress> addresses = Arrays.stream(InetAddress.getAllByName(server.host()))
                        .limit(MOST_ADDRESSES)
                        .map(address -> new InetSocketAddress(address, server.port()))
                        .toList();
                tryFrom(0, addresses, server, atMost, attempt);
            } catch (UnknownHostException e) {
                attempt.fail(Reason.SERVER_UNREACHABLE);
            } catch (RuntimeException e) {
                LOG.error("Dialling failed by a mistake of this program", e);
                attempt.fail(Reason.INTERNAL);
            }
        });
        return attempt;
    }

    private void tryFrom(int which, List<InetSocketAddress> addresses, Endpoint server, int atMost, Attempt attempt) {
        Attempt one = connect(addresses.get(which), server, atMost);
        attempt.stops(one);
        one.whenComplete((link, failure) -> {
            if (link != null) {
                attempt.succeed(link);
            } else if (failure instanceof DialFailed failed
                    && failed.reason() == Reason.SERVER_UNREACHABLE
                    && which + 1 < addresses.size()
                    && !attempt.isDone()) {
                tryFrom(which + 1, addresses, server, atMost, attempt);
            } else {
                attempt.completeExceptionally(failure);
            }
        });
    }

    private Attempt connect(InetSocketAddress address, Endpoint server, int atMost) {
        Attempt attempt = new Attempt();
        PinnedTrust trust = PinnedTrust.inServer(server.host(), identity.anchors(), clock);
        SslContext tls;
        try {
            tls = OuterTls.dialling(identity, trust);
        } catch (SSLException | IllegalArgumentException e) {
            LOG.error("This program's own key and certificate cannot be used", e);
            attempt.fail(Reason.KEY_FOREIGN);
            return attempt;
        }
        ChannelFuture connecting = new Bootstrap()
                .group(loops.group())
                .channel(NioSocketChannel.class)
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(pace.connect().toMillis()))
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        loops.endsWithThese(channel);
                        SocketLink link = new SocketLink(channel, atMost, marks, pace);
                        DialProof proof = new DialProof(attempt, link, trust, pace);
                        Stages.furnish(channel, tls.newHandler(channel.alloc()), atMost, pace, proof, link);
                    }
                })
                .connect(address);
        connecting.addListener(done -> {
            if (!done.isSuccess()) {
                attempt.fail(Reason.SERVER_UNREACHABLE);
            }
        });
        attempt.whenComplete((link, failure) -> {
            if (link == null) {
                connecting.channel().close();
            }
        });
        return attempt;
    }
}

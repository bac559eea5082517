package org.beistand.transport.listen;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.net.InetAddress;
import javax.net.ssl.SSLException;
import org.beistand.protocol.value.Reason;
import org.beistand.transport.frame.FrameWriter;
import org.beistand.transport.link.Peer;
import org.beistand.transport.pipeline.SocketLink;
import org.beistand.transport.pipeline.Stages;
import org.beistand.transport.tls.OuterTls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a client in once he is proved, and tells him so by the first frame. */
final class ListenProof extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(ListenProof.class);

    private final Listener listener;
    private final Door door;
    private final InetAddress from;
    private final SocketLink link;
    private boolean knocking = true;

    ListenProof(Listener listener, Door door, InetAddress from, SocketLink link) {
        this.listener = listener;
        this.door = door;
        this.from = from;
        this.link = link;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) throws SSLException {
        if (event instanceof SslHandshakeCompletionEvent handshake) {
            if (handshake.isSuccess()) {
                enters(ctx);
            } else {
                refused(ctx, handshake.cause());
            }
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        refused(ctx, cause);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        givesUp();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        // Only after a refusal, until the connection is gone.
    }

    private void enters(ChannelHandlerContext ctx) throws SSLException {
        SslHandler tls = (SslHandler) ctx.pipeline().get(Stages.TLS);
        Peer client = new Peer(
                OuterTls.proved(tls.engine().getSession()), ctx.channel().remoteAddress());
        knocking = false;
        if (!door.enters(from)) {
            ctx.writeAndFlush(FrameWriter.goodbye(ctx.alloc(), Reason.SERVER_BUSY))
                    .addListener(ChannelFutureListener.CLOSE);
            return;
        }
        ctx.channel().closeFuture().addListener(gone -> door.leaves(from));
        link.proved(client);
        ctx.writeAndFlush(FrameWriter.alive(ctx.alloc()));
        ctx.pipeline().remove(this);
        listener.entered(link);
    }

    private void refused(ChannelHandlerContext ctx, Throwable cause) {
        LOG.debug("A connection was refused: {}", cause.getMessage());
        givesUp();
        ctx.close();
    }

    private void givesUp() {
        if (knocking) {
            knocking = false;
            door.givesUp(from);
        }
    }
}

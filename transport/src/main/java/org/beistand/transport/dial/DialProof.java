package org.beistand.transport.dial;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import java.security.cert.CertificateException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.beistand.protocol.value.Reason;
import org.beistand.transport.frame.Signal;
import org.beistand.transport.link.Peer;
import org.beistand.transport.pipeline.Pace;
import org.beistand.transport.pipeline.SocketLink;
import org.beistand.transport.pipeline.Stages;
import org.beistand.transport.tls.OuterTls;
import org.beistand.transport.tls.PinnedTrust;
import org.jspecify.annotations.Nullable;

/**
 * Waits until both sides are proved. In TLS 1.3 the one who dials is done before the server has looked at his certificate, so the
 * link is given away only with the server's first frame, which says that it believes him.
 */
final class DialProof extends ChannelInboundHandlerAdapter {
    private final Attempt attempt;
    private final SocketLink link;
    private final PinnedTrust trust;
    private final Pace pace;

    DialProof(Attempt attempt, SocketLink link, PinnedTrust trust, Pace pace) {
        this.attempt = attempt;
        this.link = link;
        this.trust = trust;
        this.pace = pace;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        // TLS has its own deadline; this one is for a server that says nothing after it.
        long deadline = 2 * pace.handshake().toMillis();
        ctx.executor().schedule(() -> attempt.fail(Reason.SERVER_UNREACHABLE), deadline, TimeUnit.MILLISECONDS);
        ctx.fireChannelActive();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) throws SSLException {
        if (event instanceof SslHandshakeCompletionEvent handshake && !handshake.isSuccess()) {
            failed(ctx, handshake.cause());
        } else if (event == Signal.ALIVE) {
            SslHandler tls = (SslHandler) ctx.pipeline().get(Stages.TLS);
            Peer server = new Peer(
                    OuterTls.proved(tls.engine().getSession()), ctx.channel().remoteAddress());
            link.proved(server);
            ctx.pipeline().remove(this);
            attempt.succeed(link);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        // A goodbye at the door, or a frame before the welcome, which no server of ours sends.
        attempt.fail(message instanceof Reason goodbye ? goodbye : Reason.PROTOCOL_VIOLATION);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        failed(ctx, cause);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        attempt.fail(Reason.SERVER_UNREACHABLE);
    }

    private void failed(ChannelHandlerContext ctx, Throwable cause) {
        attempt.fail(why(ctx, cause));
        ctx.close();
    }

    private Reason why(ChannelHandlerContext ctx, Throwable cause) {
        if (trust.proved()) {
            // It has proved itself, so what it refuses now is us.
            return has(cause, SSLException.class) != null ? Reason.CLIENT_NOT_GENUINE : Reason.SERVER_UNREACHABLE;
        }
        if (has(cause, CertificateException.class) != null) {
            return Reason.SERVER_NOT_GENUINE;
        }
        boolean gone = !ctx.channel().isActive() || has(cause, SslHandshakeTimeoutException.class) != null;
        return !gone && has(cause, SSLException.class) != null ? Reason.SERVER_NOT_GENUINE : Reason.SERVER_UNREACHABLE;
    }

    private static <T extends Throwable> @Nullable T has(Throwable top, Class<T> kind) {
        for (Throwable cause = top; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return kind.cast(cause);
            }
        }
        return null;
    }
}

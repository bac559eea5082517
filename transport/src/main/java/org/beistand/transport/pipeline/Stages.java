package org.beistand.transport.pipeline;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.handler.ssl.SslHandler;
import org.beistand.transport.frame.FrameDecoder;

/** The stages of every connection, in the order in which bytes come in. */
public final class Stages {
    public static final String TLS = "tls";
    public static final String KEEP_ALIVE = "keep-alive";
    public static final String FRAMES = "frames";
    /** Only until both sides are proved; then the link is given away and this stage is gone. */
    public static final String PROOF = "proof";

    public static final String LINK = "link";

    private Stages() {}

    public static void furnish(
            Channel channel, SslHandler tls, int atMost, Pace pace, ChannelHandler proof, SocketLink link) {
        tls.setHandshakeTimeoutMillis(pace.handshake().toMillis());
        channel.pipeline()
                .addLast(TLS, tls)
                .addLast(KEEP_ALIVE, new KeepAlive(pace))
                .addLast(FRAMES, new FrameDecoder(atMost))
                .addLast(PROOF, proof)
                .addLast(LINK, link);
    }
}

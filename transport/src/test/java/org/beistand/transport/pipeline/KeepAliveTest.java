package org.beistand.transport.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.beistand.protocol.value.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeepAliveTest {
    /** A socket that can be stuffed. */
    private static final class Socket extends ChannelOutboundHandlerAdapter {
        private boolean stuffed;
        private @Nullable ChannelPromise held;

        @Override
        public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
            if (stuffed) {
                ((ByteBuf) message).release();
                held = promise;
            } else {
                ctx.write(message, promise);
            }
        }
    }

    private final Socket socket = new Socket();
    private final List<Throwable> caught = new ArrayList<>();
    private final EmbeddedChannel channel =
            new EmbeddedChannel(socket, new KeepAlive(Pace.USUAL), new ChannelInboundHandlerAdapter() {
                @Override
                public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
                    caught.add(cause);
                }
            });

    @BeforeEach
    void start() {
        channel.freezeTime();
        channel.pipeline().fireUserEventTriggered(SslHandshakeCompletionEvent.SUCCESS);
    }

    @AfterEach
    void finish() {
        channel.finishAndReleaseAll();
    }

    @Test
    void saysSomethingWhenThereWasNothingToSayForTenSeconds() {
        pass(9);
        assertNull(channel.readOutbound());
        pass(4);
        ByteBuf alive = channel.readOutbound();
        assertNotNull(alive);
        assertEquals(Unpooled.buffer().writeInt(0), alive);
        alive.release();
        assertNull(channel.readOutbound());
    }

    @Test
    void saysNothingWhileThereIsTalk() {
        for (int i = 0; i < 10; i++) {
            pass(5);
            channel.writeInbound(Unpooled.buffer().writeInt(0));
            channel.writeOutbound(Unpooled.buffer().writeInt(1));
        }
        assertEquals(10, channel.outboundMessages().size());
    }

    @Test
    void givesUpWhenTheOtherSideIsSilentForThirtySeconds() {
        pass(29);
        assertEquals(List.of(), caught);
        pass(4);
        assertEquals(List.of(Reason.CONNECTION_LOST), reasons());
        pass(100);
        assertEquals(1, caught.size());
    }

    @Test
    void doesNotCountSilenceWhileNobodyReads() {
        channel.config().setAutoRead(false);
        pass(300);
        assertEquals(List.of(), caught);
        channel.config().setAutoRead(true);
        pass(25);
        assertEquals(List.of(), caught);
    }

    @Test
    void givesUpWhenTheOtherSideTakesNothingForAMinute() {
        channel.config().setAutoRead(false);
        socket.stuffed = true;
        channel.writeOneOutbound(Unpooled.buffer().writeInt(1));
        pass(58);
        assertEquals(List.of(), caught);
        pass(6);
        assertEquals(List.of(Reason.TOO_SLOW), reasons());
    }

    @Test
    void isPatientAsLongAsTheOtherSideTakesSomething() {
        channel.config().setAutoRead(false);
        socket.stuffed = true;
        for (int i = 0; i < 10; i++) {
            channel.writeOneOutbound(Unpooled.buffer().writeInt(1));
            pass(40);
            ChannelPromise held = socket.held;
            assertNotNull(held);
            held.setSuccess();
        }
        assertEquals(List.of(), caught);
    }

    private List<Reason> reasons() {
        return caught.stream()
                .map(cause -> assertInstanceOf(LinkLost.class, cause).reason())
                .toList();
    }

    private void pass(int seconds) {
        for (int i = 0; i < seconds * 4; i++) {
            channel.advanceTimeBy(250, TimeUnit.MILLISECONDS);
            channel.runScheduledPendingTasks();
        }
    }
}

package org.beistand.transport.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.Octets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FramesOnAStreamTest {
    private static final int AT_MOST = 100_000;

    private final List<Object> told = new ArrayList<>();
    private final EmbeddedChannel channel =
            new EmbeddedChannel(new FrameDecoder(AT_MOST), new ChannelInboundHandlerAdapter() {
                @Override
                public void channelRead(ChannelHandlerContext ctx, Object message) {
                    told.add(message);
                    if (message.equals(PAUSE)) {
                        ctx.channel().config().setAutoRead(false);
                    }
                }

                @Override
                public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
                    told.add(event);
                }

                @Override
                public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
                    told.add(cause);
                }
            });

    private static final Octets PAUSE = Octets.of((byte) 'p');

    @AfterEach
    void finish() {
        channel.finishAndReleaseAll();
    }

    @Test
    void areFoundHoweverTheStreamIsCut() {
        Octets first = Octets.fromHex("0102030405");
        Octets second = Octets.fromHex("ff");
        byte[] stream = stream(first, second);
        for (int cut = 0; cut <= stream.length; cut++) {
            told.clear();
            ByteBuf whole = Unpooled.wrappedBuffer(stream);
            channel.writeInbound(whole.readRetainedSlice(cut));
            channel.writeInbound(whole);
            assertEquals(List.of(first, second), told, "cut at " + cut);
        }
    }

    @Test
    void areFoundWhenEveryByteComesAlone() {
        Octets frame = Octets.of(new byte[70_000]);
        for (byte one : stream(frame)) {
            channel.writeInbound(Unpooled.wrappedBuffer(new byte[] {one}));
        }
        assertEquals(List.of(frame), told);
    }

    @Test
    void withoutContentAreSignsOfLife() {
        channel.writeInbound(Unpooled.wrappedBuffer(new byte[8]));
        assertEquals(List.of(Signal.ALIVE, Signal.ALIVE), told);
    }

    @Test
    void sayGoodbyeWithAReason() {
        channel.writeInbound(FrameWriter.goodbye(channel.alloc(), Reason.SERVER_STOPPING));
        assertEquals(List.of(Reason.SERVER_STOPPING), told);
        ByteBuf late = Unpooled.wrappedBuffer(stream(PAUSE));
        channel.writeInbound(late);
        assertEquals(1, told.size());
        assertEquals(0, late.refCnt());
    }

    @Test
    void sayGoodbyeAlsoWithAReasonThatNobodyHereKnows() {
        channel.writeInbound(Unpooled.buffer().writeInt(-1).writeShort(0xFFFE));
        assertEquals(List.of(Reason.CONNECTION_LOST), told);
    }

    @Test
    void beyondTheLimitAreRefusedByTheirHeaderAlone() {
        for (int announced : new int[] {AT_MOST + 1, Integer.MAX_VALUE, Integer.MIN_VALUE, -2}) {
            EmbeddedChannel strict = new EmbeddedChannel(new FrameDecoder(AT_MOST));
            ByteBuf header = Unpooled.buffer().writeInt(announced);
            FrameViolation violation = assertThrows(FrameViolation.class, () -> strict.writeInbound(header));
            assertEquals(0, violation.getStackTrace().length);
            assertEquals(0, header.refCnt());
            assertNull(strict.readInbound());
        }
    }

    @Test
    void afterAViolationAreNotLookedAt() {
        channel.writeInbound(Unpooled.buffer().writeInt(AT_MOST + 1).writeBytes(stream(PAUSE)));
        channel.writeInbound(Unpooled.wrappedBuffer(stream(PAUSE)));
        assertEquals(1, told.size());
        assertInstanceOf(FrameViolation.class, told.getFirst());
    }

    @Test
    void waitWhileTheChannelDoesNotRead() {
        Octets next = Octets.fromHex("07");
        ByteBuf both = Unpooled.wrappedBuffer(stream(PAUSE, next, PAUSE, next));
        channel.writeInbound(both);
        assertEquals(List.of(PAUSE), told);
        channel.config().setAutoRead(true);
        assertEquals(List.of(PAUSE, next, PAUSE), told);
        channel.config().setAutoRead(true);
        assertEquals(List.of(PAUSE, next, PAUSE, next), told);
        assertEquals(0, both.refCnt());
    }

    @Test
    void thatStillWaitAreReleasedWhenTheChannelGoes() {
        ByteBuf both = Unpooled.wrappedBuffer(stream(PAUSE, PAUSE));
        channel.writeInbound(both);
        assertEquals(1, both.refCnt());
        channel.close();
        assertEquals(0, both.refCnt());
    }

    private static byte[] stream(Octets... frames) {
        ByteBuf out = Unpooled.buffer();
        for (Octets frame : frames) {
            FrameWriter.write(frame, out);
        }
        byte[] bytes = new byte[out.readableBytes()];
        out.readBytes(bytes);
        return bytes;
    }
}

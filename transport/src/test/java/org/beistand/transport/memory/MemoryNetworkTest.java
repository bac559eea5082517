package org.beistand.transport.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.beistand.protocol.value.Endpoint;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.MalformedMessage;
import org.beistand.protocol.wire.Octets;
import org.beistand.transport.dial.DialFailed;
import org.beistand.transport.link.Link;
import org.beistand.transport.link.Watermarks;
import org.junit.jupiter.api.Test;

class MemoryNetworkTest {
    private static final Endpoint SERVER = new Endpoint("server.example", 2000);

    private final MemoryNetwork network = new MemoryNetwork();
    private final MemoryPair pair = network.pair(MemoryNetwork.peer(), MemoryNetwork.peer());
    private final Recorder first = new Recorder();
    private final Recorder second = new Recorder();

    @Test
    void deliversFramesInOrderAndOnlyWhenPumped() {
        openBoth();
        pair.first().send(frame(1));
        pair.first().send(frame(2));
        assertEquals(List.of(), second.frames());
        network.pump();
        assertEquals(List.of(frame(1), frame(2)), second.frames());
    }

    @Test
    void keepsWhatArrivesBeforeTheReceiverIsNamed() {
        pair.first().send(frame(1));
        network.pump();
        pair.second().open(second);
        network.pump();
        assertEquals(List.of(frame(1)), second.frames());
    }

    @Test
    void deliversNothingWhilePausedNotEvenTheNextFrame() {
        Recorder pausing = new Recorder(frame -> pair.second().pause());
        pair.second().open(pausing);
        pair.first().send(frame(1));
        pair.first().send(frame(2));
        network.pump();
        assertEquals(List.of(frame(1)), pausing.frames());
        pair.second().resume();
        network.pump();
        assertEquals(List.of(frame(1), frame(2)), pausing.frames());
    }

    @Test
    void isNotWritableBetweenHighAndLow() {
        MemoryNetwork small = MemoryNetwork.with(new Watermarks(10, 20, 100));
        MemoryPair narrow = small.pair(MemoryNetwork.peer(), MemoryNetwork.peer());
        narrow.first().open(first);
        narrow.second().open(second);
        narrow.second().pause();
        narrow.first().send(Octets.of(new byte[15]));
        assertTrue(narrow.first().isWritable());
        narrow.first().send(Octets.of(new byte[6]));
        assertFalse(narrow.first().isWritable());
        small.pump();
        assertEquals(List.of(false), first.changes());
        narrow.second().resume();
        small.pump();
        assertTrue(narrow.first().isWritable());
        assertEquals(List.of(false, true), first.changes());
    }

    @Test
    void endsTheLinkOfASenderWhoNeverWaits() {
        MemoryNetwork small = MemoryNetwork.with(new Watermarks(10, 20, 100));
        MemoryPair narrow = small.pair(MemoryNetwork.peer(), MemoryNetwork.peer());
        narrow.first().open(first);
        narrow.second().open(second);
        narrow.second().pause();
        narrow.first().send(Octets.of(new byte[60]));
        narrow.first().send(Octets.of(new byte[60]));
        small.pump();
        assertEquals(List.of(Reason.TOO_SLOW), first.closings());
        assertEquals(List.of(Reason.CONNECTION_LOST), second.closings());
    }

    @Test
    void tellsBothSidesTheReasonOnceAfterTheLastFrame() {
        pair.first().open(first);
        Recorder last = new Recorder();
        pair.second().open(last);
        pair.first().send(frame(1));
        pair.first().close(Reason.SESSION_ENDED);
        pair.first().close(Reason.INTERNAL);
        pair.first().send(frame(2));
        network.pump();
        assertEquals(List.of(frame(1)), last.frames());
        assertEquals(List.of(Reason.SESSION_ENDED), last.closings());
        assertEquals(List.of(Reason.SESSION_ENDED), first.closings());
    }

    @Test
    void tellsBothSidesWhenTheWireBreaks() {
        openBoth();
        pair.first().send(frame(1));
        pair.cut();
        network.pump();
        assertEquals(List.of(), second.frames());
        assertEquals(List.of(Reason.CONNECTION_LOST), first.closings());
        assertEquals(List.of(Reason.CONNECTION_LOST), second.closings());
    }

    @Test
    void tellsTheEndAlsoToWhoOpensLate() {
        pair.cut();
        network.pump();
        pair.first().open(first);
        network.pump();
        assertEquals(List.of(Reason.CONNECTION_LOST), first.closings());
    }

    @Test
    void endsAsAViolationWhenTheReceiverCannotReadAFrame() {
        pair.first().open(first);
        Recorder strict = new Recorder(frame -> {
            throw new MalformedMessage("not a message");
        });
        pair.second().open(strict);
        pair.first().send(frame(1));
        network.pump();
        assertEquals(List.of(Reason.PROTOCOL_VIOLATION), first.closings());
        assertEquals(List.of(Reason.PROTOCOL_VIOLATION), strict.closings());
    }

    @Test
    void letsATapAlterDropRepeatSwapAndRecord() {
        openBoth();
        List<Octets> record = new ArrayList<>();
        pair.first().tap(Tap.recording(record));
        pair.first().send(frame(2));
        pair.first().tap(Tap.flipping(-1));
        pair.first().send(frame(2));
        pair.first().tap(Tap.dropping(frame -> true));
        pair.first().send(frame(9));
        pair.first().tap(Tap.repeating(frame -> true));
        pair.first().send(frame(4));
        pair.first().tap(Tap.swapping());
        pair.first().send(frame(5));
        pair.first().send(frame(6));
        pair.first().inject(frame(7));
        network.pump();
        assertEquals(List.of(frame(2)), record);
        assertEquals(List.of(frame(2), frame(3), frame(4), frame(4), frame(6), frame(5), frame(7)), second.frames());
        assertEquals(0, pair.first().unsent());
    }

    @Test
    void needsNoPumpWhenImmediate() {
        MemoryPair quick = MemoryNetwork.immediate().pair(MemoryNetwork.peer(), MemoryNetwork.peer());
        quick.first().open(first);
        quick.second().open(new Recorder(frame -> quick.second().send(frame)));
        quick.first().send(frame(1));
        assertEquals(List.of(frame(1)), first.frames());
    }

    @Test
    void dialsOnlyWhereSomebodyListens() throws Exception {
        List<Link> accepted = new ArrayList<>();
        CompletableFuture<Link> early = network.dialler(MemoryNetwork.peer()).dial(SERVER, 100);
        network.pump();
        ExecutionException failed = assertThrows(ExecutionException.class, early::get);
        assertEquals(
                Reason.SERVER_UNREACHABLE,
                assertInstanceOf(DialFailed.class, failed.getCause()).reason());
        network.listen(SERVER, MemoryNetwork.peer(), accepted::add);
        CompletableFuture<Link> late = network.dialler(MemoryNetwork.peer()).dial(SERVER, 100);
        network.pump();
        late.get().send(frame(1));
        accepted.getFirst().open(second);
        network.pump();
        assertEquals(List.of(frame(1)), second.frames());
    }

    private void openBoth() {
        pair.first().open(first);
        pair.second().open(second);
    }

    private static Octets frame(int value) {
        return Octets.of((byte) value);
    }
}

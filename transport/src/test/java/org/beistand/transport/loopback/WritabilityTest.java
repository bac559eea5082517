package org.beistand.transport.loopback;

import org.beistand.protocol.wire.Octets;
import org.beistand.transport.link.Link;
import org.beistand.transport.link.Watermarks;
import org.beistand.transport.listen.ListenLimits;
import org.beistand.transport.memory.Recorder;
import org.beistand.transport.pipeline.Pace;
import org.beistand.transport.tls.OuterTls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever waits because a link is full is always told when it no longer is. */
@Timeout(60)
class WritabilityTest {
    @Test
    void aLinkThatWasFullAndIsNotAnyMoreSaysSoEvenIfNobodyWasToldThatItWasFull() throws Exception {
        // One frame is beyond the high mark, and goes out whole.
        Watermarks marks = new Watermarks(10, 500, 1 << 20);
        try (Loopback loopback = new Loopback(ListenLimits.USUAL, Pace.USUAL, marks, OuterTls.usual())) {
            Link client = loopback.dial();
            Recorder heard = new Recorder();
            client.open(heard);
            Link server = loopback.accepted();
            Recorder told = new Recorder();
            server.open(told);
            for (int i = 1; i <= 50; i++) {
                server.send(Octets.of(new byte[1000]));
                heard.awaitFrames(i);
                told.awaitWritable(i);
            }
        }
    }
}

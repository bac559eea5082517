package org.beistand.client.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.beistand.protocol.session.screen.FramePart;
import org.beistand.protocol.wire.MalformedMessage;
import org.beistand.protocol.wire.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A picture travels in parts, so that a click need not wait for it. */
class FramePartsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 61_439, 61_440, 61_441, 122_880, 122_881, 3_000_000, FrameAssembly.MOST_BYTES})
    void makeTheSamePictureAgain(int length) {
        byte[] bytes = new byte[length];
        new SplittableRandom(length).nextBytes(bytes);
        FrameAssembly assembly = new FrameAssembly(7);
        for (int frame = 1; frame <= 3; frame++) {
            Octets picture = Octets.of(bytes);
            List<FramePart> parts = FrameSplitter.split(7, frame, picture);
            assertEquals((length + 61_439) / 61_440, parts.size());
            Optional<Octets> whole = Optional.empty();
            for (FramePart part : parts) {
                assertTrue(part.data().length() <= 61_440);
                assertEquals(Optional.empty(), whole);
                whole = assembly.add(part);
            }
            assertEquals(Optional.of(picture), whole);
        }
    }

    @Test
    void areNeverMadeOfNothingOrTooMuch() {
        assertThrows(IllegalArgumentException.class, () -> FrameSplitter.split(1, 1, Octets.EMPTY));
        Octets tooMuch = Octets.of(new byte[FrameAssembly.MOST_BYTES + 1]);
        assertThrows(IllegalArgumentException.class, () -> FrameSplitter.split(1, 1, tooMuch));
    }

    @Test
    void areRefusedOutOfOrder() {
        Octets some = Octets.of(new byte[10]);
        assertThrows(MalformedMessage.class, () -> new FrameAssembly(1).add(new FramePart(2, 1, true, some)));
        assertThrows(MalformedMessage.class, () -> new FrameAssembly(1).add(new FramePart(1, 0, true, some)));
        assertThrows(MalformedMessage.class, () -> new FrameAssembly(1).add(new FramePart(1, -1, true, some)));
        assertThrows(MalformedMessage.class, () -> new FrameAssembly(1).add(new FramePart(1, 1, true, Octets.EMPTY)));
        FrameAssembly begun = new FrameAssembly(1);
        begun.add(new FramePart(1, 1, false, some));
        assertThrows(MalformedMessage.class, () -> begun.add(new FramePart(1, 2, true, some)));
        FrameAssembly done = new FrameAssembly(1);
        done.add(new FramePart(1, 1, true, some));
        assertThrows(MalformedMessage.class, () -> done.add(new FramePart(1, 1, true, some)));
        FrameAssembly later = new FrameAssembly(1);
        later.add(new FramePart(1, 58, true, some));
        assertThrows(MalformedMessage.class, () -> later.add(new FramePart(1, 60, true, some)));
        assertEquals(Optional.of(some), later.add(new FramePart(1, 59, true, some)));
    }

    @Test
    void areRefusedWhenThereIsNoEndOfThem() {
        FrameAssembly assembly = new FrameAssembly(1);
        FramePart part = new FramePart(1, 1, false, Octets.of(new byte[61_440]));
        for (int i = 0; i < FrameAssembly.MOST_BYTES / 61_440; i++) {
            assertEquals(Optional.empty(), assembly.add(part));
        }
        assertThrows(MalformedMessage.class, () -> assembly.add(part));
    }
}

package org.beistand.client.platform.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Picture;
import org.beistand.client.desktop.ScreenSource.Grabbed;
import org.beistand.client.desktop.ScreenSource.Move;
import org.beistand.client.platform.pixels.Turn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two monitors: one of 40 x 30, and right of it one of 20 x 10 that is turned by a quarter and so seen as 10 x 20. */
class DuplicatedOutputsTest {
    private static final Area ALL = new Area(-40, 0, 50, 30);
    private static final Area WHOLE = new Area(0, 0, 50, 30);

    private final FakeGraphics graphics = new FakeGraphics();
    private final FakeGraphics.Monitor left = graphics.new Monitor(40, 30);
    private final FakeGraphics.Monitor turned = graphics.new Monitor(20, 10);
    private final Picture picture = new Picture(50, 30);
    private final Capture capture = capture();

    private Capture capture() {
        D3dDevice device = graphics.device();
        return new DuplicatedOutputs(
                graphics.factory(),
                List.of(device),
                List.of(
                        new DuplicatedOutput(device, left.duplication(), new Area(0, 0, 40, 30), Turn.NONE),
                        new DuplicatedOutput(device, turned.duplication(), new Area(40, 5, 10, 20), Turn.QUARTER)),
                ALL);
    }

    @AfterEach
    void everythingIsGivenBack() {
        capture.close();
        left.unplug();
        turned.unplug();
        assertEquals(0, graphics.heldReferences());
        assertEquals(List.of(), graphics.unexpectedCalls);
        graphics.close();
    }

    private int at(int x, int y) {
        return picture.pixels()[y * 50 + x] & 0xFFFFFF;
    }

    private Grabbed first() throws Capture.Lost {
        left.frame(List.of(new Area(1, 1, 1, 1)), List.of());
        turned.frame(List.of(), List.of());
        Grabbed grabbed = capture.grab(picture, true);
        graphics.copied.clear();
        return grabbed;
    }

    @Test
    void theFirstPictureIsWholeWhateverIsToldOfIt() throws Capture.Lost {
        left.paint(39, 29, 0x112233);
        turned.paint(0, 0, 0x445566); // its left upper corner is seen in the right upper one
        turned.paint(19, 9, 0x778899);
        assertEquals(List.of(WHOLE), first().damage());
        assertEquals(0x112233, at(39, 29));
        assertEquals(0x445566, at(49, 5));
        assertEquals(0x778899, at(40, 24));
        assertEquals(0, at(45, 0));
    }

    @Test
    void onlyWhatIsToldIsCopiedAndSaid() throws Capture.Lost {
        first();
        left.paint(5, 6, 0xABCDEF);
        left.paint(20, 20, 0xFFFFFF); // nobody tells of it
        left.frame(List.of(new Area(4, 5, 3, 4)), List.of());
        assertTrue(capture.awaitDrawing(10));
        Grabbed grabbed = capture.grab(picture, false);
        assertEquals(List.of(new Area(4, 5, 3, 4)), grabbed.damage());
        assertEquals(List.of(new Area(4, 5, 3, 4)), graphics.copied);
        assertEquals(0xABCDEF, at(5, 6));
        assertEquals(0, at(20, 20));
        assertFalse(capture.awaitDrawing(1));
    }

    @Test
    void whatIsDrawnOnATurnedMonitorIsSaidWhereItIsSeen() throws Capture.Lost {
        first();
        turned.paint(2, 3, 0x00FF00);
        turned.frame(List.of(new Area(2, 3, 4, 1)), List.of());
        // 10 high: row 3 is seen in column 10 - 1 - 3, column 2 in row 2.
        assertEquals(
                List.of(new Area(46, 7, 1, 4)), capture.grab(picture, false).damage());
        assertEquals(0x00FF00, at(46, 7));
    }

    @Test
    void whatWasMovedIsDamageWhereItStandsNowAndAHintWhereItWas() throws Capture.Lost {
        first();
        turned.frame(List.of(), List.of(new Move(new Area(0, 0, 6, 2), 10, 4)));
        Grabbed grabbed = capture.grab(picture, false);
        assertEquals(List.of(new Area(44, 15, 2, 6)), grabbed.damage());
        assertEquals(List.of(new Move(new Area(48, 5, 2, 6), 44, 15)), grabbed.moves());
    }

    @Test
    void aMoveThatIsNotTheWholeStoryIsNoHint() throws Capture.Lost {
        first();
        left.frame(List.of(), List.of(new Move(new Area(0, 0, 6, 2), 10, 4)));
        assertTrue(capture.awaitDrawing(1));
        left.frame(List.of(new Area(0, 0, 1, 1)), List.of());
        Grabbed grabbed = capture.grab(picture, false);
        assertEquals(List.of(), grabbed.moves());
        assertEquals(List.of(new Area(10, 4, 6, 2), new Area(0, 0, 1, 1)), grabbed.damage());
    }

    @Test
    void aFrameOfWhichNothingIsToldIsNewAllOver() throws Capture.Lost {
        first();
        left.paint(30, 2, 0x010203);
        left.untoldFrame();
        assertEquals(
                List.of(new Area(0, 0, 40, 30)), capture.grab(picture, false).damage());
        assertEquals(0x010203, at(30, 2));
    }

    @Test
    void aMovedPointerIsNothingDrawn() throws Capture.Lost {
        first();
        left.pointerFrame();
        assertFalse(capture.awaitDrawing(5));
        assertEquals(List.of(), capture.grab(picture, false).damage());
        assertEquals(List.of(), graphics.copied);
    }

    @Test
    void aNewPictureIsFilledFromWhatIsKept() throws Capture.Lost {
        left.paint(7, 8, 0x123456);
        first();
        Picture other = new Picture(50, 30);
        assertEquals(List.of(WHOLE), capture.grab(other, true).damage());
        assertEquals(0xFF123456, other.pixels()[8 * 50 + 7]);
    }

    @Test
    void nothingOutsideTheMonitorIsCopied() throws Capture.Lost {
        first();
        left.frame(List.of(new Area(38, 28, 50, 50), new Area(100, 100, 5, 5)), List.of());
        assertEquals(
                List.of(new Area(38, 28, 2, 2)), capture.grab(picture, false).damage());
    }

    @Test
    void manySmallAreasAreTakenAsOne() throws Capture.Lost {
        first();
        for (int i = 0; i < 40; i++) {
            left.frame(List.of(new Area(i, 0, 1, 1)), List.of());
            capture.awaitDrawing(1);
        }
        List<Area> damage = capture.grab(picture, false).damage();
        assertTrue(damage.size() <= 25, damage::toString);
        for (int i = 0; i < 40; i++) {
            int x = i;
            assertTrue(damage.stream().anyMatch(area -> area.contains(x, 0)), "lost " + i);
        }
    }

    @Test
    void anotherDesktopAChangedResolutionOrAnUnpluggedMonitorEndIt() throws Capture.Lost {
        first();
        left.fail(0x887A0026);
        assertThrows(Capture.Lost.class, () -> capture.awaitDrawing(1));
        turned.fail(0x80070005);
        assertThrows(Capture.Lost.class, () -> capture.grab(picture, false));
        assertFalse(capture.awaitDrawing(1));
        graphics.current = false;
        assertThrows(Capture.Lost.class, () -> capture.awaitDrawing(1));
    }
}

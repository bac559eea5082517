package org.beistand.client.platform.macos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.beistand.client.platform.macos.DisplayMap.Display;
import org.beistand.client.platform.macos.Geometry.Part;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MacInputTest {
    private static final int A = 0x04;
    private static final int SHIFT = 0xE1;
    private static final int OPTION = 0xE2;
    private static final int COMMAND = 0xE3;

    private final List<String> posted = new ArrayList<>();
    private long nanos;
    private boolean deaf;

    private final MacInput input = new MacInput(new Posting() {
        @Override
        public void post(PostedEvent event) {
            posted.add(words(event));
        }

        @Override
        public DisplayMap displays() {
            return DisplayMap.of(List.of(new Display(1, new Part(0, 0, 1000, 500), 2, true)));
        }

        @Override
        public boolean isSecurityKeyDeaf() {
            return deaf;
        }

        @Override
        public long nanos() {
            return nanos;
        }
    });

    private static String words(PostedEvent event) {
        String flags = event.flags() == 0 ? "" : " with " + Long.toHexString(event.flags());
        return switch (event) {
            case PostedEvent.Mouse mouse ->
                "mouse " + mouse.kind() + " " + mouse.spot().x() + " "
                        + mouse.spot().y() + " " + mouse.button() + " " + mouse.clicks() + flags;
            case PostedEvent.Wheel wheel -> "wheel " + wheel.vertical() + " " + wheel.horizontal() + flags;
            case PostedEvent.Key key ->
                "key " + Integer.toHexString(key.code()) + (key.down() ? " down" : " up")
                        + (key.repeated() ? " again" : "") + (key.text().isEmpty() ? "" : " '" + key.text() + "'")
                        + flags;
        };
    }

    private void assertPosted(String... events) {
        assertEquals(List.of(events), posted);
        posted.clear();
    }

    private void click(int button) {
        input.button(button, true);
        input.button(button, false);
    }

    @Test
    void pixelsArePoints() {
        input.movePointer(201, 100);
        assertPosted("mouse 5 100.75 50.25 0 0");
    }

    @Test
    void theSecondClickInQuickSuccessionIsADoubleClick() {
        click(1);
        nanos += 400_000_000;
        click(1);
        nanos += 600_000_000;
        click(1);
        assertPosted(
                "mouse 1 0.0 0.0 0 1",
                "mouse 2 0.0 0.0 0 1",
                "mouse 1 0.0 0.0 0 2",
                "mouse 2 0.0 0.0 0 2",
                "mouse 1 0.0 0.0 0 1",
                "mouse 2 0.0 0.0 0 1");
    }

    @Test
    void anotherButtonOrAnotherPlaceIsAnotherClick() {
        click(1);
        click(3);
        input.movePointer(100, 100);
        click(3);
        assertPosted(
                "mouse 1 0.0 0.0 0 1",
                "mouse 2 0.0 0.0 0 1",
                "mouse 3 0.0 0.0 1 1",
                "mouse 4 0.0 0.0 1 1",
                "mouse 5 50.25 50.25 0 0",
                "mouse 3 50.25 50.25 1 1",
                "mouse 4 50.25 50.25 1 1");
    }

    @Test
    void moreButtonsAreOthersAndAMoveWithOneIsADrag() {
        click(2);
        click(5);
        click(9);
        input.button(3, true);
        input.movePointer(2, 2);
        assertPosted(
                "mouse 25 0.0 0.0 2 1",
                "mouse 26 0.0 0.0 2 1",
                "mouse 25 0.0 0.0 4 1",
                "mouse 26 0.0 0.0 4 1",
                "mouse 3 0.0 0.0 1 1",
                "mouse 7 1.25 1.25 1 0");
    }

    @Test
    void theWheelCountsUpAndLeft() {
        input.wheel(1, 2);
        input.wheel(0, -100_000);
        input.wheel(0, 0);
        assertPosted("wheel -6 -3", "wheel 150 0");
    }

    @Test
    void aCharacterIsItselfWhateverIsHeld() {
        input.key(OPTION, 0, false, true);
        input.key(0x0F, '@', false, true);
        input.key(0x0F, '@', false, true);
        input.key(0x0F, '@', false, false);
        input.key(0, 0x1F600, false, true);
        assertPosted(
                "key 3a down with 80000",
                "key 25 down '@'",
                "key 25 down again '@'",
                "key 25 up '@'",
                "key 0 down '\uD83D\uDE00'");
    }

    @Test
    void aShortcutIsWhatIsHeld() {
        input.key(COMMAND, 0, false, true);
        input.key(SHIFT, 0, false, true);
        input.key(0x1D, 'z', true, true);
        input.key(0x1D, 'z', true, false);
        input.key(COMMAND, 0, false, false);
        click(1);
        assertPosted(
                "key 37 down with 100000",
                "key 38 down with 120000",
                "key 6 down 'z' with 120000",
                "key 6 up 'z' with 120000",
                "key 37 up with 20000",
                "mouse 1 0.0 0.0 0 1 with 20000",
                "mouse 2 0.0 0.0 0 1 with 20000");
    }

    @Test
    void keysWithoutACharacterAreTheirPlaces() {
        input.key(0x50, 0, false, true);
        input.key(0, '\r', false, true);
        input.key(0, 0, false, true);
        input.key(0, 0xD83D, false, true);
        assertPosted("key 7b down", "key 24 down");
    }

    @Test
    @Tag("001-66")
    void nothingIsDoneWhileTheSecurityKeyCannotBeHeard() {
        input.key(A, 'a', false, true);
        input.button(1, true);
        posted.clear();
        deaf = true; // a field for a password has the keyboard
        input.key(0x05, 'b', false, true);
        input.key(SHIFT, 0, false, true);
        input.button(3, true);
        input.movePointer(5, 5);
        input.wheel(1, 1);
        assertPosted();
        input.key(A, 'a', false, false);
        input.button(1, false);
        assertPosted("key 0 up 'a'", "mouse 2 0.0 0.0 0 1");
    }

    @Test
    @Tag("001-67")
    void everythingThatIsHeldGoesUpAndNothingActsAfterwards() {
        input.key(COMMAND, 0, false, true);
        input.key(A, 'a', true, true);
        input.button(1, true);
        posted.clear();
        input.releaseAll();
        assertPosted("key 0 up 'a' with 100000", "key 37 up", "mouse 2 0.0 0.0 0 1");
        input.releaseAll();
        input.close();
        input.key(A, 'a', false, true);
        click(1);
        input.movePointer(1, 1);
        input.wheel(1, 1);
        assertPosted();
    }
}

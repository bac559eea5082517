package org.beistand.client.sight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.beistand.client.desktop.Area;
import org.beistand.protocol.session.control.ButtonChanged;
import org.beistand.protocol.session.control.WheelTurned;
import org.beistand.protocol.value.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A click acts only where the screen still shows what was clicked at, and there it always does. */
class StaleGuardTest {
    private static final int ROW = 20;

    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    // What must be stopped.

    @Test
    void aDialogThatPopsUpUnderThePointerIsNotClicked() {
        desk.draws(list(0)).passes(1000).isSeen();
        desk.window(2, new Area(100, 60, 240, 160)).draws(dialog(100, 60)).passes(50);
        assertFalse(desk.clicks(200, 150));
        assertEquals(List.of("200 150"), desk.stops);
    }

    @Test
    void aPlainWindowThatIsRaisedOverAnotherPlainOneIsNotClicked() {
        desk.window(2, new Area(50, 50, 300, 200)).window(1, new Area(0, 0, 480, 320));
        desk.draws(fill(Color.BLUE)).passes(1000).isSeen();
        desk.window(2, new Area(50, 50, 300, 200));
        desk.draws(g -> {
            g.setColor(Color.RED);
            g.fillRect(50, 50, 300, 200);
        });
        desk.passes(30).isCaptured().passes(30);
        // Even the way there, on the old picture, makes it no effect of the pointer.
        desk.points(180, 140);
        assertFalse(desk.clicks(200, 150));
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 130})
    void aListThatMovedByOneRowIsNotClicked(int x) {
        for (int y = 30; y < 290; y += 17) {
            desk.draws(list(0)).passes(2000).isSeen();
            desk.points(x, y).passes(700);
            desk.draws(list(1)).passes(20);
            assertFalse(desk.clicks(x, y), "at " + x + " " + y);
        }
    }

    @Test
    void aListThatMovesAgainAndAgainIsNoFilm() {
        desk.draws(list(0)).passes(2000).isSeen();
        for (int moved = 1; moved < 60; moved++) {
            desk.draws(list(moved)).passes(10).isCaptured();
            assertFalse(desk.clicks(80, 150), "moved " + moved);
            desk.letsGo();
            desk.passes(20).isSeen().passes(270);
        }
    }

    @Test
    void aPageThatWasScrolledAwayIsNotClicked() {
        for (int by : new int[] {3, 8, 15, 33, 120}) {
            desk.draws(page(0)).passes(2000).isSeen();
            desk.draws(page(by)).passes(40).isCaptured().passes(40);
            assertFalse(desk.clicks(200, 150), "scrolled by " + by);
        }
    }

    @Test
    void aButtonThatIsAnotherOneIsNotClicked() {
        desk.draws(button("Cancel", Color.LIGHT_GRAY)).passes(1000).isSeen();
        desk.points(200, 150).passes(20).draws(button("Delete", Color.LIGHT_GRAY));
        assertFalse(desk.clicks(200, 150));
    }

    @Test
    void aBoxThatWasTickedMeanwhileIsNotClicked() {
        desk.draws(box(false)).passes(1000).isSeen().points(200, 150).passes(900);
        desk.draws(box(true));
        assertFalse(desk.clicks(200, 150));
    }

    @Test
    void aPlaceThatBecameAnotherColourOfItselfIsNotClicked() {
        desk.draws(fill(Color.GREEN.darker())).passes(1000).isSeen();
        desk.points(200, 150).passes(1000).isSeen().passes(800);
        desk.draws(fill(Color.RED)).isCaptured();
        assertFalse(desk.clicks(200, 150));
    }

    @Test
    void nothingIsDoneWithoutASighting() {
        assertEquals(
                Optional.of(Reason.PLACE_NOT_SEEN),
                desk.does(new ButtonChanged(1, 200, 150, 1, true, Optional.empty())));
        assertEquals(
                Optional.of(Reason.PLACE_NOT_SEEN), desk.does(new WheelTurned(1, 200, 150, 0, 1, Optional.empty())));
        assertEquals(
                Optional.of(Reason.PLACE_NOT_SEEN),
                desk.does(new ButtonChanged(1, 9000, 9000, 1, true, desk.sighting(200, 150))));
    }

    @Test
    void theSecondPressOnSomethingStaleIsNotDoneEvenIfItsPictureHasJustCome() {
        desk.draws(list(0)).passes(1000).isSeen();
        desk.draws(list(1));
        assertFalse(desk.clicks(80, 100));
        desk.passes(150).isSeen();
        assertFalse(desk.clicks(80, 100));
        desk.passes(500);
        assertTrue(desk.clicks(80, 100));
    }

    @Test
    void theWheelIsNotTurnedOverSomethingElse() {
        desk.draws(list(0)).passes(1000).isSeen();
        desk.window(2, new Area(100, 60, 240, 160)).draws(dialog(100, 60)).passes(50);
        assertFalse(desk.turns(200, 150));
    }

    @Test
    void aDialogOverAFilmIsNotClicked() {
        Random noise = new Random(1);
        for (int i = 0; i < 40; i++) {
            desk.draws(film(noise)).passes(100).isSeen();
        }
        desk.window(2, new Area(100, 60, 240, 160)).draws(dialog(100, 60)).passes(50);
        assertFalse(desk.clicks(200, 150));
    }

    @Test
    void aSecondPressInAnotherWindowIsNone() {
        desk.draws(list(0)).passes(1000).isSeen();
        assertTrue(desk.clicks(200, 150));
        desk.window(2, new Area(100, 60, 240, 160)).draws(dialog(100, 60)).passes(150);
        assertFalse(desk.clicks(200, 150));
    }

    @Test
    void whatWasHeldWhenControlEndedExcusesNothing() {
        desk.draws(list(0)).passes(1000).isSeen();
        assertTrue(desk.presses(80, 100));
        desk.letsGo();
        desk.passes(2000).draws(list(1));
        assertFalse(desk.turns(80, 100));
    }

    // What must not be stopped.

    @Test
    void aStillScreenCanBeClickedEverywhereHoweverOldThePictureIs() {
        desk.draws(list(0)).passes(1000).isSeen().passes(60_000);
        for (int y = 0; y < Desk.HEIGHT; y += 13) {
            for (int x = 0; x < Desk.WIDTH; x += 17) {
                assertTrue(desk.clicks(x, y), "at " + x + " " + y);
                desk.passes(600);
            }
        }
        assertTrue(desk.clicks(Desk.WIDTH - 1, Desk.HEIGHT - 1));
    }

    @Test
    void aButtonThatShowsThePointerOnItCanBeClickedBeforeThatIsSeenAndAfterwards() {
        for (Color hovered : List.of(new Color(0xE8E8E8), new Color(0x0B5ED7), new Color(0xA0A0A0))) {
            desk.draws(button("Start", Color.LIGHT_GRAY)).passes(2000).isSeen();
            desk.points(200, 150).passes(40).draws(button("Start", hovered)).passes(40);
            assertTrue(desk.clicks(200, 150), "not seen, " + hovered);
            desk.passes(1000).isSeen();
            assertTrue(desk.clicks(200, 150), "seen, " + hovered);
            desk.passes(1000).draws(button("Start", Color.LIGHT_GRAY)).isSeen();
        }
    }

    @Test
    void anEntryOfAMenuThatLightsUpCanBeClickedOnASlowLine() {
        desk.window(2, new Area(120, 60, 200, 200)).draws(menu(-1)).passes(400).isSeen();
        desk.points(200, 80).passes(60).draws(menu(0)).isCaptured();
        desk.points(200, 150).passes(60).draws(menu(3)).isCaptured().passes(200);
        assertTrue(desk.clicks(200, 150));
    }

    @Test
    void aButtonThatLooksPressedCanBeReleasedAndClickedTwice() {
        desk.draws(button("Open", Color.LIGHT_GRAY)).passes(1000).isSeen();
        assertTrue(desk.presses(200, 150));
        desk.passes(30).draws(button("Open", Color.GRAY)).passes(60);
        desk.releases(200, 150);
        desk.draws(button("Opened", Color.LIGHT_GRAY)).passes(120);
        assertTrue(desk.clicks(201, 151));
    }

    @Test
    void aTextCursorBlinksWithoutStoppingAnything() {
        for (int height = 13; height < 20; height++) {
            for (int before = 20; before < 40; before++) {
                Area cursor = cursor(before, height);
                int x = cursor.x() - 20 + before;
                int y = cursor.y() + 8;
                desk.draws(page(0)).passes(2000).isSeen();
                desk.draws(g -> {
                    g.setColor(Color.BLACK);
                    g.fillRect(cursor.x(), cursor.y(), cursor.width(), cursor.height());
                });
                assertTrue(desk.clicks(x, y), "came: " + cursor);
                desk.passes(2000).isSeen().draws(page(0));
                assertTrue(desk.clicks(x, y), "went: " + cursor);
            }
        }
    }

    @Test
    void aFilmCanBeClickedWhileItPlays() {
        Random noise = new Random(1);
        for (int i = 0; i < 40; i++) {
            desk.draws(film(noise)).passes(100).isSeen();
        }
        for (int i = 0; i < 20; i++) {
            desk.draws(film(noise)).passes(100).isCaptured();
            desk.draws(film(noise)).passes(100).isCaptured();
            assertTrue(desk.clicks(200 + i, 150));
            desk.passes(100).draws(film(noise)).isSeen();
        }
    }

    @Test
    void whatIsHiddenFromThePictureStopsNothingBesideIt() {
        desk.draws(page(0)).draws(g -> {
            g.setColor(new Color(Desk.HIDDEN));
            g.fillRect(210, 161, 200, 90);
        });
        desk.passes(1000).isSeen().draws(page(0));
        assertTrue(desk.clicks(200, 150));
    }

    @Test
    void thePlaceWhereSomebodyTypesCanBeClicked() {
        String text = "the analyser reports error 4711 while";
        desk.draws(page(0)).passes(2000).isSeen();
        for (int typed = 1; typed < text.length(); typed++) {
            String now = text.substring(0, typed);
            desk.draws(g -> {
                g.setColor(Color.BLACK);
                g.drawString(now, 100, 310);
            });
            desk.passes(120).isCaptured();
            if (typed > 16) {
                assertTrue(desk.clicks(100 + desk.width(now), 305), now);
            }
            if (typed % 2 == 0) {
                desk.isSeen();
            }
        }
    }

    @Test
    void aLetterMoreBesideThePlaceStopsNothing() {
        desk.draws(page(0)).passes(2000).isSeen();
        desk.draws(g -> {
            g.setColor(Color.BLACK);
            g.drawString("e", 240, 146);
        });
        assertTrue(desk.clicks(200, 150));
    }

    @ParameterizedTest
    @ValueSource(floats = {0.9f, 0.6f, 0.35f})
    void aLossyPictureStopsNothing(float quality) throws IOException {
        Random random = new Random(2);
        desk.draws(photograph(random)).draws(g -> g.drawString("Probe B7 37.2 °C", 170, 155));
        desk.passes(1000).isSeenAs(jpeg(desk.screen(), quality));
        for (int i = 0; i < 300; i++) {
            int x = random.nextInt(Desk.WIDTH);
            int y = random.nextInt(Desk.HEIGHT);
            assertTrue(desk.clicks(x, y), "at " + x + " " + y);
            desk.passes(1000);
        }
    }

    @Test
    void whatIsDraggedTakesTheGuardWithIt() {
        desk.draws(list(0)).passes(1000).isSeen();
        assertTrue(desk.presses(80, 100));
        desk.points(120, 130).draws(list(1));
        assertTrue(desk.turns(120, 130));
        desk.releases(120, 130);
    }

    @Test
    void theWheelTurnsOnWhileThePictureIsBehindIt() {
        desk.draws(page(0)).passes(1000).isSeen();
        assertTrue(desk.turns(200, 150));
        for (int i = 1; i < 20; i++) {
            desk.draws(page(40 * i)).passes(80);
            assertTrue(desk.turns(200, 150));
        }
        desk.passes(2000);
        assertFalse(desk.turns(200, 150), "the picture is still the old one");
    }

    // What is on the screen.

    private static Consumer<Graphics2D> fill(Color colour) {
        return g -> {
            g.setColor(colour);
            g.fillRect(0, 0, Desk.WIDTH, Desk.HEIGHT);
        };
    }

    private static Consumer<Graphics2D> list(int first) {
        return fill(Color.WHITE).andThen(g -> {
            g.setColor(Color.BLACK);
            for (int i = 0; i * ROW < Desk.HEIGHT; i++) {
                int number = 4711 + 13 * (i + first);
                g.drawString(
                        "Patient " + number + ", sample " + (char) ('A' + number % 7) + number % 97, 20, 15 + ROW * i);
            }
        });
    }

    /** Between two letters of the tenth line. */
    private Area cursor(int before, int height) {
        int x = 9 + desk.width(line(10).substring(0, before));
        return new Area(x, 15 + 17 * 10 - 11 - (height - 13) / 2, height < 17 ? 1 : 2, height);
    }

    private static String line(int number) {
        Random words = new Random(number);
        StringBuilder text = new StringBuilder();
        while (text.length() < 60) {
            text.append(Integer.toString(words.nextInt(100_000), 36)).append(' ');
        }
        return text.toString();
    }

    private static Consumer<Graphics2D> page(int scrolled) {
        return fill(Color.WHITE).andThen(g -> {
            g.setColor(Color.DARK_GRAY);
            for (int line = 0; line < 120; line++) {
                g.drawString(line(line), 10, 15 + 17 * line - scrolled);
            }
        });
    }

    private static Consumer<Graphics2D> dialog(int x, int y) {
        return g -> {
            g.setColor(new Color(0xF0F0F0));
            g.fillRect(x, y, 240, 160);
            g.setColor(Color.BLACK);
            g.drawRect(x, y, 239, 159);
            g.drawString("Delete everything?", x + 50, y + 60);
            g.drawRect(x + 70, y + 80, 80, 26);
            g.drawString("Yes", x + 95, y + 97);
        };
    }

    private static Consumer<Graphics2D> button(String text, Color colour) {
        return g -> {
            g.setColor(colour);
            g.fillRect(150, 136, 100, 28);
            g.setColor(colour.getBlue() > 150 && colour.getRed() < 50 ? Color.WHITE : Color.BLACK);
            g.drawString(text, 180, 155);
        };
    }

    private static Consumer<Graphics2D> menu(int lit) {
        return g -> {
            for (int i = 0; i < 8; i++) {
                g.setColor(i == lit ? new Color(0x3060C0) : Color.WHITE);
                g.fillRect(120, 70 + 22 * i, 200, 22);
                g.setColor(i == lit ? Color.WHITE : Color.BLACK);
                g.drawString("Entry number " + i * 37, 150, 86 + 22 * i);
            }
        };
    }

    private static Consumer<Graphics2D> box(boolean ticked) {
        return g -> {
            g.setColor(Color.WHITE);
            g.fillRect(180, 130, 60, 40);
            g.setColor(Color.BLACK);
            g.drawRect(194, 144, 13, 13);
            if (ticked) {
                g.drawLine(196, 150, 200, 155);
                g.drawLine(197, 150, 201, 155);
                g.drawLine(200, 155, 206, 146);
                g.drawLine(201, 155, 207, 146);
            }
        };
    }

    private static Consumer<Graphics2D> film(Random noise) {
        return g -> {
            for (int y = 0; y < Desk.HEIGHT; y += 8) {
                for (int x = 0; x < Desk.WIDTH; x += 8) {
                    g.setColor(new Color(noise.nextInt(0x1000000)));
                    g.fillRect(x, y, 8, 8);
                }
            }
        };
    }

    private static Consumer<Graphics2D> photograph(Random random) {
        return g -> {
            for (int i = 0; i < 1500; i++) {
                g.setColor(new Color(random.nextInt(200), 60 + random.nextInt(150), random.nextInt(256), 90));
                int size = 10 + random.nextInt(90);
                g.fillOval(random.nextInt(520) - 40, random.nextInt(360) - 40, size, size);
            }
            g.setColor(Color.BLACK);
        };
    }

    private static BufferedImage jpeg(BufferedImage exact, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(quality);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(exact, null, null), how);
        } finally {
            writer.dispose();
        }
        return ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
    }
}

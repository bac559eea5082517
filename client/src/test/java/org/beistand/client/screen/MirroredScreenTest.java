package org.beistand.client.screen;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Picture;
import org.beistand.client.desktop.ScreenSource.Move;
import org.beistand.protocol.wire.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the viewer sees is what the owner sees, pixel by pixel, and it takes few bytes to say so. */
class MirroredScreenTest {
    private static final long SEED = Long.getLong("beistand.seed", System.nanoTime());

    @ParameterizedTest
    @CsvSource({
        "1, 1, 60",
        "2, 1, 60",
        "1, 300, 60",
        "63, 65, 300",
        "64, 64, 300",
        "65, 63, 300",
        "128, 130, 300",
        "401, 257, 250",
        "1366, 768, 40"
    })
    void isTheSameAfterEveryOfManyRandomPictures(int width, int height, int pictures) {
        RandomScreen screen = new RandomScreen(width, height, new SplittableRandom(SEED));
        try (Mirror mirror = new Mirror(width, height)) {
            for (int i = 0; i < pictures; i++) {
                screen.next();
                mirror.show(screen.picture, screen.damage, screen.hints, "picture " + i + " of seed " + SEED);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 60, 0",
        "2, 1, 60, 47",
        "1, 300, 60, 20",
        "63, 65, 300, 0",
        "64, 64, 300, 8",
        "65, 63, 300, 16",
        "128, 130, 600, 24",
        "401, 257, 500, 16",
        "401, 257, 250, 47",
        "1366, 768, 40, 16"
    })
    void isNearlyTheSameWhileItChangesAndTheSameWhenItRests(int width, int height, int pictures, int coarseness) {
        SplittableRandom random = new SplittableRandom(SEED);
        RandomScreen screen = new RandomScreen(width, height, random);
        try (Mirror mirror = new Mirror(width, height, ScreenEncoder.ENOUGH_BYTES, coarseness)) {
            for (int i = 0; i < pictures; i++) {
                String which = "picture " + i + " of seed " + SEED;
                screen.next();
                mirror.show(screen.picture, screen.damage, screen.hints, which);
                if (random.nextInt(8) == 0) {
                    mirror.sharpen(screen.picture, which);
                }
            }
            mirror.sharpen(screen.picture, "the end of seed " + SEED);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3_000, 20_000})
    void arrivesInPiecesWhenAPictureIsLarge(int enoughBytes) {
        RandomScreen screen = new RandomScreen(401, 257, new SplittableRandom(SEED));
        try (Mirror mirror = new Mirror(401, 257, enoughBytes, ScreenEncoder.USUAL_COARSENESS)) {
            for (int i = 0; i < 100; i++) {
                screen.next();
                mirror.show(screen.picture, screen.damage, screen.hints, "picture " + i + " of seed " + SEED);
            }
            mirror.sharpen(screen.picture, "the end of seed " + SEED);
            assertTrue(mirror.piecesOwed > 0, () -> "nothing came in pieces, seed " + SEED);
        }
    }

    @Test
    void comesToAnEndEverywhereEvenIfItsTopNeverRests() {
        SplittableRandom random = new SplittableRandom(SEED);
        Picture now = new Picture(300, 640);
        Picture shown = new Picture(300, 640);
        try (ScreenEncoder encoder =
                        new ScreenEncoder(300, 640, ScreenEncoder.LEVEL, 30_000, ScreenEncoder.NO_SKETCHES);
                ScreenDecoder decoder = new ScreenDecoder(300, 640)) {
            now.pixels()[639 * 300 + 299] = 0xFFFFFFFF;
            for (int i = 0; i < 50; i++) {
                for (int j = 0; j < 300 * 576; j++) {
                    now.pixels()[j] = 0xFF000000 | random.nextInt();
                }
                encoder.encode(now, List.of(now.area()), List.of()).ifPresent(one -> decoder.apply(one, shown));
            }
            assertEquals(0xFFFFFFFF, shown.pixels()[639 * 300 + 299]);
        }
    }

    @Test
    void neverLetsASmallChangeWaitBehindALargeOne() {
        SplittableRandom random = new SplittableRandom(SEED);
        Picture now = new Picture(640, 640);
        Picture shown = new Picture(640, 640);
        for (int i = 0; i < now.pixels().length; i++) {
            now.pixels()[i] = random.nextBoolean() ? 0xFF102030 : 0xFFF0F1F2;
        }
        try (ScreenEncoder encoder = new ScreenEncoder(640, 640);
                ScreenDecoder decoder = new ScreenDecoder(640, 640)) {
            encoder.pace(0, 3_000, 0);
            decoder.apply(encoder.encode(now, List.of(now.area()), List.of()).orElseThrow(), shown);
            assertTrue(encoder.owes(), "all of it fits in");
            for (int at : new int[] {5, 3 * 640 + 70, 200}) {
                now.pixels()[at] = 0xFFFF0000;
                Area changed = new Area(at % 640, at / 640, 1, 1);
                decoder.apply(encoder.encode(now, List.of(changed), List.of()).orElseThrow(), shown);
                assertTrue(encoder.owes(), "all of it fits in");
                assertEquals(0xFFFF0000, shown.pixels()[at], "at " + at);
            }
        }
    }

    @Test
    void costsNothingWhileItIsStill() {
        Activity typing = Activity.typing(640, 480);
        Picture now = new Picture(640, 480);
        try (ScreenEncoder encoder = new ScreenEncoder(640, 480)) {
            assertEquals(
                    Optional.empty(), encoder.encode(now, List.of(now.area()), List.of()), "black as at the beginning");
            typing.next(now);
            assertTrue(encoder.encode(now, List.of(now.area()), List.of()).isPresent());
            assertEquals(Optional.empty(), encoder.encode(now, List.of(), List.of()));
            assertEquals(
                    Optional.empty(),
                    encoder.encode(now, List.of(now.area()), List.of(new Move(new Area(0, 0, 100, 100), 50, 50))));
        }
    }

    @ParameterizedTest
    @CsvSource({"typing, 300, 1500", "scrolling, 16000, 50000", "dragging, 14000, 30000", "switching, 60000, 400000"})
    void takesFewBytes(String name, int onAverage, int atMost) {
        Activity activity = switch (name) {
            case "typing" -> Activity.typing(1366, 768);
            case "scrolling" -> Activity.scrolling(1366, 768);
            case "dragging" -> Activity.dragging(1366, 768);
            default -> Activity.switching(1366, 768);
        };
        Picture now = new Picture(1366, 768);
        try (Mirror mirror = new Mirror(1366, 768)) {
            mirror.show(now, activity.next(now), List.of(), name);
            mirror.show(now, activity.next(now), List.of(), name);
            List<Integer> sizes = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                sizes.add(mirror.show(now, activity.next(now), List.of(), name));
            }
            int sum = sizes.stream().mapToInt(Integer::intValue).sum();
            assertTrue(sum / sizes.size() <= onAverage, sizes::toString);
            assertTrue(sizes.stream().allMatch(size -> size <= atMost), sizes::toString);
        }
    }

    @Test
    void followsAWindowThatIsMovedSidewaysByLessThanItIsWide() {
        SplittableRandom random = new SplittableRandom(SEED);
        Picture now = new Picture(700, 400);
        try (Mirror mirror = new Mirror(700, 400)) {
            for (int i = 0; i < now.pixels().length; i++) {
                now.pixels()[i] = 0xFF000000 | random.nextInt();
            }
            mirror.show(now, List.of(now.area()), List.of(), "seed " + SEED);
            for (int by : new int[] {1, -1, 7, -30, 3}) {
                int[] before = now.pixels().clone();
                for (int y = 50; y < 350; y++) {
                    System.arraycopy(before, y * 700 + 100, now.pixels(), y * 700 + 100 + by, 480);
                }
                int size = mirror.show(now, List.of(now.area()), List.of(), "by " + by + ", seed " + SEED);
                assertTrue(size < 2_000, size + " bytes by " + by);
            }
        }
    }

    /** A rehearsal in which something goes wrong would end the session before it has begun. */
    @Test
    void rehearsesWithoutAnybodyWatching() {
        Rehearsal.play();
        Rehearsal.once();
    }

    @Test
    void refusesPicturesOfAnotherSize() {
        Picture other = new Picture(11, 10);
        try (ScreenEncoder encoder = new ScreenEncoder(10, 10);
                ScreenDecoder decoder = new ScreenDecoder(10, 10)) {
            assertThrows(IllegalArgumentException.class, () -> encoder.encode(other, List.of(), List.of()));
            assertThrows(IllegalArgumentException.class, () -> decoder.apply(Octets.EMPTY, other));
        }
    }

    /** Owner and viewer; every picture is compared. */
    private static final class Mirror implements AutoCloseable {
        private final ScreenEncoder encoder;
        private final ScreenDecoder decoder;
        private final Picture shown;
        int piecesOwed;

        Mirror(int width, int height) {
            this(width, height, ScreenEncoder.ENOUGH_BYTES, ScreenEncoder.NO_SKETCHES);
        }

        Mirror(int width, int height, int enoughBytes, int coarseness) {
            encoder = new ScreenEncoder(width, height, ScreenEncoder.LEVEL, enoughBytes, coarseness);
            decoder = new ScreenDecoder(width, height);
            shown = new Picture(width, height);
        }

        int show(Picture now, List<Area> damage, List<Move> hints, String which) {
            int size = 0;
            List<Area> left = damage;
            do {
                Optional<Octets> encoded = encoder.encode(now, left, hints);
                if (encoded.isPresent()) {
                    piecesOwed += encoder.owes() ? 1 : 0;
                    size += take(encoded.get(), which);
                }
                left = List.of();
            } while (encoder.owes());
            assertExactButWhereCoarse(now, which);
            return size;
        }

        int sharpen(Picture now, String which) {
            int size = 0;
            while (encoder.isCoarse()) {
                size += take(encoder.sharpen(now, 0).orElseThrow(), which);
            }
            assertArrayEquals(now.pixels(), shown.pixels(), which);
            assertEquals(List.of(), decoder.coarseAreas(), which);
            return size;
        }

        private int take(Octets encoded, String which) {
            int[] before = shown.pixels().clone();
            List<Area> changed = decoder.apply(encoded, shown);
            assertCovered(before, changed, which);
            return encoded.length();
        }

        private void assertExactButWhereCoarse(Picture now, String which) {
            int[] exact = shown.pixels().clone();
            for (Area area : decoder.coarseAreas()) {
                for (int y = area.y(); y < area.y() + area.height(); y++) {
                    int at = y * now.width() + area.x();
                    System.arraycopy(now.pixels(), at, exact, at, area.width());
                }
            }
            assertArrayEquals(now.pixels(), exact, which);
        }

        private void assertCovered(int[] before, List<Area> changed, String which) {
            for (Area area : changed) {
                assertEquals(area, area.intersect(shown.area()), which);
                for (int y = area.y(); y < area.y() + area.height(); y++) {
                    int at = y * shown.width() + area.x();
                    System.arraycopy(shown.pixels(), at, before, at, area.width());
                }
            }
            assertArrayEquals(shown.pixels(), before, () -> "changed outside " + changed + " in " + which);
        }

        @Override
        public void close() {
            encoder.close();
            decoder.close();
        }
    }
}

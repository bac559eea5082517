package org.beistand.client.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.beistand.client.desktop.Picture;
import org.beistand.protocol.wire.Octets;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The pieces of encoder and decoder, each alone, at 1920 x 1080: {@code ./beistand bench jmh PiecesBenchmark -prof gc}. The
 * package is that of the pieces, which nobody else may use.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PiecesBenchmark {
    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;
    private static final int PICTURES = 6;

    private final int[] before = new int[WIDTH * HEIGHT];
    private final int[] after = new int[WIDTH * HEIGHT];
    private final int[] photograph = new int[WIDTH * HEIGHT];
    private final int[] another = new int[WIDTH * HEIGHT];
    private final int[] text = new int[WIDTH * HEIGHT];
    private final TileMap tiles = new TileMap(WIDTH, HEIGHT);
    private final MotionVote vote = new MotionVote(WIDTH, tiles);
    private final CopySearch search = new CopySearch(WIDTH, HEIGHT, tiles);
    private final CopyGroup group = new CopyGroup();
    private final Press drawn = new Press(ScreenEncoder.LEVEL);
    private final Press photographic = new Press(1);
    private final int[] shown = new int[WIDTH * HEIGHT];
    private final TileWriter writer = new TileWriter(drawn, photographic, shown, WIDTH);
    private final SketchWriter sketches = new SketchWriter(shown, WIDTH);
    private final Picture decoded = new Picture(WIDTH, HEIGHT);
    private final List<Octets> stream = new ArrayList<>();
    private byte[] taken = new byte[1 << 16];
    private boolean turn;

    @Setup(Level.Trial)
    public void draw() {
        Picture picture = new Picture(WIDTH, HEIGHT);
        Activity scrolling = Activity.scrolling(WIDTH, HEIGHT);
        scrolling.next(picture);
        System.arraycopy(picture.pixels(), 0, before, 0, before.length);
        scrolling.next(picture);
        System.arraycopy(picture.pixels(), 0, after, 0, after.length);
        Activity photographs = Activity.photographs(WIDTH, HEIGHT);
        photographs.next(picture);
        System.arraycopy(picture.pixels(), 0, photograph, 0, photograph.length);
        photographs.next(picture);
        System.arraycopy(picture.pixels(), 0, another, 0, another.length);
        Activity.typing(WIDTH, HEIGHT).next(picture);
        System.arraycopy(picture.pixels(), 0, text, 0, text.length);
        Activity film = Activity.video(WIDTH, HEIGHT);
        Picture now = new Picture(WIDTH, HEIGHT);
        try (ScreenEncoder encoder = new ScreenEncoder(WIDTH, HEIGHT)) {
            for (int i = 0; i < PICTURES; i++) {
                encoder.encode(now, film.next(now), List.of()).ifPresent(stream::add);
            }
        }
        tiles.suspectAll();
        tiles.compare(before, after);
        vote.hold(before, after, List.of());
    }

    @TearDown(Level.Trial)
    public void end() {
        drawn.close();
        photographic.close();
    }

    /** Two pictures that differ nowhere: the most there is to compare. */
    @Benchmark
    public int compareEqualPictures() {
        TileMap all = new TileMap(WIDTH, HEIGHT);
        all.suspectAll();
        all.compare(before, before);
        return all.changedTiles();
    }

    @Benchmark
    public int voteOnAScroll() {
        vote.hold(before, after, List.of());
        return vote.winners();
    }

    @Benchmark
    public int findAScroll() {
        group.begin(vote.dx(0), vote.dy(0));
        search.find(before, after, group);
        return group.count();
    }

    /** A tile of 64 x 64 in the middle of text. */
    @Benchmark
    public int writeATileOfText() {
        int kind = writer.kindOf(text, 640, 512, 64, 64);
        writer.write(kind, text, 640, 512, 64, 64);
        return pressed(drawn);
    }

    /** A tile that was another photograph before. */
    @Benchmark
    public int sketchATile() {
        turn = !turn;
        sketches.begin(ScreenEncoder.USUAL_COARSENESS);
        sketches.write(turn ? photograph : another, turn ? another : photograph, 640, 512, 64, 64);
        sketches.end(photographic);
        return pressed(photographic);
    }

    @Benchmark
    public int sharpenATile() {
        turn = !turn;
        int[] now = turn ? photograph : another;
        int kind = writer.kindBeyondSketch(now, 640, 512, 64, 64);
        writer.write(kind, now, 640, 512, 64, 64);
        return pressed(photographic) + pressed(drawn);
    }

    /** A page with a film, from its first picture on. */
    @Benchmark
    public int decodeSixPictures() {
        int areas = 0;
        try (ScreenDecoder decoder = new ScreenDecoder(WIDTH, HEIGHT)) {
            for (Octets one : stream) {
                areas += decoder.apply(one, decoded).size();
            }
        }
        return areas;
    }

    private int pressed(Press press) {
        press.flush();
        int count = press.pressed();
        if (count > taken.length) {
            taken = new byte[count];
        }
        press.take(taken, 0);
        return count;
    }
}

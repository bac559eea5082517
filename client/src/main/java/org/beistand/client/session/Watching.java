package org.beistand.client.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.beistand.client.consent.Grant;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Monitor;
import org.beistand.client.desktop.Picture;
import org.beistand.client.desktop.ScreenSource;
import org.beistand.client.release.MaskedPicture;
import org.beistand.client.release.Released;
import org.beistand.client.screen.PictureFlow;
import org.beistand.client.screen.ScreenEncoder;
import org.beistand.protocol.wire.Octets;

/**
 * One viewer of this screen: what he has already, what he still lacks, and how fast it may go to him. A slow viewer never slows
 * another one. All of it belongs to the thread that captures, but what other threads may ask or tell at any time: these never
 * wait for a picture to be encoded.
 */
final class Watching implements AutoCloseable {
    private static final int AREAS = 256;

    /** Of a photograph: when it has not changed for so long, it is sharpened. */
    private static final Duration REST = Duration.ofMillis(150);

    /** Bytes a second; on a faster line photographs stay as good as they are, even if a picture comes in two pieces. */
    private static final long FAST_LINE = 1_500_000;

    /** Steps of coarseness: a picture that did not fit in, and one that did. */
    private static final int COARSER = 3;

    private static final int FINER = 1;
    private static final int COARSEST = 20;

    final Grant grant;
    private final java.time.InstantSource clock;
    private final List<Area> lacks = new ArrayList<>();
    private Optional<ScreenEncoder> encoder = Optional.empty();
    /** Counts on when a stream begins anew, so that an answer to an earlier one means nothing. */
    private int frame;

    private int begun;
    private int coarser;
    private Optional<ScreenSource.Pointer> pointer = Optional.empty();
    private List<Monitor> monitors = List.of();

    // Guarded by the object itself.
    private PictureFlow flow;
    private int generation = 1;
    /** The newest picture of this stream that has gone out whole. */
    private int whole;

    Watching(Grant grant, java.time.InstantSource clock) {
        this.grant = grant;
        this.clock = clock;
        this.flow = new PictureFlow(clock);
    }

    /** Something that was encoded will never reach him, so what he has cannot be built upon. On any thread. */
    synchronized void restart() {
        generation++;
        whole = 0;
        flow = new PictureFlow(clock);
    }

    /** The same, if the stream of that name is still the one that goes now. On any thread. */
    synchronized void restart(int old) {
        if (generation == old) {
            restart();
        }
    }

    /** Whether a stream is the one that goes now; what still waits of an older one is not to be sent. On any thread. */
    synchronized boolean goes(int stream) {
        return generation == stream;
    }

    /** On any thread. */
    synchronized boolean mayHaveOne() {
        return flow.mayEncode();
    }

    /** A picture has gone out whole. On any thread. */
    synchronized void left(int stream, int picture) {
        if (goes(stream)) {
            whole = picture;
        }
    }

    /**
     * On any thread.
     *
     * @return whether he can have seen that; answers to pictures from before a restart arrive late, and mean nothing
     */
    synchronized boolean shown(int shown) {
        if (shown > whole) {
            // Nobody has seen what has not left: believed, a viewer who guesses and never reads would fill this
            // machine's memory.
            return false;
        }
        flow.shown(shown);
        return true;
    }

    private synchronized void sent(int bytes) {
        if (generation == begun) {
            flow.sent(frame, bytes);
        }
    }

    private synchronized boolean isIdle() {
        return flow.isIdle();
    }

    private synchronized int room() {
        return flow.room();
    }

    private synchronized boolean isSlow() {
        return flow.bytesPerSecond() < FAST_LINE;
    }

    /** Whether the next picture is to begin a new stream. */
    boolean isFresh() {
        return encoder.isEmpty() || !goes(begun);
    }

    boolean lacksSomething() {
        return isFresh()
                || !lacks.isEmpty()
                || encoder.filter(ScreenEncoder::owes).isPresent();
    }

    /** A new stream begins, in which he has nothing yet. */
    void begin(Picture picture) {
        close();
        synchronized (this) {
            begun = generation;
        }
        encoder = Optional.of(new ScreenEncoder(picture.width(), picture.height()));
        lacks.add(picture.area());
    }

    /** Names the stream that was begun last. */
    int stream() {
        return begun;
    }

    void damaged(List<Area> areas, Picture picture) {
        lacks.addAll(areas);
        if (lacks.size() > AREAS) {
            lacks.clear();
            lacks.add(picture.area());
        }
    }

    /** What he lacks, encoded, as much as his line has room for; empty if on a closer look it is nothing. */
    Optional<Octets> encode(Released<MaskedPicture> released, List<ScreenSource.Move> hints) {
        ScreenEncoder mine = encoder.orElseThrow();
        mine.pace(coarser, room(), clock.millis());
        Optional<Octets> encoded = mine.encode(released.value().picture(), List.copyOf(lacks), hints);
        lacks.clear();
        if (encoded.isPresent()) {
            coarser = mine.owes() && isSlow() ? Math.min(COARSEST, coarser + COARSER) : Math.max(0, coarser - FINER);
        }
        return numbered(encoded);
    }

    /** Whether something that he has is only a sketch. */
    boolean isCoarse() {
        return encoder.filter(ScreenEncoder::isCoarse).isPresent();
    }

    /** A piece of what he has only as a sketch, exact; empty while it does not rest, or while the line has anything else to do. */
    Optional<Octets> sharpen(Released<MaskedPicture> released) {
        if (!isIdle()) {
            return Optional.empty();
        }
        ScreenEncoder mine = encoder.orElseThrow();
        mine.pace(coarser, room() / 2, clock.millis());
        return numbered(mine.sharpen(released.value().picture(), clock.millis() - REST.toMillis()));
    }

    private Optional<Octets> numbered(Optional<Octets> encoded) {
        if (encoded.isPresent()) {
            frame++;
            sent(encoded.get().length());
        }
        return encoded;
    }

    int frame() {
        return frame;
    }

    /** @return whether these are other monitors than he was told of; he is told now */
    boolean tellMonitors(List<Monitor> now) {
        boolean others = !now.equals(monitors);
        monitors = now;
        return others;
    }

    /** The pointer, if it moved or looks different since he was told. */
    Optional<ScreenSource.Pointer> moved(ScreenSource.Pointer now) {
        boolean same = pointer.filter(old -> old.x() == now.x()
                        && old.y() == now.y()
                        && old.visible() == now.visible()
                        && old.shape() == now.shape())
                .isPresent();
        return same ? Optional.empty() : Optional.of(now);
    }

    /** @return whether the shape is new to him */
    boolean tellPointer(ScreenSource.Pointer now) {
        boolean newShape = pointer.filter(old -> old.shape() == now.shape()).isEmpty();
        pointer = Optional.of(now);
        return newShape;
    }

    /** Forgets what he has. */
    @Override
    public void close() {
        encoder.ifPresent(ScreenEncoder::close);
        encoder = Optional.empty();
        lacks.clear();
        pointer = Optional.empty();
        monitors = List.of();
    }
}

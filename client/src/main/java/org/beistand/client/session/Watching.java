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
import org.beistand.protocol.wire.MalformedMessage;
import org.beistand.protocol.wire.Octets;

/**
 * One viewer of this screen: what he has already, and what he still lacks. A slow viewer never slows another one. Guarded by
 * the lock of {@link SharedScreen}.
 */
final class Watching implements AutoCloseable {
    private static final int AREAS = 256;

    /** Of a photograph: when it has not changed for so long, it is sharpened. */
    private static final Duration REST = Duration.ofMillis(150);

    /** Bytes of sharpening at a time, behind which a new change has to wait at most. */
    private static final int PIECE = 256 << 10;

    final Grant grant;
    private final java.time.InstantSource clock;
    private final List<Area> lacks = new ArrayList<>();
    private Optional<ScreenEncoder> encoder = Optional.empty();
    private PictureFlow flow;
    private int frame;
    private volatile int generation;
    private Optional<ScreenSource.Pointer> pointer = Optional.empty();
    private List<Monitor> monitors = List.of();

    Watching(Grant grant, java.time.InstantSource clock) {
        this.grant = grant;
        this.clock = clock;
        this.flow = new PictureFlow(clock);
    }

    /** Whether the next picture is to begin a new stream. */
    boolean isFresh() {
        return encoder.isEmpty();
    }

    boolean lacksSomething() {
        return encoder.isEmpty()
                || !lacks.isEmpty()
                || encoder.filter(ScreenEncoder::owes).isPresent();
    }

    boolean mayHaveOne() {
        return flow.mayEncode();
    }

    /** A new stream begins, in which he has nothing yet. */
    void begin(Picture picture) {
        restart();
        encoder = Optional.of(new ScreenEncoder(picture.width(), picture.height()));
        lacks.add(picture.area());
    }

    /** Something that was encoded will never reach him, so what he has cannot be built upon. */
    void restart() {
        generation++;
        encoder.ifPresent(ScreenEncoder::close);
        encoder = Optional.empty();
        flow = new PictureFlow(clock);
        frame = 0;
        lacks.clear();
        pointer = Optional.empty();
        monitors = List.of();
    }

    /** Names the stream that goes now; what still waits of an older one is not to be sent. */
    int generation() {
        return generation;
    }

    void damaged(List<Area> areas, Picture picture) {
        lacks.addAll(areas);
        if (lacks.size() > AREAS) {
            lacks.clear();
            lacks.add(picture.area());
        }
    }

    /** What he lacks, encoded; empty if on a closer look it is nothing. */
    Optional<Octets> encode(Released<MaskedPicture> released, List<ScreenSource.Move> hints) {
        ScreenEncoder mine = encoder.orElseThrow();
        mine.pace(0, ScreenEncoder.ENOUGH_BYTES, clock.millis());
        Optional<Octets> encoded = mine.encode(released.value().picture(), List.copyOf(lacks), hints);
        lacks.clear();
        if (encoded.isPresent()) {
            flow.sent(++frame);
        }
        return encoded;
    }

    /** Whether something that he has is only a sketch. */
    boolean isCoarse() {
        return encoder.filter(ScreenEncoder::isCoarse).isPresent();
    }

    /** A piece of what he has only as a sketch, exact; empty while it does not rest, or while the line has anything else to do. */
    Optional<Octets> sharpen(Released<MaskedPicture> released) {
        if (!flow.isIdle()) {
            return Optional.empty();
        }
        ScreenEncoder mine = encoder.orElseThrow();
        mine.pace(0, PIECE, clock.millis());
        Optional<Octets> encoded = mine.sharpen(released.value().picture(), clock.millis() - REST.toMillis());
        if (encoded.isPresent()) {
            flow.sent(++frame);
        }
        return encoded;
    }

    int frame() {
        return frame;
    }

    void shown(int shown) {
        try {
            flow.shown(shown);
        } catch (MalformedMessage ofAnEarlierStream) {
            // Answers to pictures from before a restart arrive late, and mean nothing.
            return;
        }
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

    @Override
    public void close() {
        restart();
    }
}

package org.beistand.client.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Monitor;
import org.beistand.client.desktop.Picture;
import org.beistand.client.desktop.ScreenSource;
import org.beistand.client.screen.FrameAssembly;
import org.beistand.client.screen.Rehearsal;
import org.beistand.client.screen.ScreenDecoder;
import org.beistand.protocol.session.screen.FramePart;
import org.beistand.protocol.session.screen.FrameShown;
import org.beistand.protocol.session.screen.InputStopped;
import org.beistand.protocol.session.screen.MonitorsTold;
import org.beistand.protocol.session.screen.PictureMasked;
import org.beistand.protocol.session.screen.PicturePaused;
import org.beistand.protocol.session.screen.PictureResumed;
import org.beistand.protocol.session.screen.PointerPlaced;
import org.beistand.protocol.session.screen.PointerShaped;
import org.beistand.protocol.session.screen.ScreenMessage;
import org.beistand.protocol.session.screen.ScreenStarted;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.MalformedMessage;
import org.beistand.protocol.wire.Octets;
import org.beistand.protocol.wire.WireReader;

/**
 * The screen of an owner on its way to this person's eyes. Decoded on a thread of its own, which waits until the viewer has
 * taken a picture before it touches the next one.
 */
final class ViewedScreen implements AutoCloseable {
    /** Bytes that may wait to be decoded; an owner who waits for answers never comes near. */
    private static final long WAITING = 64 << 20;

    /** What a message takes in memory besides its bytes. */
    private static final int SMALL_MESSAGE = 256;

    /** What may be told to a viewer that has not looked yet. */
    private static final int MOST_UNSEEN = 32;

    /** Each picture that begins takes memory for all its pixels, here and in the window. No screen changes its size that often. */
    private static final int MOST_BEGINNINGS = 32;

    private static final Duration BEGINNINGS_COUNT = Duration.ofSeconds(10);

    private static final Picture NOTHING = new Picture(1, 1);

    private final Ground ground;
    private final Talk talk;
    private final ParticipantId owner;
    private final ExecutorService decoding = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("beistand-decode").daemon(true).factory());
    private final AtomicLong waiting = new AtomicLong();
    private volatile CountDownLatch taken = new CountDownLatch(0);
    /** The epoch in which the owner said what no owner says; all else that he says in it is nothing. */
    private volatile int refused;
    // All below belongs to the decoding thread.
    private Optional<Viewer> viewer = Optional.empty();
    private Optional<Stream> stream = Optional.empty();
    private Optional<ScreenSource.Shape> shape = Optional.empty();
    private final Deque<Instant> beginnings = new ArrayDeque<>();
    private Optional<PictureMasked> masked = Optional.empty();
    private boolean paused;
    private int unseen;

    private static final class Stream implements AutoCloseable {
        final int epoch;
        final Picture picture;
        final ScreenDecoder decoder;
        final FrameAssembly assembly;
        List<Monitor> monitors = List.of();
        int frame;
        boolean answered = true;

        Stream(int epoch, int width, int height) {
            this.epoch = epoch;
            this.decoder = new ScreenDecoder(width, height);
            this.picture = new Picture(width, height);
            this.assembly = new FrameAssembly(epoch);
        }

        Viewer.Sharpness sharpness() {
            return new Viewer.Sharpness(decoder.coarseAreas(), decoder.isCoarserThanUsual());
        }

        @Override
        public void close() {
            decoder.close();
        }
    }

    ViewedScreen(Ground ground, Talk talk, ParticipantId owner) {
        this.ground = ground;
        this.talk = talk;
        this.owner = owner;
        decode(Rehearsal::once);
    }

    void showOn(Optional<Viewer> target) {
        // A window that is gone may never take its last picture.
        taken.countDown();
        decode(() -> {
            viewer.filter(old -> target.isEmpty() || old != target.get()).ifPresent(Viewer::end);
            viewer = target;
            target.ifPresent(this::showAll);
        });
    }

    /** @param epoch of the right that stands */
    void received(int epoch, ScreenMessage message) {
        if (epoch == refused) {
            return;
        }
        long size = size(message);
        if (waiting.addAndGet(size) > WAITING) {
            waiting.addAndGet(-size);
            refuse(epoch);
            taken.countDown();
            return;
        }
        decode(() -> {
            waiting.addAndGet(-size);
            if (epoch != refused) {
                take(epoch, message);
            }
        });
    }

    private static long size(ScreenMessage message) {
        return SMALL_MESSAGE
                + switch (message) {
                    case FramePart part -> part.data().length();
                    case PointerShaped shaped -> shaped.argb().length();
                    case MonitorsTold told -> SMALL_MESSAGE;
                    case ScreenStarted started -> 0;
                    case PointerPlaced placed -> 0;
                    case InputStopped stopped -> 0;
                    case PictureMasked masked -> 0;
                    case PicturePaused pause -> 0;
                    case PictureResumed resume -> 0;
                    case FrameShown shown -> 0;
                };
    }

    /** Said once: whoever floods must not flood the windows with complaints about it. */
    private void refuse(int epoch) {
        if (refused == epoch) {
            return;
        }
        refused = epoch;
        ground.run(() -> talk.notify(owner, Permission.VIEW_SCREEN, Reason.PROTOCOL_VIOLATION));
        rightEnded();
    }

    void rightEnded() {
        decode(() -> {
            stream.ifPresent(Stream::close);
            stream = Optional.empty();
            paused = false;
            viewer.ifPresent(Viewer::end);
        });
    }

    @Override
    public void close() {
        taken.countDown();
        rightEnded();
        decoding.shutdown();
    }

    private void decode(Runnable work) {
        if (!decoding.isShutdown()) {
            decoding.execute(work);
        }
    }

    private void take(int epoch, ScreenMessage message) {
        try {
            switch (message) {
                case ScreenStarted started -> {
                    if (started.epoch() == epoch) {
                        begin(started);
                    }
                }
                case FramePart part -> {
                    if (stream.isPresent() && part.epoch() == stream.get().epoch) {
                        part(stream.get(), part);
                    }
                }
                case PointerPlaced placed -> {
                    viewer.ifPresent(one -> one.pointer(placed.x(), placed.y(), placed.visible()));
                    waitForViewer();
                }
                case PointerShaped shaped -> {
                    shape = Optional.of(shapeOf(shaped));
                    viewer.ifPresent(one -> one.pointerShape(shape.orElseThrow()));
                    waitForViewer();
                }
                case MonitorsTold told -> {
                    if (stream.isPresent() && told.epoch() == stream.get().epoch) {
                        monitors(stream.get(), told);
                    }
                }
                case InputStopped stopped -> {
                    viewer.ifPresent(one -> one.stopped(stopped.x(), stopped.y()));
                    waitForViewer();
                }
                case PictureMasked word -> {
                    masked = Optional.of(word);
                    viewer.ifPresent(one -> one.masked(word));
                    waitForViewer();
                }
                case PicturePaused pause -> pause(true);
                case PictureResumed resume -> pause(false);
                case FrameShown shown -> throw new MalformedMessage("an answer to nothing");
            }
        } catch (MalformedMessage | IllegalArgumentException e) {
            refuse(epoch);
        }
    }

    private void begin(ScreenStarted started) {
        Instant now = ground.now();
        beginnings.removeIf(one -> one.plus(BEGINNINGS_COUNT).isBefore(now));
        beginnings.addLast(now);
        if (beginnings.size() > MOST_BEGINNINGS) {
            throw new MalformedMessage("a screen that begins all the time");
        }
        stream.ifPresent(Stream::close);
        stream = Optional.empty();
        Stream fresh = new Stream(started.epoch(), started.width(), started.height());
        stream = Optional.of(fresh);
        viewer.ifPresent(one -> one.begin(started.width(), started.height()));
        unseen = MOST_UNSEEN;
        waitForViewer();
    }

    /** A viewer who is told more than he can look at would pile it up. */
    private void waitForViewer() {
        if (viewer.isPresent() && ++unseen > MOST_UNSEEN) {
            awaitShown(viewer.get(), stream.map(now -> now.picture).orElse(NOTHING), List.of());
        }
    }

    private void part(Stream now, FramePart part) {
        Optional<Octets> whole = now.assembly.add(part);
        if (whole.isPresent()) {
            List<Area> changed = now.decoder.apply(whole.get(), now.picture);
            now.frame = part.frame();
            now.answered = false;
            show(now, changed);
        }
    }

    private void monitors(Stream now, MonitorsTold told) {
        now.monitors = MonitorList.within(now.picture.area(), told);
        viewer.ifPresent(one -> one.monitors(now.monitors));
        waitForViewer();
    }

    private void showAll(Viewer target) {
        shape.ifPresent(target::pointerShape);
        masked.ifPresent(target::masked);
        stream.ifPresent(now -> {
            target.begin(now.picture.width(), now.picture.height());
            target.monitors(now.monitors);
            show(now, List.of(now.picture.area()));
            target.sharpness(now.sharpness());
        });
        if (paused) {
            target.paused(true);
        }
    }

    /** Without a viewer the picture is kept and not answered, so that no further ones come. */
    private void show(Stream now, List<Area> changed) {
        if (viewer.isEmpty()) {
            return;
        }
        boolean shown = awaitShown(viewer.get(), now.picture, changed);
        if (now.decoder.sharpnessChanged()) {
            viewer.ifPresent(one -> one.sharpness(now.sharpness()));
        }
        if (!shown) {
            return;
        }
        if (!now.answered) {
            now.answered = true;
            FrameShown answer = new FrameShown(now.epoch, now.frame);
            ground.run(() -> talk.say(owner, answer));
        }
    }

    /** @return false if this thread is to end */
    private boolean awaitShown(Viewer target, Picture picture, List<Area> changed) {
        unseen = 0;
        CountDownLatch thisOne = new CountDownLatch(1);
        taken = thisOne;
        target.show(picture, changed, thisOne::countDown);
        try {
            thisOne.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void pause(boolean begins) {
        paused = begins;
        viewer.ifPresent(one -> one.paused(begins));
        waitForViewer();
    }

    private static ScreenSource.Shape shapeOf(PointerShaped shaped) {
        if (shaped.argb().length() != shaped.width() * shaped.height() * 4) {
            throw new MalformedMessage("a pointer of another size");
        }
        int[] argb = new int[shaped.width() * shaped.height()];
        WireReader in = new WireReader(shaped.argb());
        for (int i = 0; i < argb.length; i++) {
            argb[i] = in.i32();
        }
        return new ScreenSource.Shape(shaped.width(), shaped.height(), shaped.hotX(), shaped.hotY(), argb);
    }
}

package org.beistand.client.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.beistand.client.files.IncomingTransfer;
import org.beistand.client.files.TransferFailed;
import org.beistand.client.files.Unfinished;
import org.beistand.protocol.report.FileEnded;
import org.beistand.protocol.session.files.FileOffer;
import org.beistand.protocol.session.files.FilePart;
import org.beistand.protocol.session.files.FileSent;
import org.beistand.protocol.session.files.FileTaken;
import org.beistand.protocol.session.files.PartTaken;
import org.beistand.protocol.session.files.TransferAccepted;
import org.beistand.protocol.session.files.TransferCancelled;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.Octets;

/**
 * One transfer on its way in. Written on a thread of its own; the sender is told what is written, and may be no more than a
 * window ahead of it. Belongs to the session's thread.
 */
final class IncomingTransferRun {
    /** Bytes that may wait to be written; a sender who keeps to his window never reaches it. */
    private static final long AHEAD = 4 << 20;

    private final Ground ground;
    private final Talk talk;
    private final Order order;
    private final Runnable over;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("beistand-file-in").factory());
    private SessionView.TransferState state = new SessionView.Moving();
    private long received;
    private long written;
    private int filesWhole;
    // Belongs to the writer.
    private Optional<IncomingTransfer> files = Optional.empty();

    record Order(
            int key,
            ParticipantId sender,
            int transfer,
            Permission right,
            List<FileOffer> offers,
            Path folder,
            Unfinished unfinished) {}

    IncomingTransferRun(Ground ground, Talk talk, Order order, Runnable over) {
        this.ground = ground;
        this.talk = talk;
        this.order = order;
        this.over = over;
    }

    Permission right() {
        return order.right();
    }

    void begin() {
        write(() -> {
            files = Optional.of(
                    IncomingTransfer.begin(order.folder(), order.offers(), order.unfinished(), ground.random()));
            ground.run(() -> {
                if (moving()) {
                    talk.say(order.sender(), new TransferAccepted(order.transfer()));
                }
            });
        });
    }

    void part(FilePart part) {
        received += part.data().length();
        if (received - written > AHEAD) {
            cancel(Reason.PROTOCOL_VIOLATION);
            return;
        }
        write(() -> {
            long total = files.orElseThrow(() -> new IllegalStateException("not begun"))
                    .append(part.file(), part.offset(), part.data());
            ground.run(() -> partWritten(total));
        });
    }

    void sent(FileSent sent) {
        write(() -> {
            IncomingTransfer all = files.orElseThrow(() -> new IllegalStateException("not begun"));
            all.finish(sent.file(), sent.sha256());
            ground.run(() -> fileWhole(sent));
        });
    }

    /** This side ends it. */
    void cancel(Reason reason) {
        if (moving()) {
            talk.say(order.sender(), new TransferCancelled(order.transfer(), reason));
            stopped(reason);
        }
    }

    /** The other side ended it, or is gone. */
    void stopped(Reason reason) {
        if (!moving()) {
            return;
        }
        for (FileOffer offer : order.offers().subList(filesWhole, order.offers().size())) {
            talk.state(new FileEnded(
                    order.sender(), talk.self(), offer.name(), offer.size(), Octets.EMPTY, Optional.of(reason)));
        }
        end(new SessionView.Stopped(reason));
    }

    SessionView.Transfer view() {
        List<SessionView.FileProgress> progress = new ArrayList<>();
        long before = 0;
        for (int i = 0; i < order.offers().size(); i++) {
            FileOffer offer = order.offers().get(i);
            long done = Math.clamp(written - before, 0, offer.size());
            progress.add(new SessionView.FileProgress(offer.name(), offer.size(), done, i < filesWhole));
            before += offer.size();
        }
        return new SessionView.Transfer(
                order.key(), order.sender(), false, progress, state, Optional.of(order.folder()));
    }

    private boolean moving() {
        return state instanceof SessionView.Moving;
    }

    private void partWritten(long total) {
        if (moving()) {
            written = total;
            talk.say(order.sender(), new PartTaken(order.transfer(), total));
            talk.changed();
        }
    }

    private void fileWhole(FileSent sent) {
        FileOffer offer = order.offers().get(sent.file());
        talk.state(new FileEnded(
                order.sender(), talk.self(), offer.name(), offer.size(), sent.sha256(), Optional.empty()));
        filesWhole++;
        if (!moving()) {
            return;
        }
        talk.say(order.sender(), new FileTaken(order.transfer(), sent.file()));
        if (filesWhole == order.offers().size()) {
            end(new SessionView.Finished());
        } else {
            talk.changed();
        }
    }

    /** Work for the writer that can fail in a way that ends the transfer. */
    private interface Writing {
        void run() throws TransferFailed;
    }

    private void write(Writing work) {
        if (!moving()) {
            return;
        }
        writer.execute(() -> {
            try {
                work.run();
            } catch (TransferFailed e) {
                ground.run(() -> cancel(e.reason()));
            } catch (IllegalStateException notBegun) {
                // Pieces behind a beginning that failed; it was told already.
                return;
            }
        });
    }

    private void end(SessionView.TransferState how) {
        state = how;
        writer.execute(() -> files.ifPresent(IncomingTransfer::close));
        writer.shutdown();
        over.run();
    }
}

package org.beistand.client.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.beistand.client.files.OutgoingFile;
import org.beistand.client.files.TransferFailed;
import org.beistand.protocol.report.FileEnded;
import org.beistand.protocol.session.files.FileOffer;
import org.beistand.protocol.session.files.FilePart;
import org.beistand.protocol.session.files.FileSent;
import org.beistand.protocol.session.files.FilesMessage;
import org.beistand.protocol.session.files.TransferCancelled;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.Octets;

/**
 * One transfer on its way out. Files are read on a thread of their own, never further ahead than the receiver has written.
 * Belongs to the session's thread.
 */
final class OutgoingTransferRun {
    /** Bytes under way at most. */
    private static final long WINDOW = 1 << 20;

    private final Ground ground;
    private final Talk talk;
    private final Order order;
    private final Runnable over;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("beistand-file-out").factory());
    private final List<Octets> hashes = new ArrayList<>();
    private SessionView.TransferState state = new SessionView.Moving();
    private boolean accepted;
    private boolean reading;
    private boolean allRead;
    private long queued;
    private long taken;
    private int filesTaken;
    // The next two belong to the reader.
    private int file;
    private Optional<OutgoingFile> open = Optional.empty();

    /**
     * @param key on this computer
     * @param transfer for both sides
     * @param right under which it goes
     * @param guard decides for each piece at the last moment
     */
    record Order(
            int key,
            ParticipantId receiver,
            int transfer,
            Permission right,
            List<Path> files,
            List<FileOffer> offers,
            Talk.Guard guard) {}

    OutgoingTransferRun(Ground ground, Talk talk, Order order, Runnable over) {
        this.ground = ground;
        this.talk = talk;
        this.order = order;
        this.over = over;
    }

    ParticipantId receiver() {
        return order.receiver();
    }

    Permission right() {
        return order.right();
    }

    void accepted() {
        accepted = true;
        more();
    }

    void taken(long total) {
        if (total >= taken && total <= queued) {
            taken = total;
            more();
            talk.changed();
        }
    }

    void fileTaken(int index) {
        if (index != filesTaken || index >= hashes.size() || !moving()) {
            return;
        }
        FileOffer offer = order.offers().get(index);
        talk.state(new FileEnded(
                talk.self(), receiver(), offer.name(), offer.size(), hashes.get(index), Optional.empty()));
        filesTaken++;
        if (filesTaken == order.offers().size()) {
            end(new SessionView.Finished());
        } else {
            talk.changed();
        }
    }

    /** This side ends it. */
    void cancel(Reason reason) {
        if (moving()) {
            talk.say(receiver(), new TransferCancelled(order.transfer(), reason));
            stopped(reason);
        }
    }

    /** The other side ended it, or is gone. */
    void stopped(Reason reason) {
        if (!moving()) {
            return;
        }
        for (FileOffer offer : order.offers().subList(filesTaken, order.offers().size())) {
            talk.state(new FileEnded(
                    talk.self(), receiver(), offer.name(), offer.size(), Octets.EMPTY, Optional.of(reason)));
        }
        end(new SessionView.Stopped(reason));
    }

    SessionView.Transfer view() {
        List<SessionView.FileProgress> files = new ArrayList<>();
        long before = 0;
        for (int i = 0; i < order.offers().size(); i++) {
            FileOffer offer = order.offers().get(i);
            long done = Math.clamp(taken - before, 0, offer.size());
            files.add(new SessionView.FileProgress(offer.name(), offer.size(), done, i < filesTaken));
            before += offer.size();
        }
        return new SessionView.Transfer(order.key(), receiver(), true, files, state, Optional.empty());
    }

    private boolean moving() {
        return state instanceof SessionView.Moving;
    }

    private void more() {
        if (accepted && moving() && !reading && !allRead && queued - taken < WINDOW) {
            reading = true;
            reader.execute(this::readOn);
        }
    }

    /** On the reader. */
    private void readOn() {
        try {
            if (open.isEmpty()) {
                open = Optional.of(OutgoingFile.open(
                        order.files().get(file), order.offers().get(file)));
            }
            OutgoingFile now = open.get();
            if (now.isComplete()) {
                Octets hash = now.sha256();
                FileSent sent = new FileSent(order.transfer(), file, hash);
                now.close();
                open = Optional.empty();
                file++;
                boolean last = file == order.files().size();
                ground.run(() -> fileRead(sent, last));
            } else {
                long offset = now.position();
                FilePart part = new FilePart(order.transfer(), file, offset, now.next());
                ground.run(() -> partRead(part));
            }
        } catch (TransferFailed e) {
            ground.run(() -> cancel(e.reason()));
        }
    }

    private void partRead(FilePart part) {
        reading = false;
        if (moving()) {
            queued += part.data().length();
            send(part);
            more();
        }
    }

    private void fileRead(FileSent sent, boolean last) {
        reading = false;
        if (moving()) {
            hashes.add(sent.sha256());
            allRead = last;
            send(sent);
            more();
        }
    }

    private void send(FilesMessage message) {
        talk.sayLater(receiver(), message, order.guard());
    }

    private void end(SessionView.TransferState how) {
        state = how;
        reader.execute(() -> open.ifPresent(OutgoingFile::close));
        reader.shutdown();
        over.run();
    }
}

package org.beistand.client.session;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.beistand.client.consent.Gate;
import org.beistand.client.consent.Grant;
import org.beistand.client.consent.Requests.Held;
import org.beistand.client.files.OutgoingFile;
import org.beistand.client.files.TransferFailed;
import org.beistand.client.files.Unfinished;
import org.beistand.protocol.session.files.FileOffer;
import org.beistand.protocol.session.files.FilePart;
import org.beistand.protocol.session.files.FileSent;
import org.beistand.protocol.session.files.FileTaken;
import org.beistand.protocol.session.files.FilesMessage;
import org.beistand.protocol.session.files.PartTaken;
import org.beistand.protocol.session.files.TransferAccepted;
import org.beistand.protocol.session.files.TransferCancelled;
import org.beistand.protocol.session.files.TransferOffered;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;

/**
 * All transfers of a session, both ways. Every transfer goes under one right and uses it up. Nothing happens in the
 * background: each one is in the view from its first word to its end. Belongs to the session's thread.
 */
final class Transfers { // 001-71 001-72 001-73
    private static final int KEPT = 20;

    private final Ground ground;
    private final Talk talk;
    private final Gate gate;
    private final Refusals refusals;
    private final Unfinished unfinished;
    private final Path takenFolder;
    private final Rights rights;
    private final Map<Integer, OutgoingTransferRun> outgoing = new LinkedHashMap<>();
    private final Map<Incoming, IncomingTransferRun> incoming = new LinkedHashMap<>();
    private final List<SessionView.Transfer> ended = new ArrayList<>();
    private final Map<ParticipantId, Chosen> chosen = new HashMap<>();
    private final Map<ParticipantId, Expected> expected = new HashMap<>();
    private final Deque<Incoming> lately = new ArrayDeque<>();
    private int lastTransfer;
    private int lastKey;

    private record Incoming(ParticipantId from, int transfer) {}

    private record Chosen(List<Path> files, List<FileOffer> offers) {}

    private record Expected(Grant grant, List<FileOffer> files, Path folder) {}

    /** What the transfers ask of the rest of the session. */
    interface Rights {
        /** What this person was allowed by the other one. */
        Optional<Held> held(ParticipantId owner, Permission permission);

        /** A right that this owner gave is used up. */
        void usedUp(Grant grant);

        /** A right that this person held is used up. */
        void giveBack(ParticipantId owner, Permission permission);

        /** Asks for the right to send these. */
        void requestSending(ParticipantId receiver, List<FileOffer> files);
    }

    /** @param takenFolder where files land that this person was allowed to take */
    Transfers(
            Ground ground,
            Talk talk,
            Gate gate,
            Refusals refusals,
            Unfinished unfinished,
            Path takenFolder,
            Rights rights) {
        this.ground = ground;
        this.talk = talk;
        this.gate = gate;
        this.refusals = refusals;
        this.unfinished = unfinished;
        this.takenFolder = takenFolder;
        this.rights = rights;
    }

    List<SessionView.Transfer> view() {
        List<SessionView.Transfer> all = new ArrayList<>(ended);
        outgoing.values().forEach(one -> all.add(one.view()));
        incoming.values().forEach(one -> all.add(one.view()));
        return all;
    }

    // This person sends.

    /** Chosen to be sent; the receiver is asked first. */
    void offer(ParticipantId receiver, List<Path> files) {
        if (chosen.containsKey(receiver) || files.isEmpty() || files.size() > 100) {
            return;
        }
        try {
            List<FileOffer> offers = offers(files);
            chosen.put(receiver, new Chosen(List.copyOf(files), offers));
            rights.requestSending(receiver, offers);
        } catch (TransferFailed e) {
            talk.notify(receiver, Permission.SEND_FILE, e.reason());
        }
    }

    /** The receiver allowed it. */
    void allowed(ParticipantId receiver, int epoch) {
        Chosen files = chosen.remove(receiver);
        if (files == null) {
            rights.giveBack(receiver, Permission.SEND_FILE);
            return;
        }
        Talk.Guard guard = act -> {
            boolean held = rights.held(receiver, Permission.SEND_FILE)
                    .filter(right -> right.epoch() == epoch)
                    .isPresent();
            if (held) {
                act.run();
            }
            return held;
        };
        begin(receiver, Permission.SEND_FILE, epoch, files, guard);
    }

    void notAllowed(ParticipantId receiver, Permission permission) {
        if (permission == Permission.SEND_FILE) {
            chosen.remove(receiver);
        }
    }

    /** The owner of this computer gives exactly these files. */
    void give(Grant grant, List<Path> files) {
        try {
            Talk.Guard guard = act -> {
                Optional<Grant> live =
                        gate.find(grant.holder(), Permission.TAKE_FILE).filter(grant::equals);
                live.ifPresent(still -> act.run());
                return live.isPresent();
            };
            begin(
                    grant.holder(),
                    Permission.TAKE_FILE,
                    grant.epoch(),
                    new Chosen(List.copyOf(files), offers(files)),
                    guard);
        } catch (TransferFailed e) {
            talk.notify(grant.holder(), Permission.TAKE_FILE, e.reason());
            gate.withdraw(grant.holder(), Permission.TAKE_FILE).ifPresent(rights::usedUp);
        }
    }

    private void begin(ParticipantId receiver, Permission right, int epoch, Chosen files, Talk.Guard guard) {
        int transfer = ++lastTransfer;
        OutgoingTransferRun run = new OutgoingTransferRun(
                ground,
                talk,
                new OutgoingTransferRun.Order(
                        ++lastKey, receiver, transfer, right, files.files(), files.offers(), guard),
                () -> outgoingEnded(transfer));
        outgoing.put(transfer, run);
        talk.say(receiver, new TransferOffered(transfer, epoch, files.offers()));
        talk.changed();
    }

    private static List<FileOffer> offers(List<Path> files) throws TransferFailed {
        List<FileOffer> offers = new ArrayList<>();
        for (Path file : files) {
            offers.add(OutgoingFile.offer(file));
        }
        return offers;
    }

    // This person receives.

    /** The owner of this computer allowed these files to be sent here. */
    void expect(Grant grant, List<FileOffer> files, Path folder) {
        expected.put(grant.holder(), new Expected(grant, files, folder));
    }

    void received(ParticipantId from, FilesMessage message) {
        switch (message) {
            case TransferOffered offered -> offered(from, offered);
            case TransferAccepted accepted ->
                sender(from, accepted.transfer()).ifPresent(OutgoingTransferRun::accepted);
            case PartTaken taken -> sender(from, taken.transfer()).ifPresent(run -> run.taken(taken.total()));
            case FileTaken taken -> sender(from, taken.transfer()).ifPresent(run -> run.fileTaken(taken.file()));
            case FilePart part ->
                receiver(from, part.transfer())
                        .ifPresentOrElse(run -> run.part(part), () -> unknown(from, part.transfer()));
            case FileSent sent ->
                receiver(from, sent.transfer())
                        .ifPresentOrElse(run -> run.sent(sent), () -> unknown(from, sent.transfer()));
            case TransferCancelled cancelled -> {
                // The number may be one of theirs or one of ours; whose it is, its other end says.
                receiver(from, cancelled.transfer()).ifPresent(run -> run.stopped(cancelled.reason()));
                sender(from, cancelled.transfer()).ifPresent(run -> run.stopped(cancelled.reason()));
            }
        }
    }

    /** Pieces of a transfer that was stopped are late; pieces of one that never was are an attempt. */
    private void unknown(ParticipantId from, int transfer) {
        if (!lately.contains(new Incoming(from, transfer))) {
            refusals.add(from, Permission.SEND_FILE, Reason.NOT_PERMITTED);
        }
    }

    private void offered(ParticipantId from, TransferOffered offered) {
        Incoming id = new Incoming(from, offered.transfer());
        Expected asked = expected.get(from);
        boolean sent = asked != null
                && asked.grant().epoch() == offered.epoch()
                && asked.files().equals(offered.files())
                && gate.find(from, Permission.SEND_FILE)
                        .filter(asked.grant()::equals)
                        .isPresent();
        boolean taken = rights.held(from, Permission.TAKE_FILE)
                .filter(right -> right.epoch() == offered.epoch())
                .isPresent();
        if (incoming.containsKey(id) || !sent && !taken || busyWith(from, sent)) {
            refusals.add(from, Permission.SEND_FILE, Reason.NOT_PERMITTED);
            talk.say(from, new TransferCancelled(offered.transfer(), Reason.NOT_PERMITTED));
            return;
        }
        Permission right = sent ? Permission.SEND_FILE : Permission.TAKE_FILE;
        Path folder = asked != null && sent ? asked.folder() : takenFolder;
        if (sent) {
            expected.remove(from);
        }
        IncomingTransferRun run = new IncomingTransferRun(
                ground,
                talk,
                new IncomingTransferRun.Order(
                        ++lastKey, from, offered.transfer(), right, offered.files(), folder, unfinished),
                () -> incomingEnded(id));
        incoming.put(id, run);
        run.begin();
        talk.changed();
    }

    /** One grant is good for one transfer. */
    private boolean busyWith(ParticipantId from, boolean sent) {
        Permission right = sent ? Permission.SEND_FILE : Permission.TAKE_FILE;
        return incoming.entrySet().stream()
                .anyMatch(one ->
                        one.getKey().from().equals(from) && one.getValue().right() == right);
    }

    // Ends.

    void cancel(int key) {
        List.copyOf(outgoing.values()).stream()
                .filter(run -> run.view().key() == key)
                .forEach(run -> run.cancel(Reason.CANCELLED_BY_SENDER));
        List.copyOf(incoming.values()).stream()
                .filter(run -> run.view().key() == key)
                .forEach(run -> run.cancel(Reason.CANCELLED_BY_RECEIVER));
    }

    /** The right under which files moved is over, on whichever side it was. */
    void rightEnded(ParticipantId other, Permission permission, Reason reason) {
        if (permission == Permission.SEND_FILE) {
            expected.remove(other);
        }
        List.copyOf(outgoing.values()).stream()
                .filter(run -> run.receiver().equals(other) && run.right() == permission)
                .forEach(run -> run.cancel(reason));
        List.copyOf(incoming.entrySet()).stream()
                .filter(one ->
                        one.getKey().from().equals(other) && one.getValue().right() == permission)
                .forEach(one -> one.getValue().cancel(reason));
    }

    void forget(ParticipantId other, Reason reason) {
        chosen.remove(other);
        expected.remove(other);
        List.copyOf(outgoing.values()).stream()
                .filter(run -> run.receiver().equals(other))
                .forEach(run -> run.stopped(reason));
        List.copyOf(incoming.entrySet()).stream()
                .filter(one -> one.getKey().from().equals(other))
                .forEach(one -> one.getValue().stopped(reason));
    }

    void close(Reason reason) {
        List.copyOf(outgoing.values()).forEach(run -> run.stopped(reason));
        List.copyOf(incoming.values()).forEach(run -> run.stopped(reason));
    }

    private Optional<OutgoingTransferRun> sender(ParticipantId to, int transfer) {
        return Optional.ofNullable(outgoing.get(transfer))
                .filter(run -> run.receiver().equals(to));
    }

    private Optional<IncomingTransferRun> receiver(ParticipantId from, int transfer) {
        return Optional.ofNullable(incoming.get(new Incoming(from, transfer)));
    }

    private void outgoingEnded(int transfer) {
        OutgoingTransferRun run = outgoing.remove(transfer);
        if (run != null) {
            keep(run.view());
            useUp(run.receiver(), run.right(), run.right() == Permission.TAKE_FILE);
        }
    }

    private void incomingEnded(Incoming id) {
        IncomingTransferRun run = incoming.remove(id);
        if (run != null) {
            lately.addLast(id);
            if (lately.size() > KEPT) {
                lately.removeFirst();
            }
            keep(run.view());
            useUp(id.from(), run.right(), run.right() == Permission.SEND_FILE);
        }
    }

    private void useUp(ParticipantId other, Permission right, boolean owned) {
        if (owned) {
            gate.withdraw(other, right).ifPresent(rights::usedUp);
        }
        // The owner's word ends it for the holder; giving it back from here as well would cross it.
    }

    private void keep(SessionView.Transfer transfer) {
        ended.add(transfer);
        if (ended.size() > KEPT) {
            ended.removeFirst();
        }
        talk.changed();
    }
}

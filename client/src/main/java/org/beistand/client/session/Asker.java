package org.beistand.client.session;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.beistand.client.consent.Requests;
import org.beistand.client.consent.Requests.Held;
import org.beistand.client.desktop.TextClipboard;
import org.beistand.protocol.report.RightAllowed;
import org.beistand.protocol.report.RightAsked;
import org.beistand.protocol.report.RightEnded;
import org.beistand.protocol.report.RightRefused;
import org.beistand.protocol.session.clipboard.ClipboardPut;
import org.beistand.protocol.session.clipboard.ClipboardTaken;
import org.beistand.protocol.session.clipboard.ClipboardWanted;
import org.beistand.protocol.session.consent.RequestCancelled;
import org.beistand.protocol.session.consent.RightDenied;
import org.beistand.protocol.session.consent.RightGranted;
import org.beistand.protocol.session.consent.RightRequested;
import org.beistand.protocol.session.consent.RightReturned;
import org.beistand.protocol.session.consent.RightWithdrawn;
import org.beistand.protocol.session.files.FileOffer;
import org.beistand.protocol.session.screen.ScreenMessage;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;

/**
 * This person as the one who asks others: for rights, and what he does with them. Belongs to the session's thread.
 */
final class Asker {
    private static final Duration TEXT_COMES_WITHIN = Duration.ofSeconds(30);

    private final Ground ground;
    private final Talk talk;
    private final Requests requests = new Requests();
    private final Transfers transfers;
    private final TextClipboard clipboard;
    private final Map<ParticipantId, ViewedScreen> viewed = new HashMap<>();
    /** Since when each owner's text is waited for. */
    private final Map<ParticipantId, Instant> awaited = new HashMap<>();

    private final ExecutorService clipboardThread = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("beistand-asker-clipboard").factory());

    Asker(Ground ground, Talk talk, Transfers transfers, TextClipboard clipboard) {
        this.ground = ground;
        this.talk = talk;
        this.transfers = transfers;
        this.clipboard = clipboard;
    }

    Requests requests() {
        return requests;
    }

    // This person asks.

    void request(ParticipantId owner, Permission permission, java.util.List<FileOffer> files) {
        requests.ask(owner, permission).ifPresent(asked -> {
            talk.state(new RightAsked(owner, talk.self(), permission));
            talk.say(owner, new RightRequested(asked.ask(), permission, files));
            talk.changed();
        });
    }

    void cancel(ParticipantId owner, Permission permission) {
        requests.cancel(owner, permission).ifPresent(asked -> {
            transfers.notAllowed(owner, permission);
            talk.say(owner, new RequestCancelled(asked.ask()));
            talk.state(new RightRefused(owner, talk.self(), permission, Reason.RETURNED));
            talk.changed();
        });
    }

    void giveBack(ParticipantId owner, Permission permission) {
        requests.find(owner, permission).ifPresent(held -> {
            talk.say(owner, new RightReturned(permission, held.epoch()));
            ended(owner, permission, held.epoch(), Reason.RETURNED);
        });
    }

    // The owner answers.

    void granted(ParticipantId owner, RightGranted answer) {
        Optional<Held> right = requests.granted(owner, answer);
        if (right.isEmpty()) {
            // A request that was taken back meanwhile: the owner hears that it is not wanted.
            talk.say(owner, new RightReturned(answer.permission(), answer.epoch()));
            return;
        }
        talk.state(new RightAllowed(owner, talk.self(), answer.permission()));
        if (answer.permission() == Permission.SEND_FILE) {
            transfers.allowed(owner, answer.epoch());
        }
        talk.changed();
    }

    void denied(ParticipantId owner, RightDenied answer) {
        requests.answered(owner, answer.ask(), answer.permission()).ifPresent(asked -> {
            transfers.notAllowed(owner, answer.permission());
            talk.state(new RightRefused(owner, talk.self(), answer.permission(), answer.reason()));
            talk.notify(owner, answer.permission(), answer.reason());
            talk.changed();
        });
    }

    void withdrawn(ParticipantId owner, RightWithdrawn word) {
        ended(owner, word.permission(), word.epoch(), word.reason());
    }

    // What the rights are good for.

    void view(ParticipantId owner, Optional<Viewer> viewer) {
        ViewedScreen old = viewed.get(owner);
        if (old != null) {
            old.showOn(viewer);
        } else if (viewer.isPresent()) {
            ViewedScreen screen = new ViewedScreen(ground, talk, owner);
            viewed.put(owner, screen);
            screen.showOn(viewer);
        }
    }

    void screen(ParticipantId owner, ScreenMessage message) {
        requests.find(owner, Permission.VIEW_SCREEN)
                .ifPresent(held -> viewed.computeIfAbsent(owner, id -> new ViewedScreen(ground, talk, id))
                        .received(held.epoch(), message));
    }

    void putClipboard(ParticipantId owner) {
        requests.find(owner, Permission.PUT_CLIPBOARD)
                .ifPresent(held -> clipboardThread.execute(() -> {
                    Optional<String> text = clipboard.read().filter(found -> !found.isEmpty());
                    ground.run(() -> {
                        if (text.isEmpty()) {
                            talk.notify(owner, Permission.PUT_CLIPBOARD, Reason.CLIPBOARD_EMPTY);
                        } else if (!ClipboardText.fits(text.get())) {
                            talk.notify(owner, Permission.PUT_CLIPBOARD, Reason.CLIPBOARD_TOO_LARGE);
                        } else {
                            talk.say(owner, new ClipboardPut(held.epoch(), text.get()));
                        }
                    });
                }));
    }

    void takeClipboard(ParticipantId owner) {
        requests.find(owner, Permission.TAKE_CLIPBOARD).ifPresent(held -> {
            awaited.put(owner, ground.now());
            talk.say(owner, new ClipboardWanted(held.epoch()));
        });
    }

    /** One answer for one question: an owner who sends her text unasked does not reach this clipboard. */
    void taken(ParticipantId owner, ClipboardTaken taken) {
        Instant asked = awaited.remove(owner);
        if (asked == null || ground.now().isAfter(asked.plus(TEXT_COMES_WITHIN))) {
            return;
        }
        requests.find(owner, Permission.TAKE_CLIPBOARD)
                .filter(held -> held.epoch() == taken.epoch())
                .ifPresent(held -> clipboardThread.execute(() -> {
                    clipboard.write(taken.text());
                    ground.run(() -> talk.notify(owner, Permission.TAKE_CLIPBOARD, Reason.CLIPBOARD_ARRIVED));
                }));
    }

    void tick() {
        requests.expire(ground.now()).forEach(held -> over(held.owner(), held.permission(), Reason.GRANT_EXPIRED));
    }

    void forget(ParticipantId owner, Reason reason) {
        requests.held().stream()
                .filter(held -> held.owner().equals(owner))
                .forEach(held -> ended(owner, held.permission(), held.epoch(), reason));
        requests.forget(owner);
        awaited.remove(owner);
        ViewedScreen screen = viewed.remove(owner);
        if (screen != null) {
            screen.close();
        }
    }

    void close(Reason reason) {
        requests.held().forEach(held -> ended(held.owner(), held.permission(), held.epoch(), reason));
        viewed.values().forEach(ViewedScreen::close);
        viewed.clear();
        clipboardThread.shutdownNow();
    }

    private void ended(ParticipantId owner, Permission permission, int epoch, Reason reason) {
        requests.ended(owner, permission, epoch).ifPresent(held -> over(owner, permission, reason));
    }

    private void over(ParticipantId owner, Permission permission, Reason reason) {
        talk.state(new RightEnded(owner, talk.self(), permission, reason));
        switch (permission) {
            case VIEW_SCREEN -> {
                ViewedScreen screen = viewed.get(owner);
                if (screen != null) {
                    screen.rightEnded();
                }
            }
            case SEND_FILE, TAKE_FILE -> transfers.rightEnded(owner, permission, reason);
            case REMOTE_CONTROL, PUT_CLIPBOARD, TAKE_CLIPBOARD -> {}
        }
        if (reason != Reason.RETURNED) {
            talk.notify(owner, permission, reason);
        }
        talk.changed();
    }
}

package org.beistand.client.session;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.beistand.client.consent.Gate;
import org.beistand.client.consent.Grant;
import org.beistand.client.consent.Questions;
import org.beistand.client.consent.Questions.Open;
import org.beistand.client.release.Pause;
import org.beistand.client.release.Share;
import org.beistand.client.release.Sharing;
import org.beistand.protocol.report.PauseBegan;
import org.beistand.protocol.report.PauseEnded;
import org.beistand.protocol.report.RightAllowed;
import org.beistand.protocol.report.RightAsked;
import org.beistand.protocol.report.RightEnded;
import org.beistand.protocol.report.RightRefused;
import org.beistand.protocol.report.ShareChosen;
import org.beistand.protocol.session.consent.RightDenied;
import org.beistand.protocol.session.consent.RightGranted;
import org.beistand.protocol.session.consent.RightRequested;
import org.beistand.protocol.session.consent.RightWithdrawn;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;

/**
 * This person as the owner of this computer: is asked, answers, takes back, pauses. Each right that begins or ends is told to
 * its holder and to the report, here and nowhere else. Belongs to the session's thread, except where a method says otherwise.
 */
final class Owner {
    /** No right outlives a working day. */
    private static final Duration LIFETIME = Duration.ofHours(8);

    private final Ground ground;
    private final Talk talk;
    private final Gate gate;
    private final Pause pause;
    private final Sharing sharing;
    private final Questions questions = new Questions();
    private final OwnedMachine machine;
    private final Transfers transfers;
    private final Refusals refusals;

    Owner(
            Ground ground,
            Talk talk,
            Gate gate,
            Pause pause,
            Sharing sharing,
            OwnedMachine machine,
            Transfers transfers,
            Refusals refusals) {
        this.ground = ground;
        this.talk = talk;
        this.gate = gate;
        this.pause = pause;
        this.sharing = sharing;
        this.machine = machine;
        this.transfers = transfers;
        this.refusals = refusals;
    }

    List<Open> questions() {
        return questions.open();
    }

    // Others ask.

    void asked(ParticipantId who, RightRequested request) {
        switch (questions.ask(who, request, ground.now())) {
            case Questions.Outcome.Put put -> {
                talk.state(new RightAsked(talk.self(), who, request.permission()));
                talk.changed();
            }
            case Questions.Outcome.Declined(Reason reason) -> {
                // She never saw a question. Counted like whatever else he tries, so that asking fills no report.
                refusals.note(who, request.permission(), reason);
                talk.say(who, new RightDenied(request.ask(), request.permission(), reason));
            }
        }
    }

    void requestCancelled(ParticipantId who, int ask) {
        questions.cancel(who, ask, ground.now()).ifPresent(gone -> {
            talk.state(new RightRefused(talk.self(), who, gone.permission(), Reason.RETURNED));
            talk.changed();
        });
    }

    void returned(ParticipantId who, Permission permission, int epoch) {
        if (gate.find(who, permission).filter(grant -> grant.epoch() == epoch).isPresent()) {
            gate.withdraw(who, permission).ifPresent(grant -> ended(grant, Reason.RETURNED));
        }
    }

    // The owner answers.

    void allow(int question, Path folder) {
        questions.take(question, ground.now()).ifPresent(open -> {
            if (open.permission() == Permission.TAKE_FILE) {
                // Taking files needs files; a bare yes chooses none.
                refuse(open, Reason.REFUSED_BY_OWNER);
                return;
            }
            Optional<Reason> obstacle = machine.prepare(open.permission());
            if (obstacle.isPresent()) {
                refuse(open, obstacle.get());
                talk.notify(open.who(), open.permission(), obstacle.get());
                return;
            }
            Grant grant = grant(open);
            if (open.permission() == Permission.SEND_FILE) {
                transfers.expect(grant, open.files(), folder);
            }
            machine.begin(grant);
            if (open.permission() == Permission.VIEW_SCREEN) {
                talk.state(chosen());
            }
        });
    }

    void give(int question, List<Path> files) {
        questions.take(question, ground.now()).ifPresent(open -> {
            if (open.permission() != Permission.TAKE_FILE || files.isEmpty()) {
                refuse(open, Reason.REFUSED_BY_OWNER);
                return;
            }
            transfers.give(grant(open), files);
        });
    }

    void refuse(int question) {
        questions.take(question, ground.now()).ifPresent(open -> refuse(open, Reason.REFUSED_BY_OWNER));
    }

    // The owner takes back. The gate has closed already when these run.

    void withdrawn(List<Grant> grants, Reason reason) {
        grants.forEach(grant -> ended(grant, reason));
    }

    /** A right is over: its holder, the report and the machine hear of it. */
    void ended(Grant grant, Reason reason) {
        machine.end(grant);
        transfers.rightEnded(grant.holder(), grant.permission(), reason);
        talk.say(grant.holder(), new RightWithdrawn(grant.permission(), grant.epoch(), reason));
        talk.state(new RightEnded(talk.self(), grant.holder(), grant.permission(), reason));
        talk.changed();
    }

    void pauseBegan() {
        machine.paused(true);
        talk.state(new PauseBegan(talk.self()));
        talk.changed();
    }

    void pauseEnded(long pictureBytes) {
        machine.paused(false);
        talk.state(new PauseEnded(talk.self(), pictureBytes));
        talk.changed();
    }

    /** Something else is shared from now on. */
    void shareChosen() {
        if (gate.all().stream().anyMatch(grant -> grant.permission() == Permission.VIEW_SCREEN)) {
            machine.shareChosen();
            talk.state(chosen());
        }
        talk.changed();
    }

    private ShareChosen chosen() {
        Share share = sharing.now().share();
        int programs =
                share.scope() instanceof Share.Programs some ? some.processes().size() : 0;
        return new ShareChosen(talk.self(), share.kind(), programs, share.background(), share.taskbar());
    }

    /** Time has passed: silence is no, and rights run out. */
    void tick() {
        questions.expire(ground.now()).forEach(open -> refuse(open, Reason.NOT_ANSWERED));
        gate.expire().forEach(grant -> ended(grant, Reason.GRANT_EXPIRED));
    }

    /** Somebody is gone, and his rights with him. */
    void forget(ParticipantId who, Reason reason) {
        questions
                .forget(who)
                .forEach(open -> talk.state(new RightRefused(talk.self(), who, open.permission(), reason)));
        gate.withdrawAll(who).forEach(grant -> ended(grant, reason));
        talk.changed();
    }

    /** The session is over. */
    void close(Reason reason) {
        gate.withdrawAll().forEach(grant -> ended(grant, reason));
        long pictureBytes = pause.end();
        if (pictureBytes >= 0) {
            talk.state(new PauseEnded(talk.self(), pictureBytes));
        }
        machine.close();
    }

    private Grant grant(Open open) {
        Grant grant = gate.allow(open.who(), open.permission(), LIFETIME);
        talk.say(open.who(), new RightGranted(open.ask(), open.permission(), grant.epoch(), grant.expires()));
        talk.state(new RightAllowed(talk.self(), open.who(), open.permission()));
        talk.changed();
        return grant;
    }

    private void refuse(Open open, Reason reason) {
        questions.refused(open, ground.now());
        tellRefusal(open.who(), open.ask(), open.permission(), reason);
    }

    private void tellRefusal(ParticipantId who, int ask, Permission permission, Reason reason) {
        talk.say(who, new RightDenied(ask, permission, reason));
        talk.state(new RightRefused(talk.self(), who, permission, reason));
        talk.changed();
    }
}

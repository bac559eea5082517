package org.beistand.client.session;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.beistand.client.release.Share;
import org.beistand.client.release.Shareable;
import org.beistand.crypto.handshake.SessionPassword;
import org.beistand.protocol.relay.RelayMessage;
import org.beistand.protocol.relay.RelayParty;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.Role;
import org.beistand.transport.link.Conversation;

/**
 * A person's wishes on their way to the session's thread. What takes something back (a right, the picture) is done at once, on
 * the caller's thread; everything that follows of it comes after.
 */
public final class RunningSession implements Session {
    private final Ground ground;
    private final SessionRun run;

    private RunningSession(SessionRun run) {
        this.run = run;
        this.ground = run.ground;
    }

    /**
     * Begins a session on a connection to the communication server.
     *
     * @param version of the protocol
     * @return the session once this person stands in the lobby, or as moderator in the session; or {@link NotArrived}
     */
    public static CompletableFuture<Session> begin(
            Role role,
            int version,
            SessionParts parts,
            Conversation<RelayMessage, RelayParty> relay,
            InstantSource clock,
            SecureRandom random) {
        Ground ground = new Ground(
                Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
                        .name("beistand-session")
                        .daemon(true)
                        .factory()),
                clock,
                random,
                role);
        SessionRun run = new SessionRun(ground, parts, relay);
        return run.arrive(version).thenApply(RunningSession::new);
    }

    @Override
    public void watch(Watcher watcher) {
        ground.run(() -> run.watch(watcher));
    }

    @Override
    public void admit(ParticipantId who) {
        event(new SessionEvent.Admitting(who));
    }

    @Override
    public void turnAway(ParticipantId who) {
        event(new SessionEvent.TurningAway(who));
    }

    @Override
    public void remove(ParticipantId who) {
        event(new SessionEvent.Removing(who));
    }

    @Override
    public void block(boolean blocked) {
        event(new SessionEvent.Blocking(blocked));
    }

    @Override
    public void pickCode(ParticipantId moderator, Optional<String> code) {
        ground.run(() -> run.peers.pick(moderator, code));
    }

    @Override
    public void enterPassword(ParticipantId moderator, SessionPassword typed) {
        ground.run(() -> run.peers.enterPassword(moderator, typed));
    }

    @Override
    public void request(ParticipantId owner, Permission permission) {
        ground.run(() -> run.asker.request(owner, permission, List.of()));
    }

    @Override
    public void offerFiles(ParticipantId receiver, List<Path> files) {
        ground.run(() -> run.transfers.offer(receiver, files));
    }

    @Override
    public void cancelRequest(ParticipantId owner, Permission permission) {
        ground.run(() -> run.asker.cancel(owner, permission));
    }

    @Override
    public void giveBack(ParticipantId owner, Permission permission) {
        ground.run(() -> run.asker.giveBack(owner, permission));
    }

    @Override
    public void cancelTransfer(int key) {
        ground.run(() -> run.transfers.cancel(key));
    }

    @Override
    public void putClipboard(ParticipantId owner) {
        ground.run(() -> run.asker.putClipboard(owner));
    }

    @Override
    public void takeClipboard(ParticipantId owner) {
        ground.run(() -> run.asker.takeClipboard(owner));
    }

    @Override
    public void view(ParticipantId owner, Optional<Viewer> viewer) {
        ground.run(() -> run.asker.view(owner, viewer));
    }

    @Override
    public RemoteHands hands(ParticipantId owner) {
        return new Hands(ground, run, run.asker, owner);
    }

    @Override
    public void leave() {
        event(new SessionEvent.Leaving(ground.role() == Role.MODERATOR ? Reason.MODERATOR_LEFT : Reason.ATTENDEE_LEFT));
    }

    @Override
    public void allow(int question, Path folder) {
        ground.run(() -> run.owner.allow(question, folder));
    }

    @Override
    public void give(int question, List<Path> files) {
        ground.run(() -> run.owner.give(question, files));
    }

    @Override
    public void refuse(int question) {
        ground.run(() -> run.owner.refuse(question));
    }

    @Override
    public void withdraw(ParticipantId holder, Permission permission) {
        run.gate.withdraw(holder, permission).ifPresent(grant -> {
            if (permission == Permission.REMOTE_CONTROL) {
                run.machine.letGo();
            }
            ground.run(() -> run.owner.ended(grant, Reason.WITHDRAWN_BY_OWNER));
        });
    }

    @Override
    public void pause(boolean paused) {
        if (paused) {
            if (run.pause.begin()) {
                ground.run(run.owner::pauseBegan);
            }
        } else {
            long pictureBytes = run.pause.end();
            if (pictureBytes >= 0) {
                ground.run(() -> run.owner.pauseEnded(pictureBytes));
            }
        }
    }

    @Override
    public void mirror(ParticipantId viewer, Optional<Viewer> window) {
        ground.run(() -> run.machine.mirror(viewer, window));
    }

    @Override
    public void share(Share share) {
        if (run.sharing.choose(share)) {
            ground.run(run.owner::shareChosen);
        }
    }

    @Override
    public CompletableFuture<Shareable> shareable() {
        return run.machine.shareable();
    }

    private void event(SessionEvent event) {
        ground.run(() -> run.event(event));
    }
}

package org.beistand.client.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.beistand.client.release.Share;
import org.beistand.client.release.Shareable;
import org.beistand.crypto.handshake.SessionPassword;
import org.beistand.protocol.session.control.Sighting;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;

/** A session that a test plays: it shows the views that the test hands in and writes down what the person wants. */
public final class FakeSession implements Session {
    public Shareable shareable = Shareable.NOTHING;
    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
    private final List<String> wishes = new CopyOnWriteArrayList<>();
    private final List<String> strokes = new CopyOnWriteArrayList<>();
    private final List<Sighting> sightings = new CopyOnWriteArrayList<>();
    private final Map<ParticipantId, Viewer> viewers = new ConcurrentHashMap<>();
    private final Map<ParticipantId, Viewer> mirrors = new ConcurrentHashMap<>();
    private volatile SessionView view;

    public FakeSession(SessionView first) {
        this.view = first;
    }

    /** The world changes. */
    public void show(SessionView next) {
        view = next;
        watchers.forEach(watcher -> watcher.changed(next));
    }

    /** What the person wanted so far, in words. */
    public List<String> wishes() {
        return new ArrayList<>(wishes);
    }

    /** What was seen with each button and wheel. */
    public List<Sighting> sightings() {
        return new ArrayList<>(sightings);
    }

    /** What mouse and keyboard did on the other computer so far, in words. */
    public List<String> strokes() {
        return new ArrayList<>(strokes);
    }

    public Optional<Viewer> viewerOf(ParticipantId owner) {
        return Optional.ofNullable(viewers.get(owner));
    }

    /** The window in which the owner sees what this person sees. */
    public Optional<Viewer> mirrorOf(ParticipantId viewer) {
        return Optional.ofNullable(mirrors.get(viewer));
    }

    @Override
    public void watch(Watcher watcher) {
        watchers.add(watcher);
        watcher.changed(view);
    }

    @Override
    public void admit(ParticipantId who) {
        wishes.add("admit " + who);
    }

    @Override
    public void turnAway(ParticipantId who) {
        wishes.add("turn away " + who);
    }

    @Override
    public void remove(ParticipantId who) {
        wishes.add("remove " + who);
    }

    @Override
    public void block(boolean blocked) {
        wishes.add("block " + blocked);
    }

    @Override
    public void pickCode(ParticipantId moderator, Optional<String> code) {
        wishes.add("pick " + moderator + " " + code.orElse("none"));
    }

    @Override
    public void enterPassword(ParticipantId moderator, SessionPassword typed) {
        wishes.add("password " + moderator + " " + typed.digits());
    }

    @Override
    public void request(ParticipantId owner, Permission permission) {
        wishes.add("request " + owner + " " + permission);
    }

    @Override
    public void offerFiles(ParticipantId receiver, List<Path> files) {
        wishes.add("offer " + receiver + " " + files);
    }

    @Override
    public void cancelRequest(ParticipantId owner, Permission permission) {
        wishes.add("cancel request " + owner + " " + permission);
    }

    @Override
    public void giveBack(ParticipantId owner, Permission permission) {
        wishes.add("give back " + owner + " " + permission);
    }

    @Override
    public void cancelTransfer(int key) {
        wishes.add("cancel transfer " + key);
    }

    @Override
    public void putClipboard(ParticipantId owner) {
        wishes.add("put clipboard " + owner);
    }

    @Override
    public void takeClipboard(ParticipantId owner) {
        wishes.add("take clipboard " + owner);
    }

    @Override
    public void view(ParticipantId owner, Optional<Viewer> viewer) {
        wishes.add(viewer.isPresent() ? "view " + owner : "view " + owner + " nowhere");
        viewer.ifPresentOrElse(shown -> viewers.put(owner, shown), () -> viewers.remove(owner));
    }

    @Override
    public RemoteHands hands(ParticipantId owner) {
        return new WrittenDown();
    }

    @Override
    public void leave() {
        wishes.add("leave");
    }

    @Override
    public void allow(int question, Path folder) {
        wishes.add("allow " + question + " " + folder);
    }

    @Override
    public void give(int question, List<Path> files) {
        wishes.add("give " + question + " " + files);
    }

    @Override
    public void refuse(int question) {
        wishes.add("refuse " + question);
    }

    @Override
    public void withdraw(ParticipantId holder, Permission permission) {
        wishes.add("withdraw " + holder + " " + permission);
    }

    @Override
    public void pause(boolean paused) {
        wishes.add("pause " + paused);
    }

    @Override
    public void mirror(ParticipantId viewer, Optional<Viewer> window) {
        wishes.add("mirror " + viewer + (window.isPresent() ? " open" : " closed"));
        window.ifPresentOrElse(shown -> mirrors.put(viewer, shown), () -> mirrors.remove(viewer));
    }

    @Override
    public void share(Share share) {
        wishes.add("share " + share.kind() + " " + share.scope() + " " + share.background() + " " + share.taskbar());
    }

    @Override
    public CompletableFuture<Shareable> shareable() {
        return CompletableFuture.completedFuture(shareable);
    }

    private final class WrittenDown implements RemoteHands {
        @Override
        public void pointer(int x, int y) {
            strokes.add("pointer " + x + " " + y);
        }

        @Override
        public void button(int x, int y, int button, boolean down, Optional<Sighting> seen) {
            seen.ifPresent(sightings::add);
            strokes.add("button " + button + (down ? " down " : " up ") + x + " " + y);
        }

        @Override
        public void wheel(int x, int y, int horizontal, int vertical, Optional<Sighting> seen) {
            seen.ifPresent(sightings::add);
            strokes.add("wheel " + horizontal + " " + vertical + " at " + x + " " + y);
        }

        @Override
        public void key(int position, int character, boolean command, boolean down) {
            strokes.add("key " + Integer.toHexString(position) + " "
                    + (character == 0 ? "-" : Character.toString(character)) + (command ? " command" : "")
                    + (down ? " down" : " up"));
        }

        @Override
        public void releaseAll() {
            strokes.add("release all");
        }
    }
}

package org.beistand.moderator;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.beistand.client.meeting.ClientPackage;
import org.beistand.client.meeting.FakeModeratorDoor;
import org.beistand.client.session.FakeSession;
import org.beistand.client.session.SessionView;
import org.beistand.client.session.Views;
import org.beistand.client.ui.base.HandTicker;
import org.beistand.client.ui.base.Look;
import org.beistand.client.ui.base.Showroom;
import org.beistand.client.ui.base.Texts;
import org.beistand.moderator.moderate.SessionPage;
import org.beistand.moderator.signin.ModeratorFlow;
import org.beistand.protocol.value.Endpoint;
import org.beistand.protocol.value.Language;

/** The moderator's window with a door and a session in the test's hand. */
final class ModeratorRoom {
    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    final Showroom show = new Showroom();
    final FakeModeratorDoor door = new FakeModeratorDoor();
    final HandTicker time = new HandTicker(NOW);
    final ModeratorFlow flow = new ModeratorFlow(door, Platform::runLater, time);
    final List<String> clipboard = new ArrayList<>();
    List<Path> chosenFiles = List.of();
    final List<URI> drafts = new ArrayList<>();
    boolean noMailProgram;
    boolean left;

    private void draft(URI draft, Runnable failed) {
        drafts.add(draft);
        if (noMailProgram) {
            failed.run();
        }
    }

    Stage open(Language language, double width, double height) {
        Texts texts = new Texts(language);
        return show.open(stage -> {
            ClientPackage pack = new ClientPackage(
                    "Example Instruments", "powered by Beistand", new Endpoint("operator.example", 2000), false);
            SessionPage.Surroundings around = new SessionPage.Surroundings(
                    Platform::runLater, time, ZoneOffset.UTC, () -> chosenFiles, clipboard::add, this::draft);
            Scene scene = new Scene(new ModeratorWindow(flow, pack, texts, around, () -> left = true), width, height);
            Look.dress(scene);
            stage.setScene(scene);
            stage.titleProperty().bind(texts.follow("moderator.window"));
        });
    }

    /** Name and password are sent. */
    void enter() {
        show.run(() -> {
            flow.login().set("max");
            flow.password().set("correct horse battery");
            flow.signIn();
        });
    }

    void signIn() {
        enter();
        door.accept("Max Moder", "Example Instruments");
        show.settle();
    }

    FakeSession openSession(SessionView view) {
        show.run(() -> flow.openSession(false));
        FakeSession session = new FakeSession(view);
        door.open(session);
        show.settle();
        return session;
    }

    static Views running() {
        return Views.moderated(123_456, NOW.plusSeconds(900));
    }
}

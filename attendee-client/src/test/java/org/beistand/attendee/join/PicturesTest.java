package org.beistand.attendee.join;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.beistand.client.meeting.ClientPackage;
import org.beistand.client.meeting.FakeAttendeeDoor;
import org.beistand.client.session.FakeSession;
import org.beistand.client.session.SessionView;
import org.beistand.client.session.Views;
import org.beistand.client.ui.base.HandTicker;
import org.beistand.client.ui.base.Look;
import org.beistand.client.ui.base.Showroom;
import org.beistand.client.ui.base.StrayInputGuard;
import org.beistand.client.ui.base.Texts;
import org.beistand.protocol.value.Endpoint;
import org.beistand.protocol.value.Language;
import org.beistand.protocol.value.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every page of the attendee's window, in every language: whole words, a name on every control, and a picture to look at. */
@Tag("scales")
final class PicturesTest {
    private final Showroom room = new Showroom();
    private final FakeAttendeeDoor door = new FakeAttendeeDoor();
    private final HandTicker time = new HandTicker(Instant.parse("2026-03-01T10:00:00Z"));
    private final AttendeeFlow flow = new AttendeeFlow(door, Platform::runLater, time);

    @AfterEach
    void theWindowIsClosed() {
        room.closeAll();
    }

    @ParameterizedTest
    @EnumSource
    void everyPageIsWhole(Language language) {
        Texts texts = new Texts(language);
        Stage stage = room.open(made -> {
            ClientPackage pack = new ClientPackage(
                    "Universitätsklinikum Musterstadt",
                    "powered by Beistand",
                    new Endpoint("operator.example", 2000),
                    false);
            Scene scene = new Scene(
                    new AttendeeWindow(flow, pack, texts, time, () -> {}), AttendeeWindow.WIDTH, AttendeeWindow.HEIGHT);
            Look.dress(scene);
            made.setScene(scene);
            made.titleProperty().bind(texts.follow("attendee.window"));
        });
        look(stage, "attendee-1-start", language);

        room.run(flow::connect);
        look(stage, "attendee-2-missing", language);

        room.run(() -> {
            flow.number().set("123 456");
            flow.name().set("Anna Weber");
            flow.connect();
        });
        look(stage, "attendee-3-connecting", language);

        door.refuse(Reason.TOO_MANY_TRIES, Duration.ofSeconds(30));
        look(stage, "attendee-4-refused", language);

        room.run(() -> {
            time.turn(Duration.ofSeconds(30));
            flow.connect();
        });
        FakeSession session =
                new FakeSession(Views.in(new SessionView.InLobby()).view());
        door.open(session);
        look(stage, "attendee-5-lobby", language);

        session.show(password(3));
        look(stage, "attendee-5a-password", language);
        session.show(password(1));
        look(stage, "attendee-5b-wrong", language);

        session.show(Views.inSession()
                .moderator(
                        1,
                        "Maximilian Mustermann",
                        "Example Instruments",
                        new SessionView.Listening(List.of("47 11", "08 15", "12 34")))
                .view());
        room.run(() -> time.turn(StrayInputGuard.PAUSE));
        look(stage, "attendee-6-check", language);

        session.show(Views.in(new SessionView.Over(Reason.CHECK_FAILED)).view());
        look(stage, "attendee-7-over", language);
    }

    private static SessionView password(int triesLeft) {
        return Views.inSession()
                .moderator(
                        1, "Maximilian Mustermann", "Example Instruments", new SessionView.EnteringPassword(triesLeft))
                .view();
    }

    private void look(Stage stage, String name, Language language) {
        room.settle();
        Path picture = room.picture(stage, name, language);
        assertTrue(Files.exists(picture));
        assertEquals(List.of(), room.cutWords(stage.getScene()), name);
        assertEquals(List.of(), room.nameless(stage.getScene()), name);
    }
}

package org.beistand.moderator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Monitor;
import org.beistand.client.desktop.Picture;
import org.beistand.client.meeting.SignInStep;
import org.beistand.client.session.FakeSession;
import org.beistand.client.session.SessionView;
import org.beistand.client.session.SessionView.FileProgress;
import org.beistand.client.session.SessionView.Transfer;
import org.beistand.client.session.Viewer;
import org.beistand.client.session.Views;
import org.beistand.protocol.value.Language;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every page of the moderator's window, in every language: whole words, a name on every control, and a picture to look at. */
@Tag("scales")
final class PicturesTest {
    private final ModeratorRoom room = new ModeratorRoom();

    @AfterEach
    void theWindowIsClosed() {
        room.show.closeAll();
    }

    @ParameterizedTest
    @EnumSource
    void everyPageIsWhole(Language language) {
        Stage stage = room.open(language, 560, 540);
        look(stage, "moderator-1-signin", language);
        room.show.run(() -> room.flow.signIn());
        look(stage, "moderator-2-missing", language);
        byTicket(stage, language);
        questions(stage, language);
        room.door.sendsInvitations();
        room.signIn();
        look(stage, "moderator-3-home", language);

        room.show.run(() -> {
            stage.setWidth(Math.min(
                    1280, javafx.stage.Screen.getPrimary().getVisualBounds().getWidth()));
            stage.setHeight(Math.min(
                    840, javafx.stage.Screen.getPrimary().getVisualBounds().getHeight()));
            stage.centerOnScreen();
        });
        FakeSession session = room.openSession(ModeratorRoom.running().view());
        look(stage, "moderator-4-number", language);
        inviting(stage, language);
        session.show(Views.moderated(123_456, ModeratorRoom.NOW.plusSeconds(900), "40718256")
                .attendee(2, "Anna Weber", new SessionView.AwaitingPassword())
                .view());
        look(stage, "moderator-4a-password", language);
        session.show(ModeratorRoom.running()
                .attendee(2, "Anna Weber", new SessionView.ReadingOut("47 11"))
                .attendee(3, "Dr. Berta von Kleinschmidt-Oberhausen", new SessionView.Knocking())
                .view());
        look(stage, "moderator-5-lobby", language);
        session.show(working().view());
        room.show.settle();
        Viewer viewer = session.viewerOf(Views.id(2)).orElseThrow();
        Picture desktop = desktop();
        viewer.begin(desktop.width(), desktop.height());
        viewer.show(desktop, List.of(desktop.area()), () -> {});
        look(stage, "moderator-6-working", language);
        viewer.monitors(List.of(
                new Monitor(7, "HDMI-1", new Area(0, 0, desktop.width() / 2, desktop.height()), true, 100),
                new Monitor(
                        8,
                        "Flat 27",
                        new Area(desktop.width() / 2, 0, desktop.width() / 2, desktop.height()),
                        false,
                        0)));
        viewer.sharpness(new Viewer.Sharpness(List.of(new Area(0, 0, 64, 64)), true));
        room.show.settle();
        room.show.run(() -> room.time.turn(Duration.ofSeconds(4)));
        room.show.run(() -> menuItem("#monitor", "monitor2").fire());
        room.show.run(() -> menuItem("#zoom", "zoom200").fire());
        look(stage, "moderator-6a-monitor", language);
        room.show.run(() ->
                room.show.robot().lookup("#zoom").queryAs(MenuButton.class).show());
        room.show.picture(stage, "moderator-6b-zoom", language);
        room.show.run(() ->
                room.show.robot().lookup("#zoom").queryAs(MenuButton.class).hide());
        room.show.run(() ->
                room.show.robot().lookup("#monitor").queryAs(MenuButton.class).show());
        room.show.picture(stage, "moderator-6c-monitors", language);
        room.show.run(() ->
                room.show.robot().lookup("#monitor").queryAs(MenuButton.class).hide());
        viewer.sharpness(Viewer.Sharpness.EXACT);
        viewer.monitors(List.of());
        room.show.run(() -> menuItem("#zoom", "zoomFit").fire());
        viewer.paused(true);
        session.show(working()
                .notice(1, 2, Permission.TAKE_FILE, Reason.REFUSED_BY_OWNER)
                .notice(2, 2, Permission.REMOTE_CONTROL, Reason.WITHDRAWN_BY_SECURITY_KEY)
                .view());
        room.show.settle();
        room.show.run(
                () -> room.show.robot().lookup("#endSession").queryButton().fire());
        look(stage, "moderator-7-paused", language);
        session.show(Views.in(new SessionView.Over(Reason.ATTENDEE_LEFT)).view());
        look(stage, "moderator-8-over", language);
    }

    /** The server sends the number to a customer, or does not. */
    private void inviting(Stage stage, Language language) {
        room.show.run(
                () -> room.show.robot().lookup("#inviteByMail").queryButton().fire());
        look(stage, "moderator-4b-invite", language);
        for (Reason reason : List.of(Reason.MAIL_ADDRESS_MALFORMED, Reason.MAIL_SERVER_UNREACHABLE)) {
            String typed = reason == Reason.MAIL_ADDRESS_MALFORMED ? "anna" : "anna-katharina.weber@clinic.example";
            room.show.run(() -> {
                room.show.find("#inviteAddress", TextField.class).setText(typed);
                room.show.find("#sendInvitation", Button.class).fire();
            });
            room.door.refuseInvitation(reason);
            look(stage, "moderator-4c-invite-" + reason.code(), language);
        }
        room.show.run(() -> room.show.find("#sendInvitation", Button.class).fire());
        look(stage, "moderator-4d-sending", language);
        room.door.invitationSent();
        look(stage, "moderator-4e-sent", language);
    }

    private MenuItem menuItem(String menu, String id) {
        return room.show.robot().lookup(menu).queryAs(MenuButton.class).getItems().stream()
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    /** Somebody is signed in at the domain of his machine. */
    private void byTicket(Stage stage, Language language) {
        room.door.domainUser("anna-katharina.von_kleinschmidt@CLINIC.EXAMPLE");
        room.show.run(room.flow::begin);
        look(stage, "moderator-2a-ticket", language);
        room.door.refuse(Reason.DOMAIN_SIGN_IN_REFUSED, Duration.ZERO);
        look(stage, "moderator-2b-refused", language);
    }

    /** What may be asked after the password, and what may run out. */
    private void questions(Stage stage, Language language) {
        room.enter();
        room.door.ask(new SignInStep.Code());
        look(stage, "moderator-q1-code", language);
        room.show.run(() -> {
            room.flow.answers().code().set("000000");
            room.flow.answer();
        });
        room.door.refuse(Reason.CODE_WRONG, Duration.ofSeconds(30));
        look(stage, "moderator-q2-wrong", language);
        room.show.run(() -> room.time.turn(Duration.ofSeconds(30)));
        room.show.run(room.flow::cancelSigningIn);
        room.enter();
        room.door.ask(new SignInStep.NewPassword());
        room.show.run(() -> room.flow.answers().chosen().set("three small kittens"));
        room.show.run(room.flow::answer);
        look(stage, "moderator-q3-password", language);
        room.show.run(room.flow::cancelSigningIn);
        room.enter();
        room.door.ask(SigningInStoryTest.OFFER);
        look(stage, "moderator-q4-authenticator", language);
        room.show.run(room.flow::cancelSigningIn);
        room.enter();
        room.door.ask(new SignInStep.RecoveryCodes(SigningInStoryTest.CODES));
        look(stage, "moderator-q5-recovery", language);
        room.show.run(room.flow::cancelSigningIn);
        room.enter();
        room.door.accept("Max Moder", "Example Instruments", SigningInStoryTest.ENDING);
        look(stage, "moderator-q6-ending", language);
        room.show.run(room.flow::signOut);
    }

    private static Views working() {
        return ModeratorRoom.running()
                .attendee(2, "Anna Weber", new SessionView.Present())
                .held(2, Permission.VIEW_SCREEN)
                .held(2, Permission.REMOTE_CONTROL)
                .held(2, Permission.PUT_CLIPBOARD)
                .pending(2, Permission.TAKE_FILE)
                .transfer(new Transfer(
                        1,
                        Views.id(2),
                        true,
                        List.of(
                                new FileProgress("Firmware 4.2.zip", 48_000_000, 48_000_000, true),
                                new FileProgress("Anleitung zur Kalibrierung.pdf", 3_200_000, 1_100_000, false)),
                        new SessionView.Moving(),
                        Optional.empty()));
    }

    /** Something to look at: an analyser's program with a picture in it. */
    private static Picture desktop() {
        BufferedImage image = new BufferedImage(1920, 1080, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, new Color(0x2c5364), 1920, 1080, new Color(0x0f2027)));
        pen.fillRect(0, 0, 1920, 1080);
        pen.setColor(Color.WHITE);
        pen.fillRect(200, 120, 1200, 760);
        pen.setColor(new Color(0xdde3ea));
        pen.fillRect(200, 120, 1200, 44);
        pen.setColor(Color.DARK_GRAY);
        pen.setFont(new Font("DejaVu Sans", Font.PLAIN, 22));
        pen.drawString("Analyser: calibration of channel 3", 220, 150);
        for (int i = 0; i < 14; i++) {
            pen.drawString(
                    "Sample " + (i + 1) + "     " + (i * 37 % 100) / 10.0 + " mmol/l     in range", 240, 220 + i * 44);
        }
        pen.setColor(new Color(0xb05090));
        for (int i = 0; i < 60; i++) {
            pen.fillOval(900 + i * 71 % 440, 240 + i * 137 % 560, 10 + i % 17, 10 + i % 13);
        }
        pen.dispose();
        Picture picture = new Picture(1920, 1080);
        image.getRGB(0, 0, 1920, 1080, picture.pixels(), 0, 1920);
        return picture;
    }

    private void look(Stage stage, String name, Language language) {
        room.show.settle();
        assertTrue(Files.exists(room.show.picture(stage, name, language)));
        assertEquals(List.of(), room.show.cutWords(stage.getScene()), name);
        assertEquals(List.of(), room.show.nameless(stage.getScene()), name);
    }
}

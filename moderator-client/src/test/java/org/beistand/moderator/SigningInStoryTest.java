package org.beistand.moderator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.beistand.client.meeting.SignInStep;
import org.beistand.protocol.value.Attested;
import org.beistand.protocol.value.Evidence;
import org.beistand.protocol.value.Language;
import org.beistand.protocol.value.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What may be asked after the right password. */
@Tag("001-114")
final class SigningInStoryTest {
    static final SignInStep.Authenticator OFFER = new SignInStep.Authenticator(
            "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
            "otpauth://totp/Example%20Instruments:max?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                    + "&issuer=Example%20Instruments&algorithm=SHA1&digits=6&period=30");
    static final List<String> CODES = List.of(
            "9KX4-7TQ2-M0BC-PZ51",
            "4D2H-YYRS-81QA-0XNE",
            "TJ6V-3F9W-CCZ8-R5KM",
            "0B7G-QH1P-XS4T-2VDN",
            "W8ZE-5MKA-J9R3-6FYC",
            "P1QT-N0HX-7GB2-VS4D",
            "3RCK-8WEZ-FM5J-A9Y6",
            "HX7N-2PT0-BQ1G-4DSV",
            "Y5AF-K3RM-9CJ6-ZE8W",
            "6SGD-V4XB-0TQ7-N2HP");
    static final Attested[] ENDING = {
        new Attested(Evidence.TRAINING, LocalDate.of(2025, 3, 20), LocalDate.of(2026, 3, 19)),
        new Attested(Evidence.UNDERTAKING, LocalDate.of(2025, 3, 4), LocalDate.of(2026, 3, 3)),
    };

    private final ModeratorRoom room = new ModeratorRoom();

    @BeforeEach
    void thePasswordWasRight() {
        room.open(Language.ENGLISH, 560, 540);
        room.enter();
    }

    @AfterEach
    void theWindowIsClosed() {
        room.show.closeAll();
    }

    private void asked(SignInStep step) {
        room.door.ask(step);
        room.show.settle();
    }

    private void press(String query) {
        room.show.settle();
        room.show.run(() -> room.show.robot().lookup(query).queryButton().fire());
    }

    @Test
    void theCodeOfTheAuthenticatorIsTypedAsItIsShown() {
        asked(new SignInStep.Code());
        assertEquals("", room.flow.password().get(), "the password is not kept");
        room.show.robot().clickOn("#code").write("287 082").push(KeyCode.ENTER);
        assertEquals("code 287082", room.door.tries().getLast());
        room.door.accept("Max Moder", "Example Instruments");
        room.show.settle();
        assertEquals("Welcome, Max Moder", room.show.words("#welcome"));
        assertEquals("", room.flow.answers().code().get());
    }

    @Test
    void aRecoveryCodeDoesToo() {
        asked(new SignInStep.Code());
        room.show.robot().clickOn("#code").write("9kx4-7tq2-m0bc-pz51").push(KeyCode.ENTER);
        assertEquals("code 9kx4-7tq2-m0bc-pz51", room.door.tries().getLast());
    }

    @Test
    void aWrongCodeIsToldAndTheNextOneHasToWait() {
        asked(new SignInStep.Code());
        press("#answer");
        assertTrue(room.show.words("#fieldProblem").endsWith("(B-155)"));
        room.show.robot().clickOn("#code").write("000000");
        press("#answer");
        room.door.refuse(Reason.CODE_WRONG, Duration.ofSeconds(30));
        room.show.settle();
        assertTrue(room.show.words("#problem").endsWith("(B-147)"));
        assertTrue(room.show.shows("#wait"));
        assertTrue(room.show.find("#answer", Button.class).isDisabled());
        room.show.run(() -> room.time.turn(Duration.ofSeconds(30)));
        assertFalse(room.show.find("#answer", Button.class).isDisabled());
    }

    @Test
    void whatEndsTheSignInLeadsBackToItsBeginning() {
        asked(new SignInStep.Code());
        room.show.robot().clickOn("#code").write("287082");
        press("#answer");
        room.door.refuse(Reason.TRAINING_EXPIRED, Duration.ZERO);
        room.show.settle();
        assertTrue(room.show.shows("#login"));
        assertTrue(room.show.words("#problem").endsWith("(B-142)"));
        room.enter();
        asked(new SignInStep.Code());
        press("#back");
        assertTrue(room.show.shows("#login"));
    }

    @Test
    @Tag("001-46")
    void aFirstPasswordIsReplacedByHisOwn() {
        asked(new SignInStep.NewPassword());
        press("#answer");
        assertTrue(room.show.words("#fieldProblem").endsWith("(B-112)"));
        room.show.robot().clickOn("#newPassword").write("three small kittens");
        press("#answer");
        assertTrue(room.show.words("#fieldProblem").endsWith("(B-156)"));
        room.show.robot().clickOn("#again").write("three small kittens").push(KeyCode.ENTER);
        assertEquals("choose three small kittens", room.door.tries().getLast());
        room.door.refuse(Reason.PASSWORD_SAME, Duration.ZERO);
        room.show.settle();
        assertTrue(room.show.words("#problem").endsWith("(B-148)"));
        press("#answer");
        room.door.accept("Max Moder", "Example Instruments");
        room.show.settle();
        assertTrue(room.show.shows("#welcome"));
        assertEquals(
                "",
                room.flow.answers().chosen().get() + room.flow.answers().again().get());
    }

    @Test
    void anAuthenticatorIsSetUpFromThePictureOrByTyping() throws Exception {
        asked(OFFER);
        assertEquals("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ", room.show.words("#secret"));
        press("#copySecret");
        assertEquals(List.of(OFFER.secret()), room.clipboard);
        assertEquals(OFFER.address(), read());
        room.show.robot().clickOn("#code").write("287082").push(KeyCode.ENTER);
        assertEquals("code 287082", room.door.tries().getLast());
        asked(new SignInStep.RecoveryCodes(CODES));
        press("#copyCodes");
        assertEquals(String.join("\n", CODES), room.clipboard.getLast());
        press("#answer");
        assertEquals("noted", room.door.tries().getLast());
        room.door.accept("Max Moder", "Example Instruments");
        room.show.settle();
        assertTrue(room.show.shows("#welcome"));
    }

    /** As the camera of a telephone does. */
    private String read() throws Exception {
        WritableImage image =
                room.show.ask(() -> room.show.robot().lookup("#qr").query().snapshot(null, null));
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = image.getPixelReader().getArgb(i % width, i / width);
        }
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))))
                .getText();
    }

    @Test
    @Tag("001-115")
    @Tag("001-116")
    @Tag("001-117")
    void whatEndsSoonIsToldInTime() {
        room.door.accept("Max Moder", "Example Instruments", ENDING);
        room.show.settle();
        assertTrue(room.show.words("#ends-TRAINING").contains("March 19, 2026"), room.show.words("#ends-TRAINING"));
        assertTrue(room.show.shows("#ends-UNDERTAKING"));
        assertFalse(room.show.shows("#ends-BRIEFING"));
    }
}

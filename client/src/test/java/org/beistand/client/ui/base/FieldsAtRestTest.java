package org.beistand.client.ui.base;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.beistand.protocol.value.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A caret blinks where the keyboard is, and nowhere else: one that blinks has every window looked through, again and again. */
final class FieldsAtRestTest {
    private final Showroom room = new Showroom();
    private final Parts parts = new Parts(new Texts(Language.ENGLISH));
    /** Held, so that none rests only because it was thrown away. */
    private final List<TextField> fields = new ArrayList<>();

    @AfterEach
    void everythingIsClosed() {
        room.closeAll();
    }

    private Stage open() {
        return room.open(stage -> {
            TextField field = parts.field(new TextField(), "field");
            fields.add(field);
            stage.setScene(new Scene(new Pane(field), 200, 100));
        });
    }

    @Test
    void theCaretOfAClosedWindowRests() {
        for (int i = 0; i < 6; i++) {
            Stage stage = open();
            room.eventually(() -> fields.getLast().isFocused());
            room.run(stage::hide);
        }
        room.open(stage -> stage.setScene(new Scene(new Pane(), 200, 100)));
        assertFalse(room.isLookedThrough());
    }

    @Test
    void theCaretOfAWindowThatIsShownAgainBlinks() {
        Stage stage = open();
        room.eventually(() -> fields.getLast().isFocused());
        room.run(stage::hide);
        room.run(stage::show);
        room.eventually(() -> fields.getLast().isFocused());
        assertTrue(room.isLookedThrough());
    }
}

package org.beistand.moderator.moderate;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.beistand.client.session.SessionView;
import org.beistand.client.session.SessionView.Person;
import org.beistand.client.session.SessionView.ReadingOut;
import org.beistand.client.ui.base.KeyedRows;
import org.beistand.client.ui.base.Parts;
import org.beistand.protocol.value.ParticipantId;

/** The code that the moderator reads out, large. */
final class CheckCard extends VBox {
    private final Parts parts;

    CheckCard(Moderating moderating, Parts parts) {
        super(8);
        this.parts = parts;
        setId("check");
        getStyleClass().addAll("card", "attention");
        KeyedRows<ParticipantId, Person> rows = new KeyedRows<>(12, Person::id, CodeRow::new);
        getChildren().addAll(rows, parts.label("check.read.why", "hint"));
        moderating.feed().viewProperty().addListener((value, before, now) -> rows.show(reading(now)));
        rows.show(reading(moderating.feed().view()));
        Parts.showWhen(
                this,
                moderating.feed().viewProperty().map(view -> !reading(view).isEmpty()));
    }

    private static List<Person> reading(SessionView view) {
        return view.people().stream()
                .filter(person -> person.standing() instanceof ReadingOut)
                .toList();
    }

    private final class CodeRow implements KeyedRows.Row<Person> {
        private final VBox node = new VBox(4);
        private final Label code = new Label();

        CodeRow(Person person) {
            code.setId("code-" + person.id().value());
            code.getStyleClass().add("big-number");
            code.setMinWidth(Region.USE_PREF_SIZE);
            node.getChildren()
                    .addAll(
                            parts.label(
                                    parts.texts()
                                            .follow("check.read", person.name().value()),
                                    "strong"),
                            code);
        }

        @Override
        public Node node() {
            return node;
        }

        @Override
        public void show(Person person) {
            if (person.standing() instanceof ReadingOut reading) {
                code.setText(reading.code());
                code.setAccessibleText(reading.code().replaceAll("(?<=\\S)(?=\\S)", " "));
            }
        }
    }
}

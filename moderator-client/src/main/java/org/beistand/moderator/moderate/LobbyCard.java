package org.beistand.moderator.moderate;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.beistand.client.session.SessionView;
import org.beistand.client.session.SessionView.Knocking;
import org.beistand.client.session.SessionView.Person;
import org.beistand.client.ui.base.KeyedRows;
import org.beistand.client.ui.base.Parts;
import org.beistand.protocol.value.ParticipantId;

/** Who waits to be let in. */
final class LobbyCard extends VBox {
    private final Moderating moderating;
    private final Parts parts;

    LobbyCard(Moderating moderating, Parts parts) {
        super(8);
        this.moderating = moderating;
        this.parts = parts;
        setId("lobby");
        getStyleClass().addAll("card", "attention");
        KeyedRows<ParticipantId, Person> rows = new KeyedRows<>(12, Person::id, KnockingRow::new);
        getChildren().addAll(parts.label("lobby.title", "card-title"), rows);
        moderating.feed().viewProperty().addListener((value, before, now) -> rows.show(knocking(now)));
        rows.show(knocking(moderating.feed().view()));
        Parts.showWhen(
                this,
                moderating.feed().viewProperty().map(view -> !knocking(view).isEmpty()));
    }

    private static List<Person> knocking(SessionView view) {
        return view.people().stream()
                .filter(person -> person.standing() instanceof Knocking)
                .toList();
    }

    private final class KnockingRow implements KeyedRows.Row<Person> {
        private final VBox node;

        KnockingRow(Person person) {
            int id = person.id().value();
            Label name = new Label(person.name().value());
            name.setId("knocking-" + id);
            name.setWrapText(true);
            name.setMinHeight(USE_PREF_SIZE);
            name.getStyleClass().add("strong");
            Button admit = parts.button("admit-" + id, "lobby.admit", "accent");
            admit.accessibleTextProperty().unbind();
            admit.accessibleTextProperty()
                    .bind(parts.texts().follow("lobby.admitName", person.name().value()));
            admit.setOnAction(event -> moderating.session().admit(person.id()));
            Button refuse = parts.button("refuse-" + id, "lobby.refuse");
            refuse.accessibleTextProperty().unbind();
            refuse.accessibleTextProperty()
                    .bind(parts.texts().follow("lobby.refuseName", person.name().value()));
            refuse.setOnAction(event -> moderating.session().turnAway(person.id()));
            node = new VBox(8, name, Parts.row(8, admit, refuse));
        }

        @Override
        public Node node() {
            return node;
        }

        @Override
        public void show(Person person) {}
    }
}

package org.beistand.moderator.moderate;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.beistand.client.session.SessionView;
import org.beistand.client.session.SessionView.Knocking;
import org.beistand.client.session.SessionView.Person;
import org.beistand.client.session.SessionView.Present;
import org.beistand.client.session.SessionView.ReadingOut;
import org.beistand.client.ui.base.Icon;
import org.beistand.client.ui.base.KeyedRows;
import org.beistand.client.ui.base.Parts;
import org.beistand.client.ui.base.Texts;
import org.beistand.protocol.report.CheckOutcome;
import org.beistand.protocol.value.ParticipantId;

/** Who is in the session, how far each has come, and the way out for each. */
final class PeopleList extends VBox { // 001-68
    private final Moderating moderating;
    private final Parts parts;
    private final KeyedRows<ParticipantId, Person> rows = new KeyedRows<>(4, Person::id, PersonRow::new);

    PeopleList(Moderating moderating, Parts parts) {
        super(8);
        this.moderating = moderating;
        this.parts = parts;
        getStyleClass().add("card");
        Label nobody = parts.label("people.nobody", "hint");
        nobody.setId("nobody");
        getChildren().addAll(parts.label("people.title", "card-title"), nobody, rows);
        Parts.showWhen(
                nobody,
                moderating.feed().viewProperty().map(view -> inside(view).isEmpty()));
        moderating.feed().viewProperty().addListener((value, before, now) -> refresh());
        moderating.selected().addListener((value, before, now) -> refresh());
        parts.texts().afterChange(this, () -> refresh());
        refresh();
    }

    private void refresh() {
        rows.show(inside(moderating.feed().view()));
    }

    private static List<Person> inside(SessionView view) {
        return view.people().stream()
                .filter(person -> !(person.standing() instanceof Knocking))
                .toList();
    }

    private String standing(Person person) {
        Texts texts = parts.texts();
        return switch (person.standing()) {
            case Knocking knocking -> texts.of("people.knocking");
            case SessionView.Sealing sealing -> texts.of("people.sealing");
            case SessionView.AwaitingPassword awaiting -> texts.of("people.password");
            case SessionView.EnteringPassword entering -> texts.of("people.password");
            case ReadingOut reading -> texts.of("people.reading");
            case SessionView.Listening listening -> texts.of("people.listening");
            case Present present -> texts.of(verified(person) ? "people.verified" : "people.notVerified");
        };
    }

    private static boolean verified(Person person) {
        return person.verified().check().filter(CheckOutcome.MATCHED::equals).isPresent();
    }

    private final class PersonRow implements KeyedRows.Row<Person> {
        private final HBox node = new HBox(8);
        private final ToggleButton name = new ToggleButton();
        private final Label standing = new Label();

        PersonRow(Person person) {
            int id = person.id().value();
            name.setId("person-" + id);
            name.setMnemonicParsing(false);
            name.setWrapText(true);
            name.setMaxWidth(Double.MAX_VALUE);
            name.setAlignment(Pos.CENTER_LEFT);
            name.getStyleClass().add("person");
            name.setGraphic(Icon.PERSON.draw(16));
            name.setOnAction(event -> {
                moderating.select(person.id());
                refresh();
            });
            standing.setId("standing-" + id);
            standing.setWrapText(true);
            standing.setMinHeight(Region.USE_PREF_SIZE);
            standing.getStyleClass().add("standing");
            Button remove = parts.iconButton(
                    "remove-" + id,
                    Icon.CLOSE,
                    parts.texts().follow("people.remove", person.name().value()),
                    "flat");
            remove.setOnAction(event -> moderating.session().remove(person.id()));
            VBox words = new VBox(2, name, standing);
            HBox.setHgrow(words, Priority.ALWAYS);
            node.setAlignment(Pos.TOP_LEFT);
            node.getChildren().addAll(words, remove);
        }

        @Override
        public Node node() {
            return node;
        }

        @Override
        public void show(Person person) {
            name.setText(person.name().value());
            name.setSelected(
                    moderating.selected().get().filter(person.id()::equals).isPresent());
            name.setDisable(!(person.standing() instanceof Present));
            standing.setText(standing(person));
            standing.pseudoClassStateChanged(
                    javafx.css.PseudoClass.getPseudoClass("verified"),
                    person.standing() instanceof Present && verified(person));
        }
    }
}

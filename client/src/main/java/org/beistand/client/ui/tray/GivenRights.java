package org.beistand.client.ui.tray;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.beistand.client.session.Session;
import org.beistand.client.session.SessionView;
import org.beistand.client.session.SessionView.Person;
import org.beistand.client.session.SessionView.Right;
import org.beistand.client.ui.base.Icon;
import org.beistand.client.ui.base.KeyedRows;
import org.beistand.client.ui.base.Parts;
import org.beistand.client.ui.base.SessionFeed;
import org.beistand.protocol.report.CheckOutcome;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;

/** Everybody in the session with what each may do on this computer, and a button to take each right back. */
final class GivenRights extends VBox { // 001-51
    private final Session session;
    private final SessionFeed feed;
    private final Parts parts;
    private final Map<ParticipantId, MirrorWindow> mirrors = new HashMap<>();
    private final KeyedRows<ParticipantId, Person> people = new KeyedRows<>(12, Person::id, PersonRow::new);

    GivenRights(Session session, SessionFeed feed, Parts parts) {
        super(8);
        this.session = session;
        this.feed = feed;
        this.parts = parts;
        getChildren().addAll(parts.label("people.title", "card-title"), people);
        feed.viewProperty().addListener((value, before, now) -> refresh());
        parts.texts().afterChange(this, () -> refresh());
        refresh();
    }

    private void refresh() {
        people.show(feed.view().people());
        List.copyOf(mirrors.entrySet()).stream()
                .filter(entry -> !sees(entry.getKey()))
                .forEach(entry -> entry.getValue().close());
    }

    private boolean sees(ParticipantId person) {
        return feed.view().given().contains(new Right(person, Permission.VIEW_SCREEN));
    }

    private final class PersonRow implements KeyedRows.Row<Person> {
        private final VBox node = new VBox(4);
        private final Label name = words("strong");
        private final Label from = words("hint");
        private final Label check = words("badge");
        private final Label nothing;
        private final Button mirror;
        private final KeyedRows<Right, Right> rights = new KeyedRows<>(4, right -> right, RightRow::new);

        PersonRow(Person person) {
            name.setId("person-" + person.id().value());
            check.setId("verified-" + person.id().value());
            nothing = parts.label("tray.nothing", "hint");
            mirror = parts.button("mirror-" + person.id().value(), "tray.mirror", Icon.EYE, "small-button");
            mirror.setOnAction(event -> mirrors.computeIfAbsent(
                            person.id(), id -> new MirrorWindow(session, parts, person, () -> mirrors.remove(id)))
                    .show());
            VBox texting = new VBox(2, name, from, check);
            HBox.setHgrow(texting, Priority.ALWAYS);
            node.getChildren().addAll(Parts.row(8, Icon.PERSON.draw(20), texting), rights, mirror, nothing);
        }

        private static Label words(String style) {
            Label label = new Label();
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            label.getStyleClass().add(style);
            return label;
        }

        @Override
        public Node node() {
            return node;
        }

        @Override
        public void show(Person person) {
            boolean verified = person.verified()
                    .check()
                    .filter(CheckOutcome.MATCHED::equals)
                    .isPresent();
            name.setText(person.name().value());
            from.setText(person.organisation());
            from.setManaged(!person.organisation().isEmpty());
            check.setText(parts.texts().of(verified ? "people.verified" : "people.notVerified"));
            check.setGraphic((verified ? Icon.SHIELD : Icon.WARNING).draw(14));
            check.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("verified"), verified);
            List<Right> given = feed.view().given().stream()
                    .filter(right -> right.other().equals(person.id()))
                    .toList();
            rights.show(given);
            mirror.setVisible(sees(person.id()));
            mirror.setManaged(sees(person.id()));
            boolean present = person.standing() instanceof SessionView.Present;
            nothing.setVisible(given.isEmpty() && present);
            nothing.setManaged(given.isEmpty() && present);
        }
    }

    private final class RightRow implements KeyedRows.Row<Right> {
        private final HBox node;

        RightRow(Right right) {
            Label name = parts.label(parts.texts()
                    .follow(() ->
                            parts.texts().of("tray.may." + right.permission().name())));
            HBox.setHgrow(name, Priority.ALWAYS);
            name.setMaxWidth(Double.MAX_VALUE);
            Button back = parts.button(
                    "takeBack-" + right.other().value() + "-"
                            + right.permission().name(),
                    "tray.takeBack",
                    "small-button");
            back.accessibleTextProperty().unbind();
            back.accessibleTextProperty()
                    .bind(parts.texts()
                            .follow(() -> parts.texts().of("tray.takeBack").replace("_", "") + ": "
                                    + parts.texts().right(right.permission())));
            back.setOnAction(event -> session.withdraw(right.other(), right.permission())); // 001-66
            node = Parts.row(8, Icon.of(right.permission()).draw(18), name, back);
            node.getStyleClass().add("right-row");
        }

        @Override
        public Node node() {
            return node;
        }

        @Override
        public void show(Right right) {}
    }
}

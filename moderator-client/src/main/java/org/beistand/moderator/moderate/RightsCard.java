package org.beistand.moderator.moderate;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.beistand.client.ui.base.Icon;
import org.beistand.client.ui.base.Parts;
import org.beistand.client.ui.base.Texts;
import org.beistand.moderator.moderate.Moderating.RightState;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;

/** Each right on the selected person's computer: ask, wait, use, give back. */
final class RightsCard extends VBox { // 001-52 001-53 001-54 001-55
    private final Moderating moderating;
    private final Parts parts;
    private final Supplier<List<Path>> fileChoice;

    /** @param fileChoice asks which files are to be sent; empty if none */
    RightsCard(Moderating moderating, Parts parts, Supplier<List<Path>> fileChoice) {
        super(12);
        this.moderating = moderating;
        this.parts = parts;
        this.fileChoice = fileChoice;
        setId("rights");
        getStyleClass().add("card");
        Texts texts = parts.texts();
        Label title = parts.label(
                texts.follow(
                        () -> texts.of(
                                "rights.title",
                                moderating
                                        .selected()
                                        .get()
                                        .map(moderating.feed()::nameOf)
                                        .orElse("–")),
                        moderating.selected(),
                        moderating.feed().viewProperty()),
                "card-title");
        getChildren().add(title);
        for (Permission permission : Permission.values()) {
            getChildren().add(row(permission));
        }
        Parts.showWhen(this, moderating.selected().map(java.util.Optional<ParticipantId>::isPresent));
    }

    private Node row(Permission permission) {
        Texts texts = parts.texts();
        ObservableValue<RightState> state = moderating.right(permission);
        Label name = parts.label(texts.follow(() -> texts.right(permission)));
        Label words = parts.label(texts.follow(() -> words(state.getValue()), state), "hint");
        words.setId("state-" + permission.name());
        words.managedProperty().bind(words.textProperty().isNotEmpty());
        VBox texting = new VBox(2, name, words);
        HBox.setHgrow(texting, Priority.ALWAYS);
        texting.setMinWidth(80);
        texting.setAlignment(Pos.CENTER_LEFT);
        HBox buttons = new HBox(4, buttons(permission, state).toArray(Node[]::new));
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = Parts.row(8, Icon.of(permission).draw(18), texting, buttons);
        row.getStyleClass().add("right-row");
        row.setId("right-" + permission.name());
        state.addListener((value, before, now) -> row.pseudoClassStateChanged(
                javafx.css.PseudoClass.getPseudoClass("held"), now instanceof RightState.Held));
        return row;
    }

    private List<Button> buttons(Permission permission, ObservableValue<RightState> state) {
        Button ask = named("request-", permission, askKey(permission));
        ask.setOnAction(event -> ask(permission));
        Parts.showWhen(ask, state.map(RightState.NotAsked.class::isInstance));
        Button cancel = named("cancel-", permission, "rights.cancel");
        cancel.setOnAction(event -> moderating.cancelRequest(permission));
        Parts.showWhen(cancel, state.map(RightState.Asked.class::isInstance));
        Button giveBack = named("giveBack-", permission, "rights.giveBack");
        giveBack.setOnAction(event -> moderating.giveBack(permission));
        Parts.showWhen(giveBack, state.map(RightState.Held.class::isInstance));
        ObservableValue<Boolean> held = state.map(RightState.Held.class::isInstance);
        return switch (permission) {
            case VIEW_SCREEN, REMOTE_CONTROL, SEND_FILE, TAKE_FILE -> List.of(ask, cancel, giveBack);
            case PUT_CLIPBOARD ->
                List.of(ask, cancel, use("putClipboard", permission, moderating::putClipboard, held), giveBack);
            case TAKE_CLIPBOARD ->
                List.of(ask, cancel, use("takeClipboard", permission, moderating::takeClipboard, held), giveBack);
        };
    }

    private Button use(String id, Permission permission, Runnable action, ObservableValue<Boolean> held) {
        Button use = named("", permission, "rights." + id, "accent");
        use.setId(id);
        use.setOnAction(event -> action.run());
        Parts.showWhen(use, Bindings.createBooleanBinding(held::getValue, held));
        return use;
    }

    /** The spoken name says which right the button is for. */
    private Button named(String prefix, Permission permission, String key, String... styles) {
        Texts texts = parts.texts();
        Button button = parts.button(prefix + permission.name(), key, styles);
        button.getStyleClass().add("small-button");
        button.accessibleTextProperty().unbind();
        button.accessibleTextProperty()
                .bind(texts.follow(() -> texts.of(key).replace("_", "") + ": " + texts.right(permission)));
        return button;
    }

    private static String askKey(Permission permission) {
        return permission == Permission.SEND_FILE ? "rights.send" : "rights.ask";
    }

    private void ask(Permission permission) {
        if (permission == Permission.SEND_FILE) {
            moderating.offer(fileChoice.get());
        } else {
            moderating.request(permission);
        }
    }

    private String words(RightState state) {
        Texts texts = parts.texts();
        return switch (state) {
            case RightState.NobodyThere nobody -> "";
            case RightState.NotAsked not -> not.last().map(texts::reason).orElse("");
            case RightState.Asked asked -> texts.of("rights.asked");
            case RightState.Held held -> texts.of("rights.held");
        };
    }
}

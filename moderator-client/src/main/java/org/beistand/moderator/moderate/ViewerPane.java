package org.beistand.moderator.moderate;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.beistand.client.session.Session;
import org.beistand.client.ui.base.Parts;
import org.beistand.client.ui.base.Texts;
import org.beistand.client.ui.viewer.ScreenView;
import org.beistand.client.ui.viewer.ScreenViewer;
import org.beistand.moderator.moderate.Moderating.RightState;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;

/** The selected person's screen, as soon as she allows it, with the few buttons that belong to it. */
final class ViewerPane extends BorderPane {
    private final Moderating moderating;
    private final ScreenView screen;
    private final ScreenViewer viewer;
    private Optional<ParticipantId> viewed = Optional.empty();
    private Optional<ParticipantId> operated = Optional.empty();

    /** @param windows runs tasks on the FX thread, in order */
    ViewerPane(Moderating moderating, Parts parts, Executor windows) {
        this.moderating = moderating;
        Texts texts = parts.texts();
        screen = new ScreenView(texts);
        viewer = new ScreenViewer(screen, windows);
        ToggleButton actual = new ToggleButton();
        actual.setId("actualSize");
        actual.textProperty().bind(texts.follow("viewer.actual"));
        actual.setMinWidth(Region.USE_PREF_SIZE);
        actual.selectedProperty().addListener((value, before, now) -> screen.zoom(now));
        Button full = parts.button("fullScreen", "viewer.full");
        full.setOnAction(event -> {
            if (getScene().getWindow() instanceof Stage stage) {
                stage.setFullScreen(!stage.isFullScreen());
            }
        });
        Label hint = parts.label(
                texts.follow(
                        () -> hint(texts),
                        moderating.right(Permission.VIEW_SCREEN),
                        moderating.right(Permission.REMOTE_CONTROL)),
                "viewer-hint");
        hint.setId("controlHint");
        HBox.setHgrow(hint, javafx.scene.layout.Priority.ALWAYS);
        hint.setMaxWidth(Double.MAX_VALUE);
        HBox tools = Parts.row(8, hint, actual, full);
        tools.getStyleClass().add("viewer-tools");
        Label empty = parts.label(
                texts.follow(
                        () -> emptyWords(texts),
                        moderating.right(Permission.VIEW_SCREEN),
                        moderating.selected(),
                        moderating.feed().viewProperty()),
                "viewer-empty");
        empty.setId("noScreen");
        empty.setMouseTransparent(true);
        empty.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !holds(Permission.VIEW_SCREEN), moderating.right(Permission.VIEW_SCREEN)));
        setTop(tools);
        setCenter(new StackPane(screen, empty));
        screen.onKeyboardGivenBack(full::requestFocus);
        moderating.right(Permission.VIEW_SCREEN).addListener((value, before, now) -> follow());
        moderating.right(Permission.REMOTE_CONTROL).addListener((value, before, now) -> follow());
        moderating.selected().addListener((value, before, now) -> follow());
        follow();
    }

    private boolean holds(Permission permission) {
        return moderating.right(permission).get() instanceof RightState.Held;
    }

    /** Shows and operates exactly what is allowed now. */
    private void follow() {
        Session session = moderating.session();
        Optional<ParticipantId> view = moderating.selected().get().filter(who -> holds(Permission.VIEW_SCREEN));
        if (!view.equals(viewed)) {
            viewed.ifPresent(before -> session.view(before, Optional.empty()));
            viewer.end();
            viewed = view;
            view.ifPresent(who -> session.view(who, Optional.of(viewer)));
        }
        Optional<ParticipantId> operate = view.filter(who -> holds(Permission.REMOTE_CONTROL));
        if (!operate.equals(operated)) {
            operated = operate;
            screen.operate(operate.map(session::hands));
            if (operate.isPresent()) {
                screen.requestFocus();
            }
        }
    }

    private String hint(Texts texts) {
        if (!holds(Permission.VIEW_SCREEN)) {
            return "";
        }
        return texts.of(holds(Permission.REMOTE_CONTROL) ? "viewer.operating" : "viewer.looking");
    }

    private String emptyWords(Texts texts) {
        return switch (moderating.right(Permission.VIEW_SCREEN).get()) {
            case RightState.NobodyThere nobody ->
                texts.of(moderating.somebodyIsComing() ? "viewer.soon" : "viewer.nobody");
            case RightState.Asked asked -> texts.of("viewer.asked", name());
            case RightState.NotAsked not -> texts.of("viewer.notAsked", name());
            case RightState.Held held -> "";
        };
    }

    private String name() {
        return moderating.selected().get().map(moderating.feed()::nameOf).orElse("–");
    }
}

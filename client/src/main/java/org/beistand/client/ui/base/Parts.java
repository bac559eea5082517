package org.beistand.client.ui.base;

import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.TextInputControlSkin;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** The parts that windows are put together from, each with words, an id and a name for screen readers. */
public final class Parts {
    private static final double BAR = 16;

    private final Texts texts;

    public Parts(Texts texts) {
        this.texts = texts;
    }

    public Texts texts() {
        return texts;
    }

    public Button button(String id, String key, String... styles) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(texts.follow(key));
        button.setMnemonicParsing(true);
        button.getStyleClass().addAll(styles);
        // A button is never narrower than its words, in any language.
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.accessibleTextProperty()
                .bind(texts.follow(() -> texts.of(key).replace("_", ""), texts.languageProperty()));
        return button;
    }

    public Button button(String id, String key, Icon icon, String... styles) {
        Button button = button(id, key, styles);
        button.setGraphic(icon.draw(16));
        button.setGraphicTextGap(8);
        return button;
    }

    /** A button that is only a drawing; its name is spoken and shown as a tip. */
    public Button iconButton(String id, Icon icon, ObservableValue<String> name, String... styles) {
        Button button = new Button();
        button.setId(id);
        button.setGraphic(icon.draw(16));
        button.getStyleClass().addAll(styles);
        button.getStyleClass().add("icon-button");
        button.accessibleTextProperty().bind(name);
        javafx.scene.control.Tooltip tip = new javafx.scene.control.Tooltip();
        tip.textProperty().bind(name);
        button.setTooltip(tip);
        return button;
    }

    public Label label(String key, String... styles) {
        return label(texts.follow(key), styles);
    }

    /** Text that breaks into as many lines as it needs. */
    public Label label(ObservableValue<String> words, String... styles) {
        Label label = new Label();
        label.textProperty().bind(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /** A caption in front of a field; it names the field to a screen reader too. */
    public Label caption(String key, Node field) {
        Label label = new Label();
        label.textProperty().bind(texts.follow(key));
        label.setMnemonicParsing(true);
        label.setLabelFor(field);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.getStyleClass().add("caption");
        field.accessibleTextProperty()
                .bind(texts.follow(() -> texts.of(key).replace("_", "").replaceAll("[:：]$", "")));
        return label;
    }

    public <F extends TextField> F field(F field, String id) {
        field.setId(id);
        field.setMaxWidth(Double.MAX_VALUE);
        ObservableValue<Boolean> shown = field.sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::showingProperty)
                .orElse(false);
        Runnable rest = () -> Platform.runLater(() -> restCaret(field, shown.getValue()));
        field.caretPositionProperty().addListener((value, before, now) -> rest.run());
        field.focusedProperty().addListener((value, before, now) -> rest.run());
        shown.addListener((value, before, now) -> rest.run());
        return field;
    }

    /**
     * JavaFX lets a caret blink when it is set to another place, also by a program in a field that has no keyboard, and in a window
     * that was closed while it had the keyboard, and then for ever: every window would be looked through at every pulse.
     */
    private static void restCaret(TextField field, boolean shown) {
        if (field.getSkin() instanceof TextInputControlSkin<?> skin) {
            skin.setCaretAnimating(shown && field.isFocused());
        }
    }

    public ProgressIndicator waiting(String key) {
        ProgressIndicator waiting = new ProgressIndicator();
        waiting.setPrefSize(40, 40);
        waiting.setMinSize(40, 40);
        waiting.setMaxSize(40, 40);
        waiting.accessibleTextProperty().bind(texts.follow(key));
        return waiting;
    }

    /** A page that fills its place, and can be scrolled on a screen that is too low for it. */
    public static ScrollPane page(Node content, ObservableValue<String> name) {
        ScrollPane page = new ScrollPane(content) {
            /** Its words break into lines: how high it wants to be depends on how wide it is. */
            @Override
            public Orientation getContentBias() {
                return Orientation.HORIZONTAL;
            }
        };
        page.setFitToWidth(true);
        page.setFitToHeight(true);
        page.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        page.getStyleClass().add("page");
        page.accessibleTextProperty().bind(name);
        page.setMinHeight(0);
        return page;
    }

    /** The page between what stands above and below it; its scroll bar is in the window's edge. */
    public static ScrollPane middle(Region content, ObservableValue<String> name) {
        ScrollPane page = page(content, name);
        content.setPadding(new Insets(0, BAR, 0, 0));
        VBox.setMargin(page, new Insets(0, -BAR, 0, 0));
        VBox.setVgrow(page, Priority.ALWAYS);
        return page;
    }

    public static HBox row(double gap, Node... children) {
        HBox row = new HBox(gap, children);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    public static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        spring.setAccessibleRole(AccessibleRole.PARENT);
        return spring;
    }

    /** Invisible parts take no room. */
    public static void showWhen(Node node, ObservableValue<Boolean> condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }
}

package org.beistand.client.ui.viewer;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.beistand.client.desktop.Monitor;
import org.beistand.client.ui.base.Icon;
import org.beistand.client.ui.base.Parts;
import org.beistand.client.ui.base.Texts;

/** The quiet tools beside a picture: which monitor, how large, and a picture without anything around it. */
public final class ViewerTools extends HBox {
    private static final List<Integer> OFFERED = List.of(50, 75, 100, 150, 200, 300, 400);

    private final ScreenView screen;
    private final Parts parts;
    private final Texts texts;

    /** @param full whether the window fills the whole screen, which it may be asked to change */
    public ViewerTools(ScreenView screen, Parts parts, ObservableValue<Boolean> full, Runnable changeFull) {
        super(4);
        this.screen = screen;
        this.parts = parts;
        this.texts = parts.texts();
        setAlignment(Pos.CENTER_RIGHT);
        setMinWidth(Region.USE_PREF_SIZE);
        Button smaller = parts.iconButton("zoomOut", Icon.MINUS, texts.follow("viewer.smaller"), "flat");
        smaller.setOnAction(event -> screen.zoomTo(Zoom.smaller(screen.percent().get())));
        Button larger = parts.iconButton("zoomIn", Icon.PLUS, texts.follow("viewer.larger"), "flat");
        larger.setOnAction(event -> screen.zoomTo(Zoom.larger(screen.percent().get())));
        Button whole = parts.button("fullScreen", "viewer.full", Icon.WHOLE_SCREEN, "flat");
        whole.textProperty().unbind();
        whole.textProperty().bind(texts.follow(() -> texts.of(fullKey(full)), full));
        whole.accessibleTextProperty().unbind();
        whole.accessibleTextProperty().bind(whole.textProperty().map(words -> words.replace("_", "")));
        whole.setOnAction(event -> changeFull.run());
        getChildren().addAll(monitorChoice(), smaller, zoomChoice(), larger, whole);
    }

    /** The keyboard comes to the tool that is wanted most. */
    public void requestFocusOnLast() {
        getChildren().getLast().requestFocus();
    }

    private static String fullKey(ObservableValue<Boolean> full) {
        return full.getValue() ? "viewer.fullLeave" : "viewer.full";
    }

    private MenuButton choice(String id) {
        MenuButton choice = new MenuButton();
        choice.setId(id);
        choice.getStyleClass().add("flat");
        choice.setMinWidth(Region.USE_PREF_SIZE);
        return choice;
    }

    private MenuButton zoomChoice() {
        MenuButton choice = choice("zoom");
        ObservableValue<String> now = texts.follow(this::zoomWords, screen.zoom(), screen.percent());
        choice.textProperty().bind(now);
        choice.accessibleTextProperty()
                .bind(Bindings.createStringBinding(() -> texts.of("viewer.zoom", now.getValue()), now));
        ToggleGroup group = new ToggleGroup();
        List<MenuItem> items = new ArrayList<>();
        RadioMenuItem fit = zoomItem(group, "zoomFit", Zoom.FIT, texts.follow("viewer.fit"));
        fit.setAccelerator(shown(KeyCode.DIGIT0));
        items.add(fit);
        items.add(new SeparatorMenuItem());
        for (int percent : OFFERED) {
            Zoom zoom = new Zoom.Percent(percent);
            RadioMenuItem item = zoomItem(
                    group,
                    "zoom" + percent,
                    zoom,
                    texts.follow(() ->
                            zoom.equals(Zoom.ACTUAL) ? texts.of("viewer.actual", percent(100)) : percent(percent)));
            if (zoom.equals(Zoom.ACTUAL)) {
                item.setAccelerator(shown(KeyCode.DIGIT1));
            }
            items.add(item);
        }
        choice.getItems().setAll(items);
        return choice;
    }

    private static KeyCombination shown(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }

    private RadioMenuItem zoomItem(ToggleGroup group, String id, Zoom zoom, ObservableValue<String> words) {
        RadioMenuItem item = new RadioMenuItem();
        item.setId(id);
        item.textProperty().bind(words);
        item.setToggleGroup(group);
        item.setSelected(zoom.equals(screen.zoom().get()));
        screen.zoom().addListener((value, before, now) -> item.setSelected(zoom.equals(now)));
        item.setOnAction(event -> screen.zoomTo(zoom));
        return item;
    }

    private String zoomWords() {
        return screen.zoom().get() instanceof Zoom.Fit
                ? texts.of("viewer.fitted", percent(screen.percent().get()))
                : percent(screen.percent().get());
    }

    private String percent(double percent) {
        return NumberFormat.getPercentInstance(texts.language().locale()).format(percent / 100);
    }

    /** There is nothing to choose where there is one monitor. */
    private MenuButton monitorChoice() {
        MenuButton choice = choice("monitor");
        choice.setGraphic(Icon.MONITOR.draw(16));
        choice.textProperty().bind(texts.follow(this::monitorWords, screen.monitors(), screen.monitor()));
        choice.accessibleTextProperty().bind(choice.textProperty().map(words -> texts.of("viewer.monitor", words)));
        Parts.showWhen(choice, screen.monitors().map(monitors -> monitors.size() > 1));
        screen.monitors().addListener((value, before, now) -> offer(choice));
        screen.monitor().addListener((value, before, now) -> offer(choice));
        texts.afterChange(choice, () -> offer(choice));
        offer(choice);
        return choice;
    }

    private void offer(MenuButton choice) {
        ToggleGroup group = new ToggleGroup();
        List<MenuItem> items = new ArrayList<>();
        items.add(monitorItem(group, "monitorAll", texts.of("viewer.monitorAll"), OptionalInt.empty()));
        items.add(new SeparatorMenuItem());
        List<Monitor> monitors = screen.monitors().get();
        for (int i = 0; i < monitors.size(); i++) {
            items.add(monitorItem(
                    group,
                    "monitor" + (i + 1),
                    described(i),
                    OptionalInt.of(monitors.get(i).id())));
        }
        choice.getItems().setAll(items);
    }

    private RadioMenuItem monitorItem(ToggleGroup group, String id, String words, OptionalInt monitor) {
        RadioMenuItem item = new RadioMenuItem(words);
        item.setId(id);
        item.setMnemonicParsing(false); // names come from the other computer
        item.setToggleGroup(group);
        item.setSelected(monitor.equals(chosen()));
        item.setOnAction(event -> screen.monitor().set(monitor));
        return item;
    }

    /** What is seen: a chosen monitor that is not there any more shows all. */
    private OptionalInt chosen() {
        OptionalInt wanted = screen.monitor().get();
        return screen.monitors().get().stream().anyMatch(one -> wanted.equals(OptionalInt.of(one.id())))
                ? wanted
                : OptionalInt.empty();
    }

    private String monitorWords() {
        List<Monitor> monitors = screen.monitors().get();
        for (int i = 0; i < monitors.size(); i++) {
            if (chosen().equals(OptionalInt.of(monitors.get(i).id()))) {
                return texts.of("viewer.monitorNumber", i + 1);
            }
        }
        return texts.of("viewer.monitorAll");
    }

    private String described(int index) {
        Monitor monitor = screen.monitors().get().get(index);
        String size = monitor.area().width() + " × " + monitor.area().height();
        String words = texts.of("viewer.monitorNumber", index + 1) + " · " + size;
        return monitor.name().isEmpty() ? words : words + " · " + monitor.name();
    }
}

package org.beistand.client.ui.share;

import java.util.List;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.beistand.client.desktop.Monitor;
import org.beistand.client.release.Shareable.Program;
import org.beistand.client.ui.base.KeyedRows;
import org.beistand.client.ui.base.Parts;
import org.beistand.client.ui.base.Texts;
import org.beistand.protocol.value.ShareKind;

/** Three answers to one question, and two boxes. What a choice needs appears only when it is chosen. */
public final class ShareChoice extends VBox { // 001-57 001-59 001-60
    private static final double LIST_HEIGHT = 148;
    private static final double LEAST_LIST_HEIGHT = 72;
    private static final Insets BENEATH = new Insets(0, 0, 0, 28);

    private final Choosing choosing;
    private final Parts parts;
    private final Texts texts;
    private final ToggleGroup kinds = new ToggleGroup();
    private final ToggleGroup monitors = new ToggleGroup();

    public ShareChoice(Choosing choosing, Parts parts) {
        super(8);
        this.choosing = choosing;
        this.parts = parts;
        this.texts = parts.texts();
        setId("shareChoice");
        getStyleClass().add("card");
        choosing.kind().addListener((value, before, now) -> fit());
        choosing.shareable().addListener((value, before, now) -> fit());
        RadioButton monitor = kind(ShareKind.MONITOR);
        Parts.showWhen(monitor, choosing.shareable().map(now -> now.monitors().size() > 1));
        Node ofMonitors = monitors();
        Parts.showWhen(ofMonitors, is(ShareKind.MONITOR));
        Node ofPrograms = programs();
        Parts.showWhen(ofPrograms, is(ShareKind.PROGRAMS));
        getChildren()
                .addAll(
                        parts.label("share.title", "strong"),
                        kind(ShareKind.EVERYTHING),
                        monitor,
                        ofMonitors,
                        kind(ShareKind.PROGRAMS),
                        ofPrograms,
                        box("shareBackground", "share.background", choosing.background()),
                        box("shareTaskbar", "share.taskbar", choosing.taskbar()));
    }

    /** What a choice needs may want more room than the window had. */
    private void fit() {
        Platform.runLater(() -> {
            if (getScene() != null && getScene().getWindow() != null) {
                getScene().getWindow().sizeToScene();
            }
        });
    }

    private ObservableValue<Boolean> is(ShareKind kind) {
        return Bindings.createBooleanBinding(() -> choosing.kind().get() == kind, choosing.kind());
    }

    private RadioButton kind(ShareKind kind) {
        RadioButton button = new RadioButton();
        button.setId("share-" + kind.name());
        button.textProperty().bind(texts.follow("share." + kind.name()));
        button.setWrapText(true);
        button.setMinHeight(Region.USE_PREF_SIZE);
        button.setToggleGroup(kinds);
        button.setSelected(choosing.kind().get() == kind);
        button.selectedProperty().addListener((value, before, now) -> {
            if (now) {
                choosing.kind().set(kind);
            }
        });
        return button;
    }

    private CheckBox box(String id, String key, BooleanProperty value) {
        CheckBox box = new CheckBox();
        box.setId(id);
        box.textProperty().bind(texts.follow(key));
        box.setWrapText(true);
        box.setMinHeight(Region.USE_PREF_SIZE);
        box.selectedProperty().bindBidirectional(value);
        return box;
    }

    private Node monitors() {
        KeyedRows<Integer, Monitor> rows = new KeyedRows<>(6, Monitor::id, MonitorRow::new);
        choosing.shareable().addListener((value, before, now) -> rows.show(now.monitors()));
        rows.show(choosing.shareable().get().monitors());
        VBox.setMargin(rows, BENEATH);
        return rows;
    }

    private Node programs() {
        KeyedRows<Long, Program> rows = new KeyedRows<>(6, Program::process, ProgramRow::new);
        choosing.shareable().addListener((value, before, now) -> rows.show(now.programs()));
        rows.show(choosing.shareable().get().programs());
        rows.getStyleClass().add("file-list");
        rows.setId("programs");
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setPrefHeight(LIST_HEIGHT);
        // On a low screen the list gives way first.
        scroll.setMinHeight(LEAST_LIST_HEIGHT);
        scroll.accessibleTextProperty().bind(texts.follow("share.PROGRAMS"));
        Label none = parts.label("share.none", "hint");
        Parts.showWhen(none, choosing.shareable().map(now -> now.programs().isEmpty()));
        VBox all = new VBox(4, scroll, none, parts.label("share.hint", "hint"));
        VBox.setMargin(all, BENEATH);
        return all;
    }

    private final class MonitorRow implements KeyedRows.Row<Monitor> {
        private final RadioButton button = new RadioButton();

        MonitorRow(Monitor monitor) {
            button.setId("monitor-" + monitor.id());
            button.setToggleGroup(monitors);
            button.setSelected(choosing.monitor().get().filter(monitor::equals).isPresent());
            button.selectedProperty().addListener((value, before, now) -> {
                if (now) {
                    choosing.monitor().set(java.util.Optional.of(monitor));
                }
            });
            choosing.monitor()
                    .addListener((value, before, now) ->
                            button.setSelected(now.filter(monitor::equals).isPresent()));
        }

        @Override
        public Node node() {
            return button;
        }

        @Override
        public void show(Monitor monitor) {
            List<Monitor> all = choosing.shareable().get().monitors();
            button.textProperty()
                    .bind(texts.follow(
                            monitor.primary() ? "share.mainMonitor" : "share.otherMonitor",
                            all.indexOf(monitor) + 1,
                            monitor.name()));
        }
    }

    private final class ProgramRow implements KeyedRows.Row<Program> {
        private final CheckBox box = new CheckBox();

        ProgramRow(Program program) {
            box.setId("program-" + program.process());
            box.setMnemonicParsing(false);
            box.setWrapText(true);
            box.setMinHeight(Region.USE_PREF_SIZE);
            box.setMaxWidth(Double.MAX_VALUE);
            box.setSelected(choosing.programs().get().contains(program.process()));
            box.selectedProperty().addListener((value, before, now) -> choosing.choose(program.process(), now));
        }

        @Override
        public Node node() {
            return box;
        }

        @Override
        public void show(Program program) {
            String titles = program.titles().stream().distinct().limit(3).collect(Collectors.joining(", "));
            box.setText(
                    titles.isEmpty()
                            ? program.name().isEmpty() ? texts.of("share.nameless") : program.name()
                            : program.name().isEmpty() || titles.contains(program.name())
                                    ? titles
                                    : program.name() + ": " + titles);
        }
    }
}

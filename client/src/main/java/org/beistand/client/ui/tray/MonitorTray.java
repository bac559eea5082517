package org.beistand.client.ui.tray;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.beistand.client.session.Session;
import org.beistand.client.session.SessionView;
import org.beistand.client.ui.base.Icon;
import org.beistand.client.ui.base.Parts;
import org.beistand.client.ui.base.ProblemLine;
import org.beistand.client.ui.base.SessionFeed;
import org.beistand.client.ui.base.Texts;
import org.beistand.client.ui.base.Ticker;
import org.beistand.client.ui.files.TransferList;
import org.beistand.client.ui.notices.NoticeList;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;

/** What happens on her computer, at a glance, and the buttons that stop it. They stand at the lower edge and never move. */
final class MonitorTray extends VBox { // 001-51 001-65 001-70 001-72 001-73
    static final double WIDTH = 360;
    private static final double BORDER = 1;
    private static final Duration NOTICE_STAYS = Duration.ofSeconds(30);

    private final Session session;
    private final SessionFeed feed;
    private final Parts parts;
    private final Texts texts;
    private final VBox middle;
    private final StackPane strip;
    private final VBox lower;

    MonitorTray(
            Session session,
            SessionFeed feed,
            Parts parts,
            Ticker ticker,
            ObservableValue<Optional<Reason>> problem,
            Runnable changeShare,
            Runnable end) {
        this.session = session;
        this.feed = feed;
        this.parts = parts;
        this.texts = parts.texts();
        setId("tray");
        getStyleClass().addAll("window", "tray");
        setPrefWidth(WIDTH);
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH);
        strip = standing();
        middle = new VBox(
                12,
                new ProblemLine("problem", texts, problem),
                new NoticeList(feed, parts, ticker, NOTICE_STAYS),
                new GivenRights(session, feed, parts),
                new ShownParts(feed, parts, changeShare),
                new TransferList(session, feed, parts));
        middle.getStyleClass().add("tray-middle");
        ScrollPane scroll = new ScrollPane(middle);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("tray-scroll");
        scroll.accessibleTextProperty().bind(texts.follow("tray.shared"));
        scroll.setMinHeight(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        lower = buttons(end);
        getChildren().addAll(strip, scroll, lower);
        // No button has the focus when the tray comes up: what is being typed at that moment ends nothing.
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.PARENT);
        accessibleTextProperty().bind(texts.follow("tray.window"));
    }

    private StackPane standing() {
        ObservableValue<Standing> standing = feed.viewProperty().map(view -> Standing.of(view, feed));
        Label words = parts.label(texts.follow(() -> words(standing.getValue()), standing), "standing-words");
        words.setId("status");
        words.setAccessibleRole(AccessibleRole.TEXT);
        StackPane icon = new StackPane();
        HBox row = Parts.row(12, icon, words);
        HBox.setHgrow(words, Priority.ALWAYS);
        StackPane strip = new StackPane(row);
        strip.setCursor(Cursor.MOVE);
        strip.setId("statusStrip");
        strip.getStyleClass().add("standing-strip");
        strip.setMinHeight(Region.USE_PREF_SIZE);
        paint(strip, icon, standing.getValue());
        standing.addListener((value, before, now) -> paint(strip, icon, now));
        return strip;
    }

    private static void paint(StackPane strip, StackPane icon, Standing standing) {
        strip.pseudoClassStateChanged(PseudoClass.getPseudoClass("paused"), standing instanceof Standing.Paused);
        strip.pseudoClassStateChanged(PseudoClass.getPseudoClass("operated"), standing instanceof Standing.Operated);
        strip.pseudoClassStateChanged(PseudoClass.getPseudoClass("seen"), standing instanceof Standing.Seen);
        icon.getChildren()
                .setAll(
                        switch (standing) {
                            case Standing.Unseen unseen -> Icon.LOCK.draw(28);
                            case Standing.Seen seen -> Icon.EYE.draw(28);
                            case Standing.Operated operated -> Icon.HAND.draw(28);
                            case Standing.Paused paused -> Icon.PAUSE.draw(28);
                        });
    }

    private String words(Standing standing) {
        return switch (standing) {
            case Standing.Unseen unseen -> texts.of("tray.unseen");
            case Standing.Seen seen -> texts.of("tray.seen", seen.names());
            case Standing.Operated operated -> texts.of("tray.operated", operated.names());
            case Standing.Paused paused -> texts.of("tray.paused");
        };
    }

    private VBox buttons(Runnable end) {
        ObservableValue<Boolean> paused = feed.viewProperty().map(SessionView::paused);
        Button pause = parts.button("pause", "tray.pause", "large-button", "wide-button");
        pause.textProperty().unbind();
        pause.accessibleTextProperty().unbind();
        pause.textProperty()
                .bind(texts.follow(() -> texts.of(paused.getValue() ? "tray.continue" : "tray.pause"), paused));
        pause.accessibleTextProperty().bind(pause.textProperty().map(words -> words.replace("_", "")));
        pause.graphicProperty().bind(paused.map(now -> (now ? Icon.PLAY : Icon.PAUSE).draw(18)));
        pause.setGraphicTextGap(10);
        pause.setMaxWidth(Double.MAX_VALUE);
        pause.setOnAction(event -> session.pause(!feed.view().paused())); // 001-62 001-64
        pause.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !feed.view().paused() && !isSeen(feed.view()), feed.viewProperty()));
        paused.addListener(
                (value, before, now) -> pause.pseudoClassStateChanged(PseudoClass.getPseudoClass("paused"), now));
        Button leave = parts.button("endSession", "tray.end", Icon.EXIT, "exit-button", "wide-button");
        leave.setMaxWidth(Double.MAX_VALUE);
        leave.setOnAction(event -> end.run());
        Label key = parts.label("tray.f11", "hint");
        key.setId("securityKeyHint");
        VBox box = new VBox(8, pause, leave, key);
        box.getStyleClass().add("ending");
        box.setMinHeight(Region.USE_PREF_SIZE);
        return box;
    }

    private static boolean isSeen(SessionView view) {
        return view.given().stream()
                .anyMatch(right -> List.of(Permission.VIEW_SCREEN, Permission.REMOTE_CONTROL)
                        .contains(right.permission()));
    }

    /** What the window is moved by. */
    Region handle() {
        return strip;
    }

    /** The height at which nothing has to be scrolled. */
    double wholeHeight() {
        double inner = WIDTH - 2 * BORDER;
        return strip.prefHeight(inner) + middle.prefHeight(inner) + lower.prefHeight(inner) + 2 * BORDER;
    }

    /** Tells whenever there is more or less to show. */
    void onGrowing(Runnable grown) {
        middle.heightProperty().addListener((value, before, now) -> grown.run());
        strip.heightProperty().addListener((value, before, now) -> grown.run());
        lower.heightProperty().addListener((value, before, now) -> grown.run());
    }
}

package org.beistand.attendee.join;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.beistand.attendee.leave.OverPage;
import org.beistand.client.meeting.ClientPackage;
import org.beistand.client.ui.base.HeaderBar;
import org.beistand.client.ui.base.Icon;
import org.beistand.client.ui.base.LanguageMenu;
import org.beistand.client.ui.base.Parts;
import org.beistand.client.ui.base.ProblemLine;
import org.beistand.client.ui.base.Texts;
import org.beistand.client.ui.base.Ticker;

/** The attendee's window: header, grey section with its title, the page, and the footer with Exit. */
public final class AttendeeWindow extends BorderPane { // 001-85 001-86 001-87 001-92
    /** At this size, in logical pixels, every page is whole in every language. */
    public static final double WIDTH = 560;

    public static final double HEIGHT = 520;

    private final AttendeeFlow flow;
    private final Parts parts;
    private final Ticker ticker;
    private final VBox section = new VBox();
    private final VBox inner = new VBox(16);
    private final Label title;
    private final StartPage start;

    /** @param exit ends the program */
    public AttendeeWindow(AttendeeFlow flow, ClientPackage pack, Texts texts, Ticker ticker, Runnable exit) {
        this.flow = flow;
        this.parts = new Parts(texts);
        this.ticker = ticker;
        this.start = new StartPage(flow, parts);
        getStyleClass().add("window");
        title = new Label();
        title.setId("section");
        title.getStyleClass().add("section-title");
        title.setMaxWidth(Double.MAX_VALUE);
        title.textProperty()
                .bind(texts.follow(() -> texts.of(titleKey(flow.page().get())), flow.page()));
        section.getStyleClass().add("section");
        inner.setPadding(new Insets(16, 24, 24, 24));
        ScrollPane scroll = Parts.page(inner, title.textProperty());
        VBox.setVgrow(scroll, Priority.ALWAYS);
        section.getChildren().setAll(title, scroll);
        setTop(new HeaderBar(pack));
        setCenter(section);
        setBottom(footer(texts, exit));
        flow.page().addListener((value, before, now) -> show(now));
        show(flow.page().get());
    }

    private HBox footer(Texts texts, Runnable exit) {
        Button leave = parts.button("exit", "exit", Icon.EXIT, "exit-button");
        leave.setOnAction(event -> exit.run());
        HBox footer = new HBox(8, new LanguageMenu(texts), Parts.spring(), leave);
        footer.setAlignment(Pos.CENTER);
        footer.getStyleClass().add("footer");
        return footer;
    }

    private void show(Page page) {
        Node content = content(page);
        VBox.setVgrow(content, Priority.ALWAYS);
        inner.getChildren().setAll(content);
        if (content == start) {
            start.enter();
        } else {
            inner.getChildren().add(new ProblemLine("problem", parts.texts(), flow.problem()));
        }
    }

    private Node content(Page page) {
        return switch (page) {
            case Page.Entering entering -> start;
            case Page.Connecting connecting -> new WaitPage(flow, parts, "connecting.title", "connecting.hint");
            case Page.InLobby lobby -> new WaitPage(flow, parts, "waiting.title", "waiting.hint");
            case Page.Securing securing -> new WaitPage(flow, parts, "securing.title", "securing.hint");
            case Page.Password password -> new PasswordPage(flow, parts, password);
            case Page.Checking checking -> new CheckPage(flow, parts, ticker, checking);
            case Page.Running running -> runningPage();
            case Page.Over over -> new OverPage(parts, over.reason(), flow::startAgain);
        };
    }

    private Node runningPage() {
        return new VBox(16, parts.label("running.title", "headline"), parts.label("running.hint", "hint"));
    }

    private static String titleKey(Page page) {
        return switch (page) {
            case Page.Entering entering -> "title.start";
            case Page.Connecting connecting -> "title.connecting";
            case Page.InLobby lobby -> "title.lobby";
            case Page.Securing securing -> "title.securing";
            case Page.Password password -> "title.password";
            case Page.Checking checking -> "title.check";
            case Page.Running running -> "title.running";
            case Page.Over over -> "title.over";
        };
    }
}

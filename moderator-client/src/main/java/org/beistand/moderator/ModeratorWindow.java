package org.beistand.moderator;

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
import javafx.scene.text.TextAlignment;
import javafx.stage.Stage;
import org.beistand.client.meeting.ClientPackage;
import org.beistand.client.ui.base.HeaderBar;
import org.beistand.client.ui.base.Icon;
import org.beistand.client.ui.base.LanguageMenu;
import org.beistand.client.ui.base.Parts;
import org.beistand.client.ui.base.ProblemLine;
import org.beistand.client.ui.base.Texts;
import org.beistand.moderator.invite.HomePage;
import org.beistand.moderator.invite.Inviting;
import org.beistand.moderator.moderate.Moderating;
import org.beistand.moderator.moderate.SessionPage;
import org.beistand.moderator.signin.ModeratorFlow;
import org.beistand.moderator.signin.QuestionPage;
import org.beistand.moderator.signin.SignInPage;

/** The moderator's window: small while he signs in, large while he helps. */
public final class ModeratorWindow extends BorderPane {
    private final ModeratorFlow flow;
    private final Parts parts;
    private final ClientPackage pack;
    private final SessionPage.Surroundings around;
    private final Label title = new Label();
    private final VBox section = new VBox();
    private final VBox inner = new VBox();
    private final HeaderBar header;
    private final Node footer;
    private final SignInPage signIn;
    private Runnable askToEnd = () -> {};

    /** @param exit ends the program */
    public ModeratorWindow(
            ModeratorFlow flow, ClientPackage pack, Texts texts, SessionPage.Surroundings around, Runnable exit) {
        this.flow = flow;
        this.parts = new Parts(texts);
        this.pack = pack;
        this.around = around;
        this.header = new HeaderBar(pack);
        this.footer = footer(exit);
        this.signIn = new SignInPage(flow, parts);
        getStyleClass().add("window");
        section.getStyleClass().add("section");
        title.setId("section");
        title.getStyleClass().add("section-title");
        title.setMaxWidth(Double.MAX_VALUE);
        title.textProperty()
                .bind(texts.follow(() -> texts.of(titleKey(flow.step().get())), flow.step()));
        inner.setPadding(new Insets(16, 24, 24, 24));
        ScrollPane scroll = Parts.page(inner, title.textProperty());
        VBox.setVgrow(scroll, Priority.ALWAYS);
        section.getChildren().setAll(title, scroll);
        setTop(header);
        Parts.showWhen(
                header,
                sceneProperty()
                        .flatMap(scene -> scene.windowProperty())
                        .flatMap(window -> window instanceof Stage stage ? stage.fullScreenProperty() : null)
                        .map(full -> !full)
                        .orElse(true));
        flow.step().addListener((value, before, now) -> show(now));
        show(flow.step().get());
    }

    private Node footer(Runnable exit) {
        Button leave = parts.button("exit", "exit", Icon.EXIT, "exit-button");
        leave.setOnAction(event -> exit.run());
        HBox bar = new HBox(8, new LanguageMenu(parts.texts()), Parts.spring(), leave);
        bar.setAlignment(Pos.CENTER);
        bar.getStyleClass().add("footer");
        return bar;
    }

    private void show(ModeratorFlow.Step step) {
        if (step instanceof ModeratorFlow.InSession running) {
            Moderating moderating = new Moderating(running.session(), running.feed());
            askToEnd = moderating::askToEnd;
            Inviting inviting = new Inviting(running.moderator(), parts.texts().language(), around.windows());
            setCenter(new SessionPage(moderating, inviting, parts, around, flow.problem(), flow::endSession));
            setBottom(null);
            return;
        }
        askToEnd = () -> {};
        Node page = page(step);
        VBox.setVgrow(page, Priority.ALWAYS);
        inner.getChildren().setAll(page);
        setCenter(section);
        setBottom(footer);
        if (page == signIn) {
            signIn.enter();
        } else if (page instanceof QuestionPage question) {
            question.enter();
        }
    }

    /** Somebody closes the window: a session that runs is ended only after one more question. */
    public void askToEnd() {
        askToEnd.run();
    }

    private Node page(ModeratorFlow.Step step) {
        return switch (step) {
            case ModeratorFlow.SigningIn signing ->
                signing.waiting() ? waiting("signin.waiting", flow::cancelSigningIn) : signIn;
            case ModeratorFlow.ByTicket byTicket -> waiting("signin.waitingAs", byTicket.user(), flow::cancelSigningIn);
            case ModeratorFlow.Asked asked ->
                asked.waiting()
                        ? waiting("signin.waiting", flow::cancelSigningIn)
                        : new QuestionPage(flow, parts, asked.question(), around.clipboard());
            case ModeratorFlow.AtHome home ->
                home.opening()
                        ? waiting("home.opening", flow::cancelOpening)
                        : new HomePage(flow, parts, home, pack.passwordRequired());
            case ModeratorFlow.InSession running -> new VBox();
            case ModeratorFlow.Over over -> over(over);
        };
    }

    private Node waiting(String key, Runnable back) {
        return waiting(key, parts.label(key, "headline"), back);
    }

    private Node waiting(String key, String who, Runnable back) {
        return waiting(key, parts.label(parts.texts().follow(key, who), "headline"), back);
    }

    private Node waiting(String key, Label words, Runnable back) {
        Button cancel = parts.button("cancel", "cancel");
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> back.run());
        words.setTextAlignment(TextAlignment.CENTER);
        VBox page = new VBox(16, parts.waiting(key), words, cancel);
        page.setAlignment(Pos.CENTER);
        return page;
    }

    private Node over(ModeratorFlow.Over over) {
        Texts texts = parts.texts();
        Label what = parts.label(texts.follow(() -> texts.reason(over.reason())), "headline");
        what.setId("whatHappened");
        Button home = parts.button("goHome", "over.home", "accent", "large-button");
        home.setDefaultButton(true);
        home.setOnAction(event -> flow.goHome());
        return new VBox(16, what, parts.label("over.report"), home, new ProblemLine("problem", texts, flow.problem()));
    }

    private static String titleKey(ModeratorFlow.Step step) {
        return switch (step) {
            case ModeratorFlow.SigningIn signing -> "title.signin";
            case ModeratorFlow.ByTicket byTicket -> "title.signin";
            case ModeratorFlow.Asked asked -> "title.signin";
            case ModeratorFlow.AtHome home -> "title.home";
            case ModeratorFlow.InSession running -> "title.running";
            case ModeratorFlow.Over over -> "title.over";
        };
    }
}

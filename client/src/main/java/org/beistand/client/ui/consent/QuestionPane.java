package org.beistand.client.ui.consent;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.beistand.client.session.SessionView.Person;
import org.beistand.client.session.SessionView.Question;
import org.beistand.client.ui.base.Icon;
import org.beistand.client.ui.base.Parts;
import org.beistand.client.ui.base.StrayInputGuard;
import org.beistand.client.ui.base.Texts;
import org.beistand.client.ui.base.Ticker;
import org.beistand.client.ui.files.FileWords;
import org.beistand.client.ui.share.Choosing;
import org.beistand.client.ui.share.ShareChoice;
import org.beistand.protocol.report.CheckOutcome;
import org.beistand.protocol.session.files.FileOffer;
import org.beistand.protocol.value.Permission;

/** One question: who asks, what for, for how long yet, and two buttons of which neither has the focus. */
final class QuestionPane extends VBox { // 001-51 001-52 001-56
    private static final double LIST_HEIGHT = 132;
    private static final double LEAST_LIST_HEIGHT = 72;

    private final Asking asking;
    private final Question question;
    private final Parts parts;
    private final Texts texts;
    private final FileChoice choice;
    private final Optional<Choosing> choosing;

    QuestionPane(Asking asking, Question question, Parts parts, Ticker ticker, FileChoice choice) {
        super(16);
        this.asking = asking;
        this.question = question;
        this.parts = parts;
        this.texts = parts.texts();
        this.choice = choice;
        setId("question");
        getStyleClass().add("question");
        setAccessibleRole(AccessibleRole.PARENT);
        String who = asking.name(question);
        accessibleTextProperty().bind(texts.follow(key("ask."), who));
        Label headline = parts.label(texts.follow(key("ask."), who), "headline");
        headline.setId("asked");
        HBox top = Parts.row(16, Icon.of(question.permission()).draw(40), headline);
        HBox.setHgrow(headline, Priority.ALWAYS);
        VBox middle = new VBox(16, asker(), parts.label(key("ask.explain.")));
        if (question.permission() == Permission.SEND_FILE) {
            middle.getChildren().addAll(files(), folder());
        }
        choosing = question.permission() == Permission.VIEW_SCREEN ? Optional.of(asking.choosing()) : Optional.empty();
        choosing.ifPresent(now -> middle.getChildren().add(new ShareChoice(now, parts)));
        // On a low screen only this is scrolled: who asks for what, and both answers, stay in sight.
        Button refuse = parts.button("refuse", "ask.refuse", Icon.CLOSE, "large-button", "answer");
        refuse.setOnAction(event -> asking.refuse(question));
        // Both look alike: the window has no wish of its own. Without a mnemonic: no key but a deliberate Space on the
        // focused button may say yes.
        Button allow = parts.button("allow", allowKey(), Icon.DONE, "large-button", "answer");
        allow.setMnemonicParsing(false);
        allow.setOnAction(event -> yes());
        HBox buttons = Parts.row(12, countdown(), refuse, allow);
        buttons.setMinHeight(Region.USE_PREF_SIZE);
        top.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(top, Parts.middle(middle, accessibleTextProperty()), buttons);
        StrayInputGuard.protect(
                this,
                List.of(refuse, allow),
                ticker,
                () -> choosing.ifPresent(
                        now -> allow.disableProperty().bind(now.isWhole().not())));
        // Escape is no at any moment; a stray one takes nothing away.
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                asking.refuse(question);
            }
        });
    }

    private String key(String prefix) {
        return prefix + question.permission().name();
    }

    private String allowKey() {
        return question.permission() == Permission.TAKE_FILE ? "ask.choose" : "ask.allow";
    }

    private void yes() {
        if (question.permission() == Permission.TAKE_FILE) {
            asking.give(question, choice.files(getScene().getWindow(), texts.of("ask.chooseTitle")));
        } else if (choosing.isPresent()) {
            choosing.get().share().ifPresent(share -> asking.allow(question, share));
        } else {
            asking.allow(question);
        }
    }

    private VBox asker() {
        String organisation = asking.person(question).map(Person::organisation).orElse("");
        boolean verified = asking.person(question)
                .flatMap(person -> person.verified().check())
                .filter(CheckOutcome.MATCHED::equals)
                .isPresent();
        Label name = new Label(asking.name(question));
        name.setId("asker");
        name.setWrapText(true);
        name.setMinHeight(Region.USE_PREF_SIZE);
        name.getStyleClass().add("strong");
        Label from = parts.label(
                organisation.isEmpty()
                        ? texts.follow("ask.noOrganisation")
                        : texts.follow("ask.organisation", organisation),
                "hint");
        from.setId("organisation");
        Label check = parts.label(texts.follow(verified ? "ask.verified" : "ask.notVerified"), "badge");
        check.setId("verified");
        check.setGraphic((verified ? Icon.SHIELD : Icon.WARNING).draw(16));
        check.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("verified"), verified);
        VBox box = new VBox(4, name, from, check);
        box.getStyleClass().add("card");
        return box;
    }

    private Region files() {
        VBox list = new VBox(4);
        for (FileOffer file : question.files()) {
            Label line = new Label(FileWords.name(file.name()) + " (" + FileWords.size(file.size(), texts) + ")");
            line.setWrapText(true);
            line.setMinHeight(Region.USE_PREF_SIZE);
            line.setGraphic(Icon.FILE_IN.draw(16));
            line.getStyleClass().add("file-name");
            list.getChildren().add(line);
        }
        list.setId("offeredFiles");
        list.getStyleClass().add("file-list");
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        double height = Math.min(LIST_HEIGHT, 16 + 24.0 * question.files().size());
        scroll.setPrefHeight(height);
        scroll.setMaxHeight(LIST_HEIGHT);
        // On a low screen the list gives way first.
        scroll.setMinHeight(Math.min(LEAST_LIST_HEIGHT, height));
        scroll.accessibleTextProperty().bind(texts.follow("files.title"));
        return scroll;
    }

    private HBox folder() {
        Label where = parts.label(
                texts.follow(() -> texts.of("ask.folder", asking.folder().get()), asking.folder()));
        where.setId("folder");
        HBox.setHgrow(where, Priority.ALWAYS);
        where.setMaxWidth(Double.MAX_VALUE);
        Button change = parts.button("changeFolder", "ask.changeFolder");
        change.setOnAction(event -> choice.folder(
                        getScene().getWindow(),
                        texts.of("ask.folderTitle"),
                        asking.folder().get())
                .ifPresent(asking.folder()::set));
        return Parts.row(12, where, change);
    }

    private VBox countdown() {
        Label left = parts.label(
                texts.follow(() -> texts.of("ask.left", asking.secondsLeft().get()), asking.secondsLeft()), "hint");
        left.setId("secondsLeft");
        Label more = parts.label(
                texts.follow(() -> texts.of("ask.more", asking.waiting().get()), asking.waiting()), "hint");
        more.setId("moreQuestions");
        Parts.showWhen(more, asking.waiting().greaterThan(0));
        VBox box = new VBox(2, left, more);
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMinWidth(120);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }
}

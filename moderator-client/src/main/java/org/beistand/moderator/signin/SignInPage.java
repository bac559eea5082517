package org.beistand.moderator.signin;

import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.beistand.client.ui.base.Parts;
import org.beistand.client.ui.base.ProblemLine;
import org.beistand.client.ui.base.Texts;

/** User name and password; what is wrong is told beside it. */
public final class SignInPage extends VBox { // 001-45
    private static final int LONGEST_TYPED = 400;

    private final TextField login;
    private final PasswordField password = new PasswordField();

    public SignInPage(ModeratorFlow flow, Parts parts) {
        super(16);
        Texts texts = parts.texts();
        login = parts.field(new TextField(), "login");
        parts.field(password, "password");
        bound(login);
        bound(password);
        login.textProperty().bindBidirectional(flow.login());
        password.textProperty().bindBidirectional(flow.password());
        mark(login, flow.loginProblem().get().isPresent());
        mark(password, flow.passwordProblem().get().isPresent());
        flow.loginProblem().addListener((value, before, now) -> mark(login, now.isPresent()));
        flow.passwordProblem().addListener((value, before, now) -> mark(password, now.isPresent()));
        Button signIn = parts.button("signIn", "signin.go", "accent", "large-button");
        signIn.setDefaultButton(true);
        signIn.disableProperty().bind(flow.secondsToWait().greaterThan(0));
        signIn.setOnAction(event -> {
            flow.signIn();
            Optional.of(login)
                    .filter(field -> flow.loginProblem().get().isPresent())
                    .or(() -> Optional.<TextField>of(password)
                            .filter(field -> flow.passwordProblem().get().isPresent()))
                    .ifPresent(TextField::requestFocus);
        });
        Button domain = new Button();
        domain.setId("signInByTicket");
        domain.getStyleClass().add("large-button");
        // A name may have an underscore.
        domain.setMnemonicParsing(false);
        domain.accessibleTextProperty().bind(domain.textProperty());
        domain.textProperty()
                .bind(texts.follow(
                        () -> texts.of("signin.as", flow.domainUser().get().orElse("")), flow.domainUser()));
        domain.disableProperty().bind(flow.secondsToWait().greaterThan(0));
        domain.setWrapText(true);
        domain.setMinHeight(Region.USE_PREF_SIZE);
        domain.setOnAction(event -> flow.signInByTicket());
        Parts.showWhen(domain, flow.domainUser().map(Optional::isPresent));
        Label wait = parts.label(
                texts.follow(() -> texts.of("join.wait", flow.secondsToWait().get()), flow.secondsToWait()), "hint");
        wait.setId("wait");
        Parts.showWhen(wait, Bindings.greaterThan(flow.secondsToWait(), 0).asObject());
        getChildren()
                .addAll(
                        parts.label("signin.instruction"),
                        form(flow, parts, signIn),
                        domain,
                        new ProblemLine("problem", texts, flow.problem()),
                        wait);
    }

    private GridPane form(ModeratorFlow flow, Parts parts, Button signIn) {
        GridPane form = new GridPane(16, 8);
        ColumnConstraints captions = new ColumnConstraints();
        captions.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        form.getColumnConstraints().addAll(captions, fields);
        form.add(parts.caption("signin.login", login), 0, 0);
        form.add(login, 1, 0);
        form.add(new ProblemLine("loginProblem", parts.texts(), flow.loginProblem()), 1, 1);
        form.add(parts.caption("signin.password", password), 0, 2);
        form.add(password, 1, 2);
        form.add(new ProblemLine("passwordProblem", parts.texts(), flow.passwordProblem()), 1, 3);
        form.add(signIn, 1, 4);
        return form;
    }

    private static void bound(TextField field) {
        field.setTextFormatter(
                new TextFormatter<>(change -> change.getControlNewText().length() > LONGEST_TYPED ? null : change));
    }

    private static void mark(TextField field, boolean wrong) {
        field.pseudoClassStateChanged(PseudoClass.getPseudoClass("danger"), wrong);
    }

    /** Puts the cursor where something is missing. */
    public void enter() {
        Platform.runLater(() -> (login.getLength() == 0 ? login : password).requestFocus());
    }
}

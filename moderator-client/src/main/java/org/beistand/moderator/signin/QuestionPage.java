package org.beistand.moderator.signin;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.beistand.client.meeting.SignInStep;
import org.beistand.client.ui.base.Icon;
import org.beistand.client.ui.base.Parts;
import org.beistand.client.ui.base.ProblemLine;
import org.beistand.client.ui.base.Texts;

/** One more question at the sign-in: a code, a password of his own, a new authenticator, or codes to write down. */
public final class QuestionPage extends VBox { // 001-114
    private static final int LONGEST_CODE = 30;
    private static final int LONGEST_PASSWORD = 400;

    private final ModeratorFlow flow;
    private final Parts parts;
    private final Consumer<String> clipboard;
    private final List<TextField> fields = new ArrayList<>();

    /** @param clipboard takes what is copied */
    public QuestionPage(ModeratorFlow flow, Parts parts, SignInStep question, Consumer<String> clipboard) {
        super(12);
        this.flow = flow;
        this.parts = parts;
        this.clipboard = clipboard;
        getChildren()
                .setAll(
                        switch (question) {
                            case SignInStep.Code _ -> code();
                            case SignInStep.NewPassword _ -> newPassword();
                            case SignInStep.Authenticator offer -> authenticator(offer);
                            case SignInStep.RecoveryCodes(var codes) -> recoveryCodes(codes);
                            case SignInStep.Welcome _ -> List.of();
                        });
        Texts texts = parts.texts();
        Label wait = parts.label(
                texts.follow(() -> texts.of("join.wait", flow.secondsToWait().get()), flow.secondsToWait()), "hint");
        wait.setId("wait");
        Parts.showWhen(wait, Bindings.greaterThan(flow.secondsToWait(), 0).asObject());
        getChildren().addAll(new ProblemLine("problem", texts, flow.problem()), wait);
    }

    private List<Node> code() {
        GridPane form = form();
        row(
                form,
                0,
                "question.code",
                field(new TextField(), "code", flow.answers().code(), LONGEST_CODE));
        buttons(form, 1, "question.go");
        return List.of(
                parts.label("question.code.title", "headline"),
                parts.label("question.code.instruction"),
                form,
                parts.label("question.code.recovery", "hint"));
    }

    private List<Node> newPassword() {
        GridPane form = form();
        row(
                form,
                0,
                "question.password",
                field(new PasswordField(), "newPassword", flow.answers().chosen(), LONGEST_PASSWORD));
        row(
                form,
                1,
                "question.again",
                field(new PasswordField(), "again", flow.answers().again(), LONGEST_PASSWORD));
        buttons(form, 2, "question.password.go");
        return List.of(
                parts.label("question.password.title", "headline"), parts.label("question.password.instruction"), form);
    }

    private List<Node> authenticator(SignInStep.Authenticator offer) {
        QrPicture picture = new QrPicture(offer.address());
        picture.setId("qr");
        picture.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        picture.accessibleTextProperty().bind(parts.texts().follow("question.picture"));
        Label secret = new Label(String.join(" ", offer.secret().split("(?<=\\G.{4})")));
        secret.setId("secret");
        secret.setWrapText(true);
        secret.setMinHeight(Region.USE_PREF_SIZE);
        secret.getStyleClass().add("typed-off");
        Button copy = parts.button("copySecret", "question.copy", Icon.COPY, "flat");
        copy.setOnAction(event -> clipboard.accept(offer.secret()));
        GridPane form = form();
        row(
                form,
                0,
                "question.first",
                field(new TextField(), "code", flow.answers().code(), LONGEST_CODE));
        buttons(form, 1, "question.go");
        VBox words = new VBox(
                8,
                parts.label("question.authenticator.instruction"),
                Parts.row(8, parts.label("question.authenticator.typed", "hint"), Parts.spring(), copy),
                secret);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox both = new HBox(16, picture, words);
        both.setAlignment(Pos.TOP_LEFT);
        return List.of(parts.label("question.authenticator.title", "headline"), both, form);
    }

    private List<Node> recoveryCodes(List<String> codes) {
        FlowPane sheet = new FlowPane(24, 4);
        sheet.setId("recoveryCodes");
        for (String code : codes) {
            Label one = new Label(code);
            one.setMinWidth(Region.USE_PREF_SIZE);
            one.getStyleClass().add("typed-off");
            sheet.getChildren().add(one);
        }
        Button copy = parts.button("copyCodes", "question.copy", Icon.COPY, "flat");
        copy.setOnAction(event -> clipboard.accept(String.join("\n", codes)));
        Button noted = go("question.codes.go");
        return List.of(
                parts.label("question.codes.title", "headline"),
                parts.label("question.codes.instruction"),
                sheet,
                Parts.row(16, noted, copy, back()));
    }

    private GridPane form() {
        GridPane form = new GridPane(16, 8);
        ColumnConstraints captions = new ColumnConstraints();
        captions.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints inputs = new ColumnConstraints();
        inputs.setHgrow(Priority.ALWAYS);
        form.getColumnConstraints().addAll(captions, inputs);
        return form;
    }

    private void row(GridPane form, int row, String caption, TextField field) {
        form.add(parts.caption(caption, field), 0, row);
        form.add(field, 1, row);
    }

    private void buttons(GridPane form, int row, String key) {
        form.add(new ProblemLine("fieldProblem", parts.texts(), flow.answers().fieldProblem()), 1, row);
        form.add(Parts.row(16, go(key), back()), 1, row + 1);
    }

    private Button go(String key) {
        Button go = parts.button("answer", key, "accent", "large-button");
        go.setDefaultButton(true);
        go.disableProperty().bind(flow.secondsToWait().greaterThan(0));
        go.setOnAction(event -> flow.answer());
        return go;
    }

    private Button back() {
        Button back = parts.button("back", "question.back", "flat");
        back.setCancelButton(true);
        back.setOnAction(event -> flow.cancelSigningIn());
        return back;
    }

    private <F extends TextField> F field(F field, String id, StringProperty value, int longest) {
        parts.field(field, id);
        field.setTextFormatter(
                new TextFormatter<>(change -> change.getControlNewText().length() > longest ? null : change));
        field.textProperty().bindBidirectional(value);
        fields.add(field);
        return field;
    }

    /** Puts the cursor where something is to be typed. */
    public void enter() {
        Platform.runLater(() -> fields.stream().findFirst().ifPresent(TextField::requestFocus));
    }
}

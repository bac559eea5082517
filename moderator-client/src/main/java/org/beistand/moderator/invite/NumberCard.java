package org.beistand.moderator.invite;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.beistand.client.session.SessionView;
import org.beistand.client.ui.base.Icon;
import org.beistand.client.ui.base.LanguageMenu;
import org.beistand.client.ui.base.Parts;
import org.beistand.client.ui.base.ProblemLine;
import org.beistand.client.ui.base.SessionFeed;
import org.beistand.client.ui.base.Texts;
import org.beistand.crypto.handshake.SessionPassword;
import org.beistand.protocol.value.Language;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.SessionNumber;

/** The session number, large enough to read out, and ready for an e-mail. */
public final class NumberCard extends VBox { // 001-48 001-49
    /**
     * @param clipboard takes the text for the e-mail
     * @param drafts opens the e-mail itself
     * @param inviting sends it, where the operator server can
     */
    public NumberCard(
            SessionFeed feed,
            Parts parts,
            ZoneId zone,
            Consumer<String> clipboard,
            MailDrafts drafts,
            Inviting inviting,
            Executor windows) {
        super(8);
        Texts texts = parts.texts();
        getStyleClass().addAll("card", "number-card");
        ObservableValue<Optional<SessionNumber>> number = feed.viewProperty().map(NumberCard::number);
        Label digits = new Label();
        digits.setId("number");
        digits.getStyleClass().add("big-number");
        digits.setMinWidth(Region.USE_PREF_SIZE);
        digits.textProperty()
                .bind(number.map(now -> now.map(SessionNumber::grouped).orElse("––– –––")));
        digits.accessibleTextProperty()
                .bind(texts.follow(
                        () -> texts.of("number.title") + " " + digits.getText().replaceAll("(?<=\\S)(?=\\S)", " "),
                        digits.textProperty()));
        Label expires = parts.label(texts.follow(() -> expires(feed.view(), texts, zone), feed.viewProperty()), "hint");
        expires.setId("expires");
        Button copy = parts.button("copyForMail", "number.copy", Icon.COPY);
        copy.setMaxWidth(Double.MAX_VALUE);
        Label copied = parts.label("number.copied", "hint");
        copied.setId("copied");
        copied.setVisible(false);
        copied.managedProperty().bind(Bindings.createBooleanBinding(copied::isVisible, copied.visibleProperty()));
        copy.setOnAction(event -> number(feed.view()).ifPresent(now -> {
            clipboard.accept(texts.of("number.mail", now.grouped()));
            copied.setVisible(true);
        }));
        getChildren()
                .addAll(
                        parts.label("number.title", "card-title"),
                        digits,
                        expires,
                        password(feed, parts),
                        inviting.isPossible()
                                ? new InviteForm(
                                        inviting,
                                        parts,
                                        draft("inviteByOwnProgram", "invite.own", feed, parts, drafts, windows))
                                : draft("inviteByMail", "number.invite", feed, parts, drafts, windows),
                        copy,
                        copied);
    }

    /** One item for each language that the customer may speak. */
    private static VBox draft(
            String id, String key, SessionFeed feed, Parts parts, MailDrafts drafts, Executor windows) { // 001-49
        Texts texts = parts.texts();
        ObjectProperty<Optional<Reason>> problem = new SimpleObjectProperty<>(Optional.empty());
        MenuButton invite = new MenuButton();
        invite.setId(id);
        invite.textProperty().bind(texts.follow(key));
        invite.setMaxWidth(Double.MAX_VALUE);
        invite.setAlignment(Pos.CENTER);
        for (Language language : Language.values()) {
            MenuItem item = new MenuItem(LanguageMenu.nativeName(language));
            item.setId("invite-" + language.locale().getLanguage());
            item.setOnAction(event -> number(feed.view()).ifPresent(now -> {
                problem.set(Optional.empty());
                drafts.open(
                        Invitation.of(now, language).draft(),
                        () -> windows.execute(() -> problem.set(Optional.of(Reason.MAIL_PROGRAM_MISSING))));
            }));
            invite.getItems().add(item);
        }
        return new VBox(4, invite, new ProblemLine("inviteProblem", texts, problem));
    }

    /** The password stands apart from the number: it is only read out, and never goes into an e-mail. */
    private static VBox password(SessionFeed feed, Parts parts) { // 001-135
        Texts texts = parts.texts();
        ObservableValue<Optional<SessionPassword>> password =
                feed.viewProperty().map(NumberCard::password);
        Label digits = new Label();
        digits.setId("sessionPassword");
        digits.getStyleClass().add("big-password");
        digits.setMinWidth(Region.USE_PREF_SIZE);
        digits.textProperty()
                .bind(password.map(now -> now.map(SessionPassword::grouped).orElse("")));
        Label spoken = parts.label(
                texts.follow(
                        () -> password.getValue().map(now -> spoken(now, texts)).orElse(""), feed.viewProperty()),
                "hint");
        spoken.setId("spokenPassword");
        digits.accessibleTextProperty().bind(spoken.textProperty());
        VBox part = new VBox(4, parts.label("password.title", "card-title"), digits, spoken);
        part.setPadding(new Insets(8, 0, 8, 0));
        Parts.showWhen(part, password.map(Optional::isPresent));
        return part;
    }

    /** As it is said on the telephone: 2 is "zwo" in German, 4 and 7 are "yon" and "nana" in Japanese. */
    private static String spoken(SessionPassword password, Texts texts) {
        String[] words = texts.of("password.digits").split(" ");
        String half = " – ";
        StringBuilder said = new StringBuilder();
        for (int i = 0; i < SessionPassword.LENGTH; i++) {
            said.append(i == 0 ? "" : i == SessionPassword.LENGTH / 2 ? half : " ")
                    .append(words[Character.digit(password.digits().charAt(i), 10)]);
        }
        return said.toString();
    }

    private static Optional<SessionPassword> password(SessionView view) {
        return view.stage() instanceof SessionView.InSession session ? session.password() : Optional.empty();
    }

    private static Optional<SessionNumber> number(SessionView view) {
        return view.stage() instanceof SessionView.InSession session ? session.number() : Optional.empty();
    }

    private static String expires(SessionView view, Texts texts, ZoneId zone) {
        Optional<Instant> until =
                view.stage() instanceof SessionView.InSession session ? session.expires() : Optional.empty();
        return until.map(when -> texts.of(
                        "number.expires",
                        DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                                .withLocale(texts.language().locale())
                                .withZone(zone)
                                .format(when)))
                .orElseGet(() -> texts.of("number.read"));
    }
}

package org.beistand.moderator.invite;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.beistand.client.ui.base.Icon;
import org.beistand.client.ui.base.LanguageMenu;
import org.beistand.client.ui.base.Parts;
import org.beistand.client.ui.base.ProblemLine;
import org.beistand.client.ui.base.Texts;
import org.beistand.moderator.invite.Inviting.NotSent;
import org.beistand.moderator.invite.Inviting.Sending;
import org.beistand.moderator.invite.Inviting.Sent;
import org.beistand.protocol.value.Language;
import org.beistand.protocol.value.MailAddress;
import org.beistand.protocol.value.Reason;

/** To whom and in which language the operator server sends the invitation; one button until somebody wants it. */
final class InviteForm extends VBox { // 001-22
    private static final int LONGEST_TYPED = MailAddress.LONGEST * 2;

    /** @param otherwise for those who rather use their own mail program, and when the server cannot */
    InviteForm(Inviting inviting, Parts parts, Node otherwise) {
        super(8);
        Texts texts = parts.texts();
        BooleanProperty unfolded = new SimpleBooleanProperty();
        TextField address = parts.field(new TextField(), "inviteAddress");
        address.setTextFormatter(
                new TextFormatter<>(change -> change.getControlNewText().length() > LONGEST_TYPED ? null : change));
        address.textProperty().bindBidirectional(inviting.address());
        ObservableValue<Boolean> sending = inviting.state().map(Sending.class::isInstance);
        // Not disabled: it keeps the focus, which would go to the next button otherwise.
        address.editableProperty().bind(sending.map(now -> !now));
        address.setOnAction(event -> inviting.send());
        inviting.state()
                .addListener((value, before, now) ->
                        address.pseudoClassStateChanged(PseudoClass.getPseudoClass("danger"), isAboutTheAddress(now)));
        Button unfold = parts.button("inviteByMail", "number.invite");
        unfold.setMaxWidth(Double.MAX_VALUE);
        unfold.setOnAction(event -> {
            unfolded.set(true);
            address.requestFocus();
        });
        Parts.showWhen(unfold, unfolded.not());
        Button send = parts.button("sendInvitation", "invite.send", "accent");
        send.disableProperty().bind(sending);
        send.setOnAction(event -> {
            address.requestFocus();
            inviting.send();
        });
        MenuButton language = language(inviting, texts);
        language.disableProperty().bind(sending);
        HBox.setHgrow(language, Priority.ALWAYS);
        VBox form = new VBox(
                8,
                parts.caption("invite.address", address),
                address,
                Parts.row(8, language, send),
                said(inviting, parts),
                new ProblemLine("invitationProblem", texts, inviting.state().map(InviteForm::problem)),
                otherwise);
        form.setId("inviteForm");
        Parts.showWhen(form, unfolded);
        getChildren().addAll(unfold, form);
    }

    private static MenuButton language(Inviting inviting, Texts texts) {
        MenuButton menu = new MenuButton();
        menu.setId("inviteLanguage");
        menu.setGraphic(Icon.GLOBE.draw(16));
        menu.setMaxWidth(Double.MAX_VALUE);
        menu.setAlignment(Pos.CENTER_LEFT);
        menu.textProperty().bind(inviting.language().map(LanguageMenu::nativeName));
        menu.accessibleTextProperty()
                .bind(texts.follow(
                        () -> texts.of("invite.language") + ": "
                                + LanguageMenu.nativeName(inviting.language().get()),
                        inviting.language()));
        ToggleGroup group = new ToggleGroup();
        for (Language one : Language.values()) {
            RadioMenuItem item = new RadioMenuItem(LanguageMenu.nativeName(one));
            item.setId("inviteIn-" + one.locale().getLanguage());
            item.setToggleGroup(group);
            item.setSelected(one == inviting.language().get());
            item.setOnAction(event -> inviting.language().set(one));
            menu.getItems().add(item);
        }
        return menu;
    }

    /** That it is on its way, or has arrived at the mail server. */
    private static Label said(Inviting inviting, Parts parts) {
        Texts texts = parts.texts();
        ObservableValue<String> words = texts.follow(
                () -> switch (inviting.state().get()) {
                    case Inviting.Writing writing -> "";
                    case Sending sending -> texts.of("invite.sending");
                    case Sent(String address) -> texts.of("invite.sent", address);
                    case NotSent notSent -> "";
                },
                inviting.state());
        Label said = parts.label(words, "strong");
        said.setId("invitationSaid");
        said.setAccessibleRole(AccessibleRole.TEXT);
        Parts.showWhen(said, words.map(text -> !text.isEmpty()));
        return said;
    }

    private static Optional<Reason> problem(Inviting.State state) {
        return state instanceof NotSent(Reason reason) ? Optional.of(reason) : Optional.empty();
    }

    private static boolean isAboutTheAddress(Inviting.State state) {
        return problem(state)
                .filter(reason -> reason == Reason.MAIL_ADDRESS_MALFORMED || reason == Reason.MAIL_RECIPIENT_REFUSED)
                .isPresent();
    }
}

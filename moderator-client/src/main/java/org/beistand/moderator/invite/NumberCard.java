package org.beistand.moderator.invite;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.beistand.client.session.SessionView;
import org.beistand.client.ui.base.Icon;
import org.beistand.client.ui.base.Parts;
import org.beistand.client.ui.base.SessionFeed;
import org.beistand.client.ui.base.Texts;
import org.beistand.protocol.value.SessionNumber;

/** The session number, large enough to read out, and ready for an e-mail. */
public final class NumberCard extends VBox { // 001-48 001-49
    /** @param clipboard takes the text for the e-mail */
    public NumberCard(SessionFeed feed, Parts parts, ZoneId zone, Consumer<String> clipboard) {
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
        getChildren().addAll(parts.label("number.title", "card-title"), digits, expires, copy, copied);
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

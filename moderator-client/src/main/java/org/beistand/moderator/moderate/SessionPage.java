package org.beistand.moderator.moderate;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.beistand.client.session.SessionView;
import org.beistand.client.ui.base.Icon;
import org.beistand.client.ui.base.Parts;
import org.beistand.client.ui.base.ProblemLine;
import org.beistand.client.ui.base.Ticker;
import org.beistand.client.ui.files.TransferList;
import org.beistand.client.ui.notices.NoticeList;
import org.beistand.moderator.invite.Inviting;
import org.beistand.moderator.invite.MailDrafts;
import org.beistand.moderator.invite.NumberCard;
import org.beistand.protocol.value.Reason;

/** The session: people and rights at the left, the screen at the right, the end below. */
public final class SessionPage extends BorderPane {
    private static final double SIDE = 400;
    private static final double NOTICE_WIDTH = 520;
    private static final Duration NOTICE_STAYS = Duration.ofSeconds(12);

    private final Moderating moderating;
    private final Parts parts;

    /**
     * What the page needs from the machine.
     *
     * @param windows runs tasks on the FX thread, in order
     * @param ticker lets notices go after a while
     * @param files asks which files are to be sent
     * @param clipboard takes text
     */
    public record Surroundings(
            Executor windows,
            Ticker ticker,
            ZoneId zone,
            Supplier<List<Path>> files,
            Consumer<String> clipboard,
            MailDrafts drafts) {}

    /**
     * @param inviting of further people by the operator server
     * @param problem an error of the program itself, if there was one
     * @param end ends the session, after it was confirmed
     */
    public SessionPage(
            Moderating moderating,
            Inviting inviting,
            Parts parts,
            Surroundings around,
            ObservableValue<Optional<Reason>> problem,
            Runnable end) {
        this.moderating = moderating;
        this.parts = parts;
        getStyleClass().add("session-page");
        VBox cards = new VBox(
                12,
                new ProblemLine("problem", parts.texts(), problem),
                new LobbyCard(moderating, parts),
                new CheckCard(moderating, parts),
                new NumberCard(
                        moderating.feed(),
                        parts,
                        around.zone(),
                        around.clipboard(),
                        around.drafts(),
                        inviting,
                        around.windows()),
                new PeopleList(moderating, parts),
                new RightsCard(moderating, parts, around.files()),
                card(new TransferList(moderating.session(), moderating.feed(), parts)));
        cards.getStyleClass().add("cards");
        ScrollPane scroll = new ScrollPane(cards);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("side-scroll");
        scroll.accessibleTextProperty().bind(parts.texts().follow("side.name"));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox side = new VBox(scroll, ending(end));
        side.getStyleClass().add("side");
        side.setPrefWidth(SIDE);
        side.setMinWidth(SIDE);
        side.setMaxWidth(SIDE);
        setLeft(side);
        // Above the screen, not beside it: what is told must not move what is being operated.
        NoticeList notices = new NoticeList(moderating.feed(), parts, around.ticker(), NOTICE_STAYS);
        notices.setMaxSize(NOTICE_WIDTH, Region.USE_PREF_SIZE);
        notices.setPickOnBounds(false);
        StackPane.setAlignment(notices, Pos.BOTTOM_LEFT);
        StackPane.setMargin(notices, new Insets(16));
        setCenter(new StackPane(new ViewerPane(moderating, parts, around.windows(), around.ticker()), notices));
        Parts.showWhen(side, besideScreen());
        // No button has the focus at first: what is being typed at that moment does nothing.
        setFocusTraversable(true);
        Platform.runLater(this::requestFocus);
    }

    /** In full screen the side is there only while somebody waits for the moderator. */
    private ObservableValue<Boolean> besideScreen() {
        ObservableValue<Boolean> full = FullScreen.of(this);
        return Bindings.createBooleanBinding(
                () -> !full.getValue() || somebodyWaits(),
                full,
                moderating.feed().viewProperty());
    }

    private boolean somebodyWaits() {
        return moderating.feed().view().people().stream()
                .anyMatch(person -> person.standing() instanceof SessionView.Knocking
                        || person.standing() instanceof SessionView.ReadingOut);
    }

    private static Node card(TransferList transfers) {
        transfers.getStyleClass().add("card");
        return transfers;
    }

    private Node ending(Runnable end) {
        CheckBox block = new CheckBox();
        block.setId("block");
        block.textProperty().bind(parts.texts().follow("block"));
        block.setWrapText(true);
        block.setMinHeight(Region.USE_PREF_SIZE);
        block.setOnAction(event -> moderating.session().block(block.isSelected())); // 001-69
        block.setSelected(moderating.feed().view().blocked());
        moderating
                .feed()
                .viewProperty()
                .map(SessionView::blocked)
                .addListener((value, before, now) -> block.setSelected(now));
        Button ask = parts.button("endSession", "end.ask", Icon.EXIT, "exit-button");
        ask.setMaxWidth(Double.MAX_VALUE);
        ask.setOnAction(event -> moderating.askToEnd());
        Parts.showWhen(ask, moderating.endAsked().not());
        Button now = parts.button("endNow", "end.now", "danger");
        now.setOnAction(event -> end.run());
        Button goOn = parts.button("keepGoing", "end.not");
        goOn.setOnAction(event -> moderating.doNotEnd());
        VBox confirm = new VBox(8, parts.label("end.sure", "strong"), Parts.row(8, now, goOn));
        confirm.setId("endConfirm");
        Parts.showWhen(confirm, moderating.endAsked());
        moderating.endAsked().addListener((value, before, asked) -> (asked ? goOn : ask).requestFocus());
        VBox box = new VBox(12, block, ask, confirm);
        box.getStyleClass().add("ending");
        return box;
    }
}

package org.beistand.moderator.moderate;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.beistand.client.session.SessionView;
import org.beistand.client.ui.base.Icon;
import org.beistand.client.ui.base.Parts;
import org.beistand.client.ui.files.TransferList;
import org.beistand.client.ui.notices.NoticeList;
import org.beistand.moderator.invite.NumberCard;

/** The session: people and rights at the left, the screen at the right, the end below. */
public final class SessionPage extends BorderPane {
    private static final double SIDE = 340;

    private final Moderating moderating;
    private final Parts parts;

    /**
     * What the page needs from the machine.
     *
     * @param windows runs tasks on the FX thread, in order
     * @param files asks which files are to be sent
     * @param clipboard takes text
     */
    public record Surroundings(Executor windows, ZoneId zone, Supplier<List<Path>> files, Consumer<String> clipboard) {}

    /** @param end ends the session, after it was confirmed */
    public SessionPage(Moderating moderating, Parts parts, Surroundings around, Runnable end) {
        this.moderating = moderating;
        this.parts = parts;
        getStyleClass().add("session-page");
        VBox cards = new VBox(
                12,
                new LobbyCard(moderating, parts),
                new CheckCard(moderating, parts),
                new NumberCard(moderating.feed(), parts, around.zone(), around.clipboard()),
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
        setCenter(new ViewerPane(moderating, parts, around.windows()));
        NoticeList notices = new NoticeList(moderating.feed(), parts);
        notices.getStyleClass().add("notice-strip");
        setBottom(notices);
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

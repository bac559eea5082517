package org.beistand.client.ui.notices;

import java.time.Duration;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.beistand.client.session.SessionView.Notice;
import org.beistand.client.ui.base.Icon;
import org.beistand.client.ui.base.KeyedRows;
import org.beistand.client.ui.base.Parts;
import org.beistand.client.ui.base.SessionFeed;
import org.beistand.client.ui.base.Texts;
import org.beistand.client.ui.base.Ticker;

/** The last things that happened, the newest first; each can be put away. */
public final class NoticeList extends VBox {
    private final SessionFeed feed;
    private final Parts parts;
    private final Ticker ticker;
    private final Duration stays;
    private final KeyedRows<Integer, Notice> rows = new KeyedRows<>(4, Notice::serial, NoticeRow::new);

    /** @param stays how long a notice is shown unless it is put away before */
    public NoticeList(SessionFeed feed, Parts parts, Ticker ticker, Duration stays) {
        this.feed = feed;
        this.ticker = ticker;
        this.stays = stays;
        this.parts = parts;
        setId("notices");
        getChildren().add(rows);
        feed.notices().addListener((ListChangeListener<Notice>) change -> show());
        parts.texts().afterChange(this, () -> show());
        show();
    }

    private void show() {
        rows.show(List.copyOf(feed.notices()));
        setVisible(!feed.notices().isEmpty());
        setManaged(!feed.notices().isEmpty());
    }

    private String words(Notice notice) {
        String once = wordsOf(notice);
        return notice.refused() > 1 ? parts.texts().of("notice.times", once, notice.refused()) : once;
    }

    private String wordsOf(Notice notice) {
        Texts texts = parts.texts();
        StringBuilder words = new StringBuilder();
        notice.about().ifPresent(who -> words.append(feed.nameOf(who)));
        notice.permission()
                .ifPresent(right -> words.append(words.isEmpty() ? "" : " · ").append(texts.right(right)));
        return words.isEmpty() ? texts.reason(notice.reason()) : words + ": " + texts.reason(notice.reason());
    }

    private final class NoticeRow implements KeyedRows.Row<Notice> {
        private final HBox node = new HBox(8);
        private final Label words;

        NoticeRow(Notice notice) {
            words = new Label();
            words.setId("notice-" + notice.serial());
            words.setWrapText(true);
            words.setMinHeight(USE_PREF_SIZE);
            words.setAccessibleRole(AccessibleRole.TEXT);
            HBox.setHgrow(words, Priority.ALWAYS);
            words.setMaxWidth(Double.MAX_VALUE);
            Button away = parts.iconButton(
                    "dismiss-" + notice.serial(), Icon.CLOSE, parts.texts().follow("close"), "flat");
            away.setOnAction(event -> feed.dismiss(notice));
            ticker.after(stays, () -> feed.dismiss(notice));
            node.getStyleClass().add("notice");
            node.setAlignment(Pos.CENTER_LEFT);
            node.getChildren().addAll(Icon.HINT.draw(18), words, away);
        }

        @Override
        public HBox node() {
            return node;
        }

        @Override
        public void show(Notice notice) {
            words.setText(words(notice));
        }
    }
}

package org.beistand.client.ui.files;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.beistand.client.session.Session;
import org.beistand.client.session.SessionView;
import org.beistand.client.session.SessionView.FileProgress;
import org.beistand.client.session.SessionView.Transfer;
import org.beistand.client.ui.base.Icon;
import org.beistand.client.ui.base.KeyedRows;
import org.beistand.client.ui.base.Parts;
import org.beistand.client.ui.base.SessionFeed;
import org.beistand.client.ui.base.Texts;

/** Every transfer of the session, file by file, with its progress; those under way can be stopped. */
public final class TransferList extends VBox { // 001-71 001-72 001-73
    /** Ended transfers beyond these are not shown any more; the report has them all. */
    private static final int ENDED = 5;

    private final Session session;
    private final SessionFeed feed;
    private final Parts parts;
    private final KeyedRows<Integer, Transfer> rows;

    public TransferList(Session session, SessionFeed feed, Parts parts) {
        super(8);
        this.session = session;
        this.feed = feed;
        this.parts = parts;
        this.rows = new KeyedRows<>(8, Transfer::key, TransferRow::new);
        setId("transfers");
        getChildren().addAll(parts.label("files.title", "card-title"), rows);
        feed.viewProperty().addListener((value, before, now) -> show(now));
        parts.texts().afterChange(this, () -> show(feed.view()));
        show(feed.view());
    }

    private void show(SessionView view) {
        List<Transfer> newestFirst = new ArrayList<>(view.transfers()).reversed();
        List<Transfer> shown = new ArrayList<>();
        int ended = 0;
        for (Transfer transfer : newestFirst) {
            if (transfer.state() instanceof SessionView.Moving || ended++ < ENDED) {
                shown.add(transfer);
            }
        }
        rows.show(shown);
        setVisible(!shown.isEmpty());
        setManaged(!shown.isEmpty());
    }

    private final class TransferRow implements KeyedRows.Row<Transfer> {
        private final VBox node = new VBox(4);
        private final Label title = wrapped("transfer-title");
        private final Label state = wrapped("hint");
        private final ProgressBar bar = new ProgressBar(0);
        private final HBox moving;
        private final VBox files = new VBox(2);

        TransferRow(Transfer transfer) {
            Texts texts = parts.texts();
            node.getStyleClass().add("transfer");
            node.setId("transfer-" + transfer.key());
            bar.setMaxWidth(Double.MAX_VALUE);
            bar.accessibleTextProperty().bind(texts.follow("files.progress"));
            HBox.setHgrow(bar, Priority.ALWAYS);
            Button cancel = parts.iconButton(
                    "cancelTransfer-" + transfer.key(), Icon.CLOSE, texts.follow("files.cancel"), "flat");
            cancel.setOnAction(event -> session.cancelTransfer(transfer.key()));
            moving = Parts.row(8, bar, cancel);
            node.getChildren()
                    .addAll(
                            Parts.row(8, (transfer.outgoing() ? Icon.FILE_OUT : Icon.FILE_IN).draw(18), title),
                            files,
                            moving,
                            state);
            HBox.setHgrow(title, Priority.ALWAYS);
        }

        private static Label wrapped(String style) {
            Label label = new Label();
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            label.getStyleClass().add(style);
            return label;
        }

        @Override
        public VBox node() {
            return node;
        }

        @Override
        public void show(Transfer transfer) {
            Texts texts = parts.texts();
            String name = feed.nameOf(transfer.other());
            title.setText(texts.of(transfer.outgoing() ? "files.to" : "files.from", name));
            files(transfer.files());
            long size = transfer.files().stream().mapToLong(FileProgress::size).sum();
            long done = transfer.files().stream().mapToLong(FileProgress::done).sum();
            boolean under = transfer.state() instanceof SessionView.Moving;
            bar.setProgress(size == 0 ? 0 : (double) done / size);
            moving.setVisible(under);
            moving.setManaged(under);
            state.setText(
                    switch (transfer.state()) {
                        case SessionView.Moving moves ->
                            texts.of("files.done", FileWords.size(done, texts), FileWords.size(size, texts));
                        case SessionView.Finished finished ->
                            transfer.folder()
                                    .map(folder -> texts.of("files.finishedIn", folder))
                                    .orElseGet(() -> texts.of("files.finished"));
                        case SessionView.Stopped stopped -> texts.reason(stopped.reason());
                    });
        }

        private void files(List<FileProgress> progress) {
            while (files.getChildren().size() < progress.size()) {
                files.getChildren().add(wrapped("file-name"));
            }
            files.getChildren().remove(progress.size(), files.getChildren().size());
            for (int i = 0; i < progress.size(); i++) {
                FileProgress file = progress.get(i);
                String size = FileWords.size(file.size(), parts.texts());
                ((Label) files.getChildren().get(i))
                        .setText((file.whole() ? "✓ " : "") + FileWords.name(file.name()) + " (" + size + ")");
            }
        }
    }
}

package org.beistand.client.platform.awt;

import java.awt.HeadlessException;
import java.awt.Toolkit;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.StringSelection;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.beistand.client.desktop.TextClipboard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Java's view of the clipboard. A text of more than 32 KiB is not read. */
public final class AwtClipboard implements TextClipboard {
    private static final Logger LOG = LoggerFactory.getLogger(AwtClipboard.class);
    private static final int LARGEST = 32 * 1024;

    @Override
    public Optional<String> read() {
        try {
            Object text = Toolkit.getDefaultToolkit().getSystemClipboard().getData(DataFlavor.stringFlavor);
            return Optional.of((String) text)
                    .filter(found -> found.length() <= LARGEST)
                    .filter(found -> found.getBytes(StandardCharsets.UTF_8).length <= LARGEST);
        } catch (UnsupportedFlavorException nothingOfThatKind) {
            return Optional.empty();
        } catch (IOException | HeadlessException | IllegalStateException e) {
            LOG.warn("the clipboard cannot be read: {}", e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public void write(String text) {
        try {
            Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(text), null);
        } catch (HeadlessException | IllegalStateException e) {
            LOG.warn("the clipboard cannot be written: {}", e.getMessage());
        }
    }
}

package org.beistand.client.desktop;

import java.util.Optional;

/** The text in this machine's clipboard. Safe for any thread; may wait for another program for a moment. */
public interface TextClipboard {
    Optional<String> read();

    void write(String text);
}

package org.beistand.client.platform;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The person's own mail program, which this desktop opens for a {@code mailto:} address. It shows a draft; nothing is sent. */
public final class MailProgram {
    private static final Logger LOG = LoggerFactory.getLogger(MailProgram.class);
    private static final int PATIENCE_SECONDS = 20;

    private final List<String> opener;

    /** @param opener the desktop's command that opens an address, which is added to it */
    MailProgram(List<String> opener) {
        this.opener = List.copyOf(opener);
    }

    public static MailProgram ofThisMachine() {
        return new MailProgram(opener(System.getProperty("os.name", "")));
    }

    static List<String> opener(String system) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler");
        }
        return List.of(name.startsWith("mac") ? "open" : "xdg-open");
    }

    /**
     * Opens a draft, without waiting for it. No shell reads the address.
     *
     * @param failed told on another thread if no program opened it
     * @throws IllegalArgumentException for anything but {@code mailto:}
     */
    public void open(URI draft, Runnable failed) {
        if (!"mailto".equals(draft.getScheme())) {
            throw new IllegalArgumentException("no mail");
        }
        Thread.ofVirtual().start(() -> {
            if (!opened(draft)) {
                failed.run();
            }
        });
    }

    private boolean opened(URI draft) {
        List<String> command = new ArrayList<>(opener);
        command.add(draft.toASCIIString());
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            // Some openers stay for as long as the program they opened; those succeeded.
            return !process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() == 0;
        } catch (IOException e) {
            LOG.warn("no program for mails: {}", opener.getFirst());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

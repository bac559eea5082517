package org.beistand.client.platform.windows;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.beistand.client.desktop.SecurityKey;
import org.beistand.protocol.value.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * F11 on Windows, claimed on a thread that does nothing else. Windows tells of it before any program sees the key, in menus too,
 * and of a press that was made from afar as well.
 */
public final class WindowsSecurityKey implements SecurityKey { // 001-66 001-67
    private static final Logger LOG = LoggerFactory.getLogger(WindowsSecurityKey.class);
    private static final int ALL_COMBINATIONS = 16;

    private final HotKeys keys;
    private OptionalInt listener = OptionalInt.empty();
    private volatile boolean closed;

    WindowsSecurityKey(HotKeys keys) {
        this.keys = keys;
    }

    @Override
    public synchronized Optional<Reason> listen(Runnable pressed) {
        if (closed || listener.isPresent()) {
            return Optional.of(Reason.SECURITY_KEY_TAKEN);
        }
        CompletableFuture<OptionalInt> claimed = new CompletableFuture<>();
        Thread.ofPlatform()
                .name("security-key")
                .daemon()
                .priority(Thread.MAX_PRIORITY)
                .start(() -> claimAndListen(claimed, pressed));
        try {
            listener = claimed.join();
        } catch (CompletionException e) {
            LOG.error("the security key cannot be listened to", e);
        }
        return listener.isPresent() ? Optional.empty() : Optional.of(Reason.SECURITY_KEY_TAKEN);
    }

    private void claimAndListen(CompletableFuture<OptionalInt> claimed, Runnable pressed) {
        try {
            if (!claim()) {
                claimed.complete(OptionalInt.empty());
                return;
            }
            claimed.complete(OptionalInt.of(keys.thread()));
        } catch (RuntimeException | LinkageError e) {
            claimed.completeExceptionally(e);
            return;
        }
        while (true) {
            switch (keys.await()) {
                case PRESSED -> press(pressed);
                case SOMETHING_ELSE -> {}
                case END -> {
                    if (!closed) {
                        press(pressed); // nobody can press it any more, and nobody could stop what is going on
                    }
                    return;
                }
            }
        }
    }

    /** Whatever else is held, since somebody far away may hold Shift; but the key by itself must be ours. */
    private boolean claim() {
        if (!keys.claim(0)) {
            return false;
        }
        for (int modifiers = 1; modifiers < ALL_COMBINATIONS; modifiers++) {
            if (!keys.claim(modifiers)) {
                LOG.info("another program has F11 with modifiers {}", modifiers);
            }
        }
        return true;
    }

    private static void press(Runnable pressed) {
        try {
            pressed.run();
        } catch (RuntimeException e) {
            LOG.error("what the security key is to do has failed", e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        listener.ifPresent(keys::end);
        listener = OptionalInt.empty();
    }
}

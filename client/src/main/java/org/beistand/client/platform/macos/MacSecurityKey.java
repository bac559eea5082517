package org.beistand.client.platform.macos;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.beistand.client.desktop.SecurityKey;
import org.beistand.protocol.value.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * F11 on a Mac, heard by a tap on all keys, of which only this one is looked at; no program gets it. The machine waits while the
 * tap is told something, so what a press is to do is done by another thread.
 */
public final class MacSecurityKey implements SecurityKey { // 001-66 001-67
    private static final Logger LOG = LoggerFactory.getLogger(MacSecurityKey.class);

    private final KeyTap tap;
    private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();
    private boolean listening;
    private volatile boolean closed;

    private enum Told {
        PRESSED,
        END
    }

    MacSecurityKey(KeyTap tap) {
        this.tap = tap;
    }

    @Override
    public synchronized Optional<Reason> listen(Runnable pressed) {
        if (closed || listening) {
            return Optional.of(Reason.SECURITY_KEY_TAKEN);
        }
        CompletableFuture<Boolean> opened = new CompletableFuture<>();
        Thread.ofPlatform()
                .name("security-key-tap")
                .daemon()
                .priority(Thread.MAX_PRIORITY)
                .start(() -> openAndListen(opened));
        try {
            listening = opened.join();
        } catch (CompletionException e) {
            LOG.error("the security key cannot be listened to", e);
            return Optional.of(Reason.SECURITY_KEY_TAKEN);
        }
        if (!listening) {
            return Optional.of(Reason.INPUT_NOT_PERMITTED);
        }
        Thread.ofPlatform()
                .name("security-key")
                .daemon()
                .priority(Thread.MAX_PRIORITY)
                .start(() -> actUntilClosed(pressed));
        return Optional.empty();
    }

    private void openAndListen(CompletableFuture<Boolean> opened) {
        try {
            boolean open = tap.open(new KeyTap.Ear() {
                @Override
                public boolean pressed(int code, boolean repeated) {
                    if (code == KeyCodes.F11 && !repeated) {
                        told.add(Told.PRESSED);
                    }
                    return code == KeyCodes.F11;
                }

                @Override
                public void wasDeaf() {
                    told.add(Told.PRESSED); // it may have been pressed
                }
            });
            opened.complete(open);
            if (!open) {
                return;
            }
        } catch (RuntimeException | LinkageError e) {
            opened.completeExceptionally(e);
            return;
        }
        tap.listen();
        // Unless we ended it ourselves: nobody can press it any more, and nobody could stop what is going on.
        told.add(closed ? Told.END : Told.PRESSED);
    }

    private void actUntilClosed(Runnable pressed) {
        try {
            while (!closed) {
                switch (told.take()) {
                    case PRESSED -> press(pressed);
                    case END -> {
                        return;
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
        if (listening) {
            tap.end();
        }
        told.add(Told.END);
    }
}

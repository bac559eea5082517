package org.beistand.client.platform.x11;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.beistand.client.desktop.Picture;
import org.beistand.client.desktop.ScreenSource;
import org.beistand.client.release.KnownWindows;
import org.beistand.client.release.MaskedPicture;
import org.beistand.client.release.MaskedScreen;
import org.beistand.client.release.OwnPlaces;
import org.beistand.client.release.Share;
import org.beistand.client.release.Sharing;
import org.beistand.client.screen.ScreenDecoder;
import org.beistand.client.screen.ScreenEncoder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Two programs that throw windows about as fast as they can, one of them released: not one pixel of the other one may ever be
 * decoded. {@code -Dbeistand.frames=100000} makes it long.
 */
@Timeout(600)
class MaskedWindowsTest {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int SECRET = 0xFFE000E0;
    private static final int PLAIN = 0xFF30C040;
    private static final int FRAMES = Integer.getInteger("beistand.frames", 800);

    private VirtualDisplay display;
    private boolean seenAlone;

    @BeforeEach
    void start() {
        display = VirtualDisplay.start(WIDTH, HEIGHT);
    }

    @AfterEach
    void stop() {
        display.close();
    }

    private Process juggler(int colour, int windows, long restNanos) throws IOException {
        Process program = display.listen(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Juggler.class.getName(),
                display.name(),
                Integer.toHexString(colour & 0xFFFFFF),
                Integer.toString(windows),
                Long.toString(restNanos));
        String word =
                new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8)).readLine();
        assertEquals(Juggler.JUGGLING, word);
        return program;
    }

    @Test
    @Tag("001-50")
    @Tag("001-57")
    @Tag("001-59")
    void notOnePixelOfAHiddenProgramIsEverDecoded() throws Exception {
        display.withWindowManager();
        Process released = juggler(PLAIN, 4, 30_000_000);
        Process hidden = juggler(SECRET, 6, 1_000_000);
        look(hidden, new Share(new Share.Programs(Set.of(released.pid())), false, false));
    }

    @Test
    @Tag("001-57")
    void norIfThereIsNoWindowManager() throws Exception {
        Process released = juggler(PLAIN, 4, 30_000_000);
        Process hidden = juggler(SECRET, 6, 200_000);
        look(hidden, new Share(new Share.Programs(Set.of(released.pid())), true, true));
    }

    private void look(Process hidden, Share share) throws Exception {
        Sharing sharing = new Sharing();
        sharing.choose(share);
        X11Desktop desktop = new X11Desktop(display.name());
        KnownWindows known = new KnownWindows(
                OwnPlaces.NONE,
                Optional.of(desktop.openWindows()),
                ProcessHandle.current().pid());
        Seen decoded = new Seen();
        Seen raw = new Seen();
        try (MaskedScreen screen = new MaskedScreen(
                        sharing, known, desktop.openScreen(), () -> Instant.EPOCH.plusNanos(System.nanoTime()));
                ScreenSource bare = desktop.openScreen();
                ScreenEncoder encoder = new ScreenEncoder(WIDTH, HEIGHT);
                ScreenDecoder decoder = new ScreenDecoder(WIDTH, HEIGHT)) {
            Picture shown = new Picture(WIDTH, HEIGHT);
            Picture all = new Picture(WIDTH, HEIGHT);
            for (int frame = 0; frame < FRAMES; frame++) {
                MaskedPicture masked = screen.look();
                encoder.encode(masked.picture(), masked.damage(), masked.moves())
                        .ifPresent(part -> decoder.apply(part, shown));
                decoded.note(shown);
                if (frame % 10 == 0) {
                    bare.grab(all);
                    raw.note(all);
                }
            }
            hidden.destroyForcibly().waitFor();
            long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            for (int before = decoded.plain; decoded.plain == before && System.nanoTime() < patience; ) {
                MaskedPicture masked = screen.look();
                encoder.encode(masked.picture(), masked.damage(), masked.moves())
                        .ifPresent(part -> decoder.apply(part, shown));
                decoded.note(shown);
                seenAlone = decoded.plain > before;
            }
        }
        assertEquals(0, decoded.secret, "frames with a pixel of the hidden program");
        assertTrue(raw.secret > raw.frames / 2, () -> "the hidden program was hardly on the screen: " + raw);
        assertTrue(seenAlone, () -> "the released program was not seen when the hidden one was gone: " + decoded);
    }

    private static final class Seen {
        int frames;
        int secret;
        int plain;

        void note(Picture picture) {
            boolean hasSecret = false;
            boolean hasPlain = false;
            for (int pixel : picture.pixels()) {
                hasSecret |= pixel == SECRET;
                hasPlain |= pixel == PLAIN;
            }
            frames++;
            secret += hasSecret ? 1 : 0;
            plain += hasPlain ? 1 : 0;
        }

        @Override
        public String toString() {
            return frames + " frames, " + secret + " with the hidden program, " + plain + " with the released one";
        }
    }
}

package org.beistand.client.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.beistand.client.desktop.Picture;
import org.beistand.protocol.wire.Octets;
import org.junit.jupiter.api.Test;

/** A stream that was recorded once must show the same pictures for ever, or programs of different age would not get along. */
class RecordedStreamTest {
    static final int WIDTH = 150;
    static final int HEIGHT = 200;

    @Test
    void showsThePicturesOfOld() throws IOException {
        List<String> lines;
        try (InputStream file = getClass().getResourceAsStream("recorded-stream.txt")) {
            lines = new String(file.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        }
        assertTrue(lines.size() >= 10);
        Picture picture = new Picture(WIDTH, HEIGHT);
        try (ScreenDecoder decoder = new ScreenDecoder(WIDTH, HEIGHT)) {
            for (String line : lines) {
                String[] parts = line.split(" ");
                decoder.apply(Octets.fromHex(parts[1]), picture);
                assertEquals(parts[0], digest(picture));
            }
        }
    }

    /** Of the pixels, four bytes each, alpha first; its first eight bytes. */
    static String digest(Picture picture) {
        try {
            ByteBuffer bytes = ByteBuffer.allocate(4 * picture.pixels().length);
            bytes.asIntBuffer().put(picture.pixels());
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.beistand.stories;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;

/** What stands open on the customer's desktop: an editor, a microscope's picture, and a terminal in which values run by. */
final class CustomersDesk {
    static final int WIDTH = 1280;
    static final int HEIGHT = 800;
    /** Where the editor's window is. */
    static final int EDITOR_X = 30;

    static final int EDITOR_Y = 40;
    static final int EDITOR_WIDTH = 560;
    static final int EDITOR_HEIGHT = 420;
    /** In the middle of the microscope's picture. */
    static final int PICTURE_X = 820;

    static final int PICTURE_Y = 180;

    private final Theatre theatre;
    private final Path note;

    CustomersDesk(Theatre theatre) {
        this.theatre = theatre;
        this.note = theatre.folder.resolve("protocol.txt");
    }

    Path note() {
        return note;
    }

    void open() throws StoryFailed {
        Path picture = theatre.folder.resolve("microscope.png");
        try {
            Files.writeString(note, "Instrument protocol\n\n");
            ImageIO.write(microscope(), "png", picture.toFile());
        } catch (IOException e) {
            throw new StoryFailed("the customer's files cannot be written: " + e.getMessage());
        }
        var desktop = theatre.customer.desktop();
        theatre.troupe.start(
                "terminal",
                desktop,
                List.of(
                        "xterm",
                        "-geometry",
                        "70x14+640+420",
                        "-e",
                        "sh",
                        "-c",
                        "i=0; while :; do i=$((i+1)); echo \"value $i: $((i*7919%1000)) counts\"; sleep 0.4; done"));
        theatre.troupe.start(
                "picture",
                desktop,
                List.of("feh", "--geometry", "420x300+620+40", "--title", "microscope", picture.toString()));
        theatre.troupe.start("editor", desktop, List.of("mousepad", "--disable-server", note.toString()));
        place("protocol.txt", EDITOR_X, EDITOR_Y, EDITOR_WIDTH, EDITOR_HEIGHT);
        place("microscope", 620, 40, 420, 300);
    }

    private void place(String title, int x, int y, int width, int height) throws StoryFailed {
        var desktop = theatre.customer.desktop();
        String window = theatre.patience.until(title + " opens", Duration.ofSeconds(30), () -> {
            try {
                return Optional.of(Commands.run(desktop, "xdotool", "search", "--onlyvisible", "--name", title)
                                .lines()
                                .findFirst()
                                .orElse(""))
                        .filter(id -> !id.isBlank());
            } catch (StoryFailed notThere) {
                return Optional.empty();
            }
        });
        Commands.run(desktop, "xdotool", "windowsize", window, "" + width, "" + height);
        Commands.run(desktop, "xdotool", "windowmove", window, "" + x, "" + y);
    }

    /** Something that looks like cells under a microscope, with the noise of a sensor. */
    private static BufferedImage microscope() {
        RandomGenerator random = new java.util.SplittableRandom(42);
        BufferedImage image = new BufferedImage(420, 300, BufferedImage.TYPE_INT_RGB);
        Graphics2D draw = image.createGraphics();
        draw.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        draw.setColor(new Color(0x1B2A1F));
        draw.fillRect(0, 0, 420, 300);
        for (int i = 0; i < 60; i++) {
            int size = 14 + random.nextInt(34);
            int x = random.nextInt(420);
            int y = random.nextInt(300);
            draw.setColor(new Color(60 + random.nextInt(60), 170 + random.nextInt(80), 90, 140));
            draw.fillOval(x, y, size, size);
            draw.setColor(new Color(230, 90, 160, 200));
            draw.fillOval(x + size / 3, y + size / 3, size / 3, size / 3);
        }
        draw.dispose();
        for (int y = 0; y < 300; y++) {
            for (int x = 0; x < 420; x++) {
                Color color = new Color(image.getRGB(x, y));
                int noise = random.nextInt(-6, 7);
                image.setRGB(
                        x,
                        y,
                        new Color(
                                        clamp(color.getRed() + noise),
                                        clamp(color.getGreen() + noise),
                                        clamp(color.getBlue() + noise))
                                .getRGB());
            }
        }
        return image;
    }

    private static int clamp(int value) {
        return Math.clamp(value, 0, 255);
    }
}

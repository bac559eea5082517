package org.beistand.stories;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/** The session of document 001, step by step, with a proof for each step that something really happened, or did not. */
final class Play {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration A_WHILE = Duration.ofSeconds(3);
    private static final String TYPED = "Größe geprüft: 42 µm [OK] {a@b} 100 % ~ €";
    private static final String NEVER = "THIS MUST NEVER ARRIVE";

    private final Theatre theatre;
    private final Person engineer;
    private final Person customer;
    private final CustomersDesk desk;
    private final Meeting meeting;
    private int step;
    private int picture;

    Play(Theatre theatre) {
        this.theatre = theatre;
        this.engineer = theatre.engineer;
        this.customer = theatre.customer;
        this.desk = new CustomersDesk(theatre);
        this.meeting = new Meeting(theatre, this::tell, this::photograph);
    }

    /** When a step does not happen, the pictures of that moment are kept. */
    void perform() throws StoryFailed {
        try {
            steps();
        } catch (StoryFailed e) {
            photograph("failed");
            throw e;
        }
    }

    private void steps() throws StoryFailed {
        everythingIsReady();
        theyMeet();
        theScreenIsShown();
        theEngineerOperates();
        theSecurityKeyTakesControlBack();
        thePauseIsAStillPicture();
        filesGoBothWays();
        itEnds();
        theReportTells();
    }

    void everythingIsReady() throws StoryFailed {
        // He sits at a German keyboard, she at an American one.
        Commands.run(engineer.desktop(), "setxkbmap", "de");
        Commands.run(customer.desktop(), "setxkbmap", "us");
        desk.open();
        theatre.startPrograms();
    }

    /** @return the session number */
    String theyMeet() throws StoryFailed {
        return meeting.meet();
    }

    /** @param which the how many-th she is in the session, the engineer counted */
    void sheComesIn(String number, int which) throws StoryFailed {
        meeting.sheComesIn(number, which);
    }

    void theScreenIsShown() throws StoryFailed {
        meeting.heMaySeeHerScreen();
        theatre.patience.until(
                "the customer's screen is seen", SOON, () -> same(CustomersDesk.PICTURE_X, CustomersDesk.PICTURE_Y));
        photograph("screen-is-seen");
    }

    void theEngineerOperates() throws StoryFailed {
        meeting.heMayOperate();
        tell(
                "He clicks into her editor and types, with characters that his keyboard and hers have in different places.");
        clickInEditor();
        engineer.press("ctrl+End");
        engineer.type(TYPED);
        saveFromAfar();
        theatre.patience.until(
                "what he typed is in her file", SOON, () -> Optional.of(note()).filter(text -> text.contains(TYPED)));
        photograph("typed-from-afar");
    }

    private void theSecurityKeyTakesControlBack() throws StoryFailed {
        tell("She presses F11: control is hers again, at once.");
        customer.press("F11");
        engineer.see("request-REMOTE_CONTROL");
        engineer.clickAt(viewerX(200), viewerY(200));
        engineer.type(NEVER);
        photograph("f11");
        theatre.patience.hold("nothing he types arrives", A_WHILE, () -> !note().contains(NEVER));
        customer.clickAt(CustomersDesk.EDITOR_X + 200, CustomersDesk.EDITOR_Y + 250);
        customer.press("ctrl+s");
        theatre.patience.hold("nothing of it is in her file", Duration.ofSeconds(1), () -> !note().contains(NEVER));
    }

    private void thePauseIsAStillPicture() throws StoryFailed {
        tell("She pauses: the engineer sees a still picture while her terminal goes on.");
        customer.click("pause");
        engineer.see("screenPaused");
        theatre.patience.until("the last picture before the pause is drawn", SOON, () -> {
            int[] now = viewer();
            return Optional.of(Arrays.equals(now, viewer())).filter(still -> still);
        });
        int[] still = viewer();
        photograph("paused");
        theatre.patience.hold("the picture stands still", A_WHILE, () -> Arrays.equals(still, viewer()));
        tell("She goes on, and he sees what has changed meanwhile.");
        customer.click("pause");
        theatre.patience.until(
                "the picture goes on",
                SOON,
                () -> Optional.of(!Arrays.equals(still, viewer())).filter(moved -> moved));
    }

    private void filesGoBothWays() throws StoryFailed {
        Path firmware = write("firmware-2.1.bin", 2_000_000);
        tell("He sends her a file: she sees its name and size, and allows it.");
        engineer.click("request-SEND_FILE");
        choose(engineer, firmware);
        customer.see("allow");
        photograph("asked-to-receive");
        meeting.sheAllows();
        Path arrived = theatre.folder.resolve("attendee-home/Downloads/firmware-2.1.bin");
        theatre.patience.until(
                "the file is on her computer", SOON, () -> Optional.of(arrived).filter(file -> same(firmware, file)));
        photograph("file-arrived");
        Path log = write("instrument.log", 300_000);
        tell("He asks for a file; she chooses which one, and only that one leaves.");
        engineer.click("request-TAKE_FILE");
        meeting.sheAllows();
        choose(customer, log);
        Path taken = theatre.folder.resolve("moderator-home/Downloads/instrument.log");
        theatre.patience.until(
                "the file is on his computer", SOON, () -> Optional.of(taken).filter(file -> same(log, file)));
        photograph("file-taken");
    }

    private void itEnds() throws StoryFailed {
        tell("The engineer ends the session; both sides say so.");
        engineer.click("endSession");
        engineer.click("endNow");
        customer.see("whatHappened");
        engineer.see("whatHappened");
        photograph("over");
    }

    private void theReportTells() throws StoryFailed {
        tell("The operator server has the report.");
        String session = storedReport();
        String site = theatre.site().toString();
        for (String format : List.of("text", "json", "csv")) {
            String report = theatre.operator("", "reports", "show", session, "--site", site, "--format", format);
            write(theatre.folder.resolve("report." + (format.equals("text") ? "txt" : format)), report);
            for (String word : List.of("Martin Keller", "Anna Weiss", "firmware-2.1.bin", "instrument.log")) {
                demand(report.contains(word), "the report names " + word);
            }
            if (format.equals("text")) {
                demand(report.contains("Anna Weiss shares everything"), "the report says what she showed");
                theatre.tell.accept(report);
            }
        }
    }

    /** @return the session whose report it is, the only one */
    String storedReport() throws StoryFailed {
        String site = theatre.site().toString();
        String list = theatre.patience.until("the report is stored", SOON, () -> {
            try {
                return Optional.of(theatre.operator("", "reports", "list", "--site", site, "--format", "csv"))
                        .filter(text -> text.lines().count() == 2);
            } catch (StoryFailed e) {
                throw new IllegalStateException(e);
            }
        });
        return list.lines()
                .skip(1)
                .flatMap(line -> Arrays.stream(line.split("[,\"]")))
                .filter(field -> field.matches("[0-9a-f]{32}"))
                .findFirst()
                .orElseThrow(() -> new StoryFailed("no session in the list: " + list));
    }

    // Small things.

    private void tell(String what) {
        theatre.tell.accept("%2d  %s".formatted(++step, what));
    }

    private void photograph(String what) throws StoryFailed {
        String name = "%02d-%s".formatted(++picture, what);
        engineer.photograph(theatre.folder.resolve(name + "-engineer.png"));
        customer.photograph(theatre.folder.resolve(name + "-customer.png"));
    }

    /** In the system's own file dialog: the path, and Return until the dialog is gone. */
    private void choose(Person person, Path file) throws StoryFailed {
        String dialog = theatre.patience.until(
                "the file dialog opens",
                SOON,
                () -> person.activeWindow()
                        .filter(title -> !title.contains("Beistand") && !title.contains("Mousepad")));
        person.press("ctrl+l");
        person.press("ctrl+a");
        person.type(file.toString());
        theatre.patience.until("the file dialog closes", SOON, () -> {
            try {
                if (person.activeWindow().filter(dialog::equals).isEmpty()) {
                    return Optional.of(true);
                }
                person.press("Return");
                theatre.patience.hold("it looks for the file", Duration.ofMillis(700), () -> true);
                return Optional.empty();
            } catch (StoryFailed e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void clickInEditor() throws StoryFailed {
        engineer.clickAt(viewerX(CustomersDesk.EDITOR_X + 200), viewerY(CustomersDesk.EDITOR_Y + 250));
    }

    private void saveFromAfar() throws StoryFailed {
        engineer.press("ctrl+s");
    }

    private double factor(Person.Seen screen) {
        return Math.min(
                1.0,
                Math.min(
                        (double) screen.width() / CustomersDesk.WIDTH,
                        (double) screen.height() / CustomersDesk.HEIGHT));
    }

    private int viewerX(int x) throws StoryFailed {
        Person.Seen screen = engineer.see("screen");
        double factor = factor(screen);
        return (int) (screen.x() + (screen.width() - CustomersDesk.WIDTH * factor) / 2 + x * factor);
    }

    private int viewerY(int y) throws StoryFailed {
        Person.Seen screen = engineer.see("screen");
        double factor = factor(screen);
        return (int) (screen.y() + (screen.height() - CustomersDesk.HEIGHT * factor) / 2 + y * factor);
    }

    /** Whether the engineer sees what the customer sees around that place, but for scaling. */
    private Optional<Boolean> same(int x, int y) {
        try {
            BufferedImage his = picture(engineer);
            BufferedImage hers = picture(customer);
            double factor = factor(engineer.see("screen"));
            long difference = 0;
            int half = 60;
            int[] mean = new int[6];
            for (int dy = -half; dy < half; dy += 4) {
                for (int dx = -half; dx < half; dx += 4) {
                    int a = hers.getRGB(x + dx, y + dy);
                    int b = his.getRGB(
                            viewerX(x) + (int) Math.round(dx * factor), viewerY(y) + (int) Math.round(dy * factor));
                    for (int channel = 0; channel < 3; channel++) {
                        mean[channel] += a >> 8 * channel & 0xFF;
                        mean[3 + channel] += b >> 8 * channel & 0xFF;
                    }
                    difference++;
                }
            }
            for (int channel = 0; channel < 3; channel++) {
                if (Math.abs(mean[channel] - mean[3 + channel]) > 12 * difference) {
                    return Optional.empty();
                }
            }
            return Optional.of(true);
        } catch (StoryFailed e) {
            return Optional.empty();
        }
    }

    /** The pixels of the engineer's viewer, without its frame and without the sign that it is paused. */
    private int[] viewer() {
        try {
            BufferedImage all = picture(engineer);
            int left = viewerX(600);
            int top = viewerY(430);
            int width = viewerX(1200) - left;
            int height = viewerY(640) - top;
            return all.getRGB(left, top, width, height, null, 0, width);
        } catch (StoryFailed e) {
            throw new IllegalStateException(e);
        }
    }

    private BufferedImage picture(Person person) throws StoryFailed {
        Path file = theatre.work.resolve("look-" + System.identityHashCode(person) + ".png");
        person.photograph(file);
        try {
            return ImageIO.read(file.toFile());
        } catch (IOException e) {
            throw new StoryFailed("a picture cannot be read: " + e.getMessage());
        }
    }

    private String note() {
        try {
            return Files.readString(desk.note());
        } catch (IOException e) {
            return "";
        }
    }

    private Path write(String name, int size) throws StoryFailed {
        byte[] bytes = new byte[size];
        new SplittableRandom(size).nextBytes(bytes);
        Path file = theatre.folder.resolve(name);
        try {
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new StoryFailed("cannot be written: " + file);
        }
    }

    private static void write(Path file, String text) throws StoryFailed {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new StoryFailed("cannot be written: " + file);
        }
    }

    private static boolean same(Path one, Path other) {
        try {
            return Files.exists(other) && Files.mismatch(one, other) < 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static void demand(boolean so, String what) throws StoryFailed {
        if (!so) {
            throw new StoryFailed("not so: " + what);
        }
    }
}

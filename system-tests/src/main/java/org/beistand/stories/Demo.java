package org.beistand.stories;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A whole session in front of everybody's eyes: {@code ./beistand demo}. Ends with 1 and says which step when one did not
 * happen.
 */
public final class Demo {
    private Demo() {}

    public static void main(String[] arguments) throws IOException {
        Plan plan = plan(List.of(arguments));
        PrintStream out = System.out;
        Files.createDirectories(plan.folder());
        Path home = Path.of(System.getProperty("beistand.home", ".")).toAbsolutePath();
        try (Theatre theatre = Theatre.open(home, plan.folder(), plan.attendee(), plan.moderator(), out::println)) {
            if (plan.interactive()) {
                theatre.startPrograms();
                theatre.stayOpen();
                return;
            }
            new Play(theatre).perform();
            out.println("Every step happened. Pictures, the files and the report are in " + plan.folder());
        } catch (StoryFailed e) {
            out.println("FAILED: " + e.getMessage());
            out.println("The logs and the pictures so far are in " + plan.folder());
            System.exit(1);
        }
        System.exit(0);
    }

    /** @param attendee the display of the customer's desktop @param moderator that of the engineer's */
    private record Plan(Path folder, String attendee, String moderator, boolean interactive) {}

    private static Plan plan(List<String> arguments) {
        List<String> rest = new ArrayList<>(arguments);
        boolean interactive = rest.remove("--interactive");
        rest.remove("--keep");
        String own = String.valueOf(System.getenv("DISPLAY"));
        return new Plan(
                Path.of(value(rest, "--folder", "demo")).toAbsolutePath(),
                value(rest, "--attendee-display", own),
                value(rest, "--moderator-display", own),
                interactive);
    }

    private static String value(List<String> arguments, String option, String otherwise) {
        int at = arguments.indexOf(option);
        return at < 0 || at + 1 >= arguments.size() ? otherwise : arguments.get(at + 1);
    }
}

package org.beistand.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.beistand.client.platform.x11.VirtualDisplay;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A program is gone from one moment to the next, as with its machine's power. */
class KilledProgramTest {
    private static final String LOST = "was lost";

    @Test
    @Tag("001-80")
    @Tag("001-138")
    void whoIsLeftHearsWhatHappenedAndTheReportIsComplete() throws Exception {
        Path home = Path.of("..").toAbsolutePath().normalize();
        Path folder = Files.createTempDirectory(home.resolve("system-tests/target"), "killed-");
        try (VirtualDisplay customers = VirtualDisplay.start(CustomersDesk.WIDTH, CustomersDesk.HEIGHT);
                VirtualDisplay engineers = VirtualDisplay.start(1600, 1000)) {
            customers.withWindowManager();
            engineers.withWindowManager();
            try (Theatre theatre = Theatre.open(home, folder, customers.name(), engineers.name(), step -> {})) {
                JsonNode report = play(theatre);
                assertEquals("PARTICIPANT_LOST", report.get("reason").asText());
                assertTrue(report.get("complete").asBoolean());
                assertTrue(
                        says(report, 1, "RIGHT_ENDED", 2, "REMOTE_CONTROL"), "the engineer's side, of the first time");
                assertTrue(says(report, 1, "RIGHT_ENDED", 2, "VIEW_SCREEN"), "the engineer's side, of the first time");
                assertTrue(says(report, 3, "RIGHT_ENDED", 3, "VIEW_SCREEN"), "the customer's side, of the second time");
            }
        }
    }

    private static JsonNode play(Theatre theatre) throws Exception {
        Play play = new Play(theatre);
        play.everythingIsReady();
        String number = play.theyMeet();
        play.theScreenIsShown();
        play.theEngineerOperates();
        theatre.troupe.kill("attendee");
        theatre.engineer.seeText(LOST);

        theatre.startAttendee();
        play.sheComesIn(number, 3);
        play.theScreenIsShown();
        theatre.troupe.kill("moderator");
        theatre.customer.see("whatHappened");
        theatre.customer.seeText(LOST);

        String site = theatre.site().toString();
        String session = play.storedReport();
        return new ObjectMapper()
                .readTree(theatre.operator("", "reports", "show", session, "--site", site, "--format", "json"));
    }

    private static boolean says(JsonNode report, int witness, String kind, int owner, String permission) {
        return report.get("testimony")
                .valueStream()
                .filter(one -> one.get("witness").asInt() == witness)
                .map(one -> one.get("statement"))
                .anyMatch(one -> one.get("kind").asText().equals(kind)
                        && one.get("owner").asInt() == owner
                        && one.get("permission").asText().equals(permission));
    }
}

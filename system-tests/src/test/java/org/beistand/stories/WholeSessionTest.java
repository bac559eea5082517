package org.beistand.stories;

import java.nio.file.Files;
import java.nio.file.Path;
import org.beistand.client.platform.x11.VirtualDisplay;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The play of {@code ./beistand demo}: all programs as processes of their own, real windows, real desktops. */
class WholeSessionTest {
    @Test
    @Tag("001-14")
    @Tag("001-19")
    @Tag("001-21")
    @Tag("001-25")
    @Tag("001-30")
    @Tag("001-44")
    @Tag("001-52")
    @Tag("001-124")
    void aWholeSessionIsPlayedWithRealWindows() throws Exception {
        Path home = Path.of("..").toAbsolutePath().normalize();
        Path folder = Files.createTempDirectory(home.resolve("system-tests/target"), "whole-session-");
        try (VirtualDisplay customers = VirtualDisplay.start(CustomersDesk.WIDTH, CustomersDesk.HEIGHT);
                VirtualDisplay engineers = VirtualDisplay.start(1600, 1000)) {
            customers.withWindowManager();
            engineers.withWindowManager();
            try (Theatre theatre = Theatre.open(home, folder, customers.name(), engineers.name(), step -> {})) {
                new Play(theatre).perform();
            }
        }
    }
}

package org.beistand.attendee;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.beistand.client.meeting.AttendeeWay;
import org.beistand.client.meeting.InstalledPackage;
import org.beistand.client.meeting.Way;
import org.beistand.client.platform.Platforms;
import org.beistand.client.start.ClientStart;

/** The attendee's program. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        ClientStart.begin(
                List.of(arguments),
                new ClientStart.Kind("attendee", InstalledPackage::ofAttendee, Main::show),
                new ClientStart.Machine(
                        Path.of(System.getProperty("user.home")),
                        Platforms.thisMachine(),
                        Locale.getDefault(),
                        Clock.systemUTC(),
                        new SecureRandom(),
                        System.out,
                        System.err,
                        System::exit));
    }

    private static void show(Way way, ClientStart.Tools tools) {
        new AttendeeProgram(
                        new AttendeeWay(way),
                        tools.pack().site(),
                        new AttendeeProgram.Surroundings(
                                tools.texts(),
                                tools.ticker(),
                                tools.clock(),
                                tools.downloads(),
                                tools.files(),
                                tools.own(),
                                tools.exit()))
                .start();
    }
}

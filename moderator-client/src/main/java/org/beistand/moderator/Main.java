package org.beistand.moderator;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.beistand.client.meeting.InstalledPackage;
import org.beistand.client.meeting.ModeratorWay;
import org.beistand.client.meeting.Way;
import org.beistand.client.platform.MailProgram;
import org.beistand.client.platform.Platforms;
import org.beistand.client.platform.kerberos.KerberosTickets;
import org.beistand.client.start.ClientStart;

/** The moderator's program. */
public final class Main {
    /** Somebody who has no ticket is not kept from typing his password. */
    private static final Duration TICKET_PATIENCE = Duration.ofSeconds(2);

    private Main() {}

    public static void main(String[] arguments) {
        drawAtOnce();
        ClientStart.begin(
                List.of(arguments),
                new ClientStart.Kind("moderator", InstalledPackage::ofModerator, Main::show),
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

    /** A change on the other screen waits longest here, for this window to be drawn: see docs/decisions/0018-viewing.md. */
    private static void drawAtOnce() {
        System.setProperty("javafx.animation.pulse", System.getProperty("javafx.animation.pulse", "240"));
        if (System.getProperty("prism.order", "").equals("sw")) {
            System.setProperty("quantum.multithreaded", System.getProperty("quantum.multithreaded", "false"));
        }
    }

    private static void show(Way way, ClientStart.Tools tools) {
        new ModeratorProgram(
                        new ModeratorWay(way, KerberosTickets.ofThisMachine(), TICKET_PATIENCE),
                        tools.pack().site(),
                        new ModeratorProgram.Surroundings(
                                tools.texts(),
                                tools.ticker(),
                                ZoneId.systemDefault(),
                                tools.files(),
                                MailProgram.ofThisMachine()::open,
                                tools.own(),
                                tools.exit()))
                .start();
    }
}

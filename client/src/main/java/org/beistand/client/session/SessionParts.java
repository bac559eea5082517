package org.beistand.client.session;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.beistand.client.desktop.Desktop;
import org.beistand.client.files.Unfinished;
import org.beistand.client.release.OwnWindows;
import org.beistand.crypto.handshake.SessionPassword;
import org.beistand.protocol.service.SignedTicket;
import org.beistand.protocol.value.SessionNumber;

/**
 * What a session is made with.
 *
 * @param ticket for the communication server
 * @param number to be read out, for a moderator
 * @param expires until when the number is good, for a moderator
 * @param password that guests must know, for a moderator who wants one
 * @param passwordRequired whether a guest comes in nowhere without one
 * @param channels makes the sealed channels
 * @param desktop this machine
 * @param announced what the windows say of themselves
 * @param unfinished where files on their way in are noted
 * @param takenFolder where files land that were taken from others
 */
public record SessionParts(
        SignedTicket ticket,
        Optional<SessionNumber> number,
        Optional<Instant> expires,
        Optional<SessionPassword> password,
        boolean passwordRequired,
        Channels channels,
        Desktop desktop,
        OwnWindows.Announced announced,
        Unfinished unfinished,
        Path takenFolder) {}

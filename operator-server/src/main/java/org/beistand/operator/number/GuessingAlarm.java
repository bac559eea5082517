package org.beistand.operator.number;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in the log that numbers are being guessed. The events' names are a promise to the administrators' tools:
 *
 * <pre>
 *   event=guessing-source  source=3f2a91c07be4d510 wrong=3 pause=120s   a source begins to wait, or waits the longest
 *   event=guessing-network network=77b0c1e9a2d4f386                     a network has used up its common budget
 *   event=guessing-server                                               everybody together has used up the server's
 * </pre>
 *
 * Sources stand under names that last as long as this server runs: two lines can be compared, an address cannot be read.
 */
public final class GuessingAlarm {
    private static final Logger LOG = LoggerFactory.getLogger(GuessingAlarm.class);
    private static final Duration REPEAT = Duration.ofHours(1);
    private static final int REMEMBERED = 1000;
    private static final int NAME_BYTES = 8;

    private static final Budget.Size LINES = new Budget.Size(200, Duration.ofSeconds(18));

    private final byte[] salt = new byte[16];
    private final Budget lines;
    private final Recent<Instant> networks = new Recent<>(REMEMBERED);
    private Instant serverAgain;
    private long unsaid;

    public GuessingAlarm(SecureRandom random, Instant now) {
        random.nextBytes(salt);
        lines = new Budget(LINES, now);
        serverAgain = now;
    }

    synchronized void climbed(Source source, int wrong, Duration pause, Instant now) {
        // The first pause and the longest: between them nothing new is to be learnt.
        if (wrong == Ladder.FREE + 1 || wrong == Ladder.TOP) {
            say(
                    "event=guessing-source source=" + name(source.address()) + " wrong=" + wrong + " pause="
                            + pause.toSeconds() + "s",
                    now);
        }
    }

    synchronized void crowd(Source source, boolean wholeServer, Instant now) {
        if (wholeServer) {
            if (!now.isBefore(serverAgain) || Duration.between(now, serverAgain).compareTo(REPEAT) > 0) {
                serverAgain = now.plus(REPEAT);
                say("event=guessing-server", now);
            }
            return;
        }
        boolean again = networks.find(source.network())
                .map(said -> !now.isBefore(said.plus(REPEAT)))
                .orElse(true);
        if (again) {
            networks.put(source.network(), now);
            say("event=guessing-network network=" + name(source.network()), now);
        }
    }

    private void say(String line, Instant now) {
        if (lines.wait(now).isPositive()) {
            unsaid++;
            return;
        }
        lines.take(now);
        if (unsaid > 0) {
            LOG.warn("{} unsaid={}", line, unsaid);
            unsaid = 0;
        } else {
            LOG.warn("{}", line);
        }
    }

    private String name(String key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            byte[] hash = digest.digest(key.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash, 0, NAME_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.beistand.crypto.handshake;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.beistand.crypto.channel.Binding;
import org.beistand.protocol.wire.Octets;

/**
 * The side that listens and picks.
 *
 * <pre>
 *   FRESH --committed--> ANSWERED --revealed, fits the commitment--> KNOWN: choices can be shown
 *     anything out of turn, or a nonce that does not fit --> OVER
 * </pre>
 */
public final class AttendeeCheck {
    /** How many codes are shown. */
    public static final int CHOICES = 3;

    private enum State {
        FRESH,
        ANSWERED,
        KNOWN,
        OVER
    }

    private final Binding binding;
    private final byte[] nonce = new byte[CheckFormula.NONCE_BYTES];
    private State state = State.FRESH;
    private Octets commitment = Octets.EMPTY;
    private Optional<SpokenCode> code = Optional.empty();

    public AttendeeCheck(Binding binding, SecureRandom random) {
        this.binding = binding;
        random.nextBytes(nonce);
    }

    /** Whether nothing has come yet. */
    public boolean isFresh() {
        return state == State.FRESH;
    }

    /**
     * The moderator's commitment came.
     *
     * @return the nonce for {@code CheckAnswered}; empty if it came out of turn, and then the check has failed
     */
    public Optional<Octets> committed(Octets moderators) {
        if (state != State.FRESH) {
            fail();
            return Optional.empty();
        }
        state = State.ANSWERED;
        commitment = moderators;
        return Optional.of(Octets.of(nonce.clone()));
    }

    /**
     * The moderator's nonce came.
     *
     * @return the code that he reads aloud if nobody is in the middle; empty if the nonce does not fit his commitment or came
     *     out of turn, and then the check has failed and somebody may be in the middle
     */
    public Optional<SpokenCode> revealed(Octets moderators) {
        byte[] theirs = moderators.toArray();
        if (state != State.ANSWERED
                || theirs.length != CheckFormula.NONCE_BYTES
                || !MessageDigest.isEqual(
                        CheckFormula.commitment(binding, theirs).toArray(), commitment.toArray())) {
            fail();
            return Optional.empty();
        }
        code = Optional.of(CheckFormula.code(binding, theirs, nonce));
        state = State.KNOWN;
        Arrays.fill(nonce, (byte) 0);
        return code;
    }

    /**
     * Different codes in random order, the right one among them, so that nobody can simply say yes.
     *
     * @throws IllegalStateException while there is no right one
     */
    public List<SpokenCode> choices(SecureRandom random) {
        SpokenCode right = code.orElseThrow(() -> new IllegalStateException("there is no code yet"));
        List<SpokenCode> choices = new ArrayList<>(List.of(right));
        while (choices.size() < CHOICES) {
            SpokenCode other = new SpokenCode(random.nextInt(SpokenCode.HOW_MANY));
            if (!choices.contains(other)) {
                choices.add(other);
            }
        }
        Collections.shuffle(choices, random);
        return List.copyOf(choices);
    }

    private void fail() {
        state = State.OVER;
        code = Optional.empty();
        Arrays.fill(nonce, (byte) 0);
    }
}

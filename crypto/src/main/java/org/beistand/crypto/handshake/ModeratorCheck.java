package org.beistand.crypto.handshake;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.beistand.crypto.channel.Binding;
import org.beistand.protocol.wire.Octets;

/**
 * The side that reads the code aloud.
 *
 * <pre>
 *   FRESH --commitment--> COMMITTED --answered--> REVEALED: the code stands
 *     anything out of turn --> OVER
 * </pre>
 */
public final class ModeratorCheck {
    private enum State {
        FRESH,
        COMMITTED,
        REVEALED,
        OVER
    }

    private final Binding binding;
    private final byte[] nonce = new byte[CheckFormula.NONCE_BYTES];
    private State state = State.FRESH;
    private Optional<SpokenCode> code = Optional.empty();

    public ModeratorCheck(Binding binding, SecureRandom random) {
        this.binding = binding;
        random.nextBytes(nonce);
    }

    /**
     * The first step: for {@code CheckCommitted}.
     *
     * @throws IllegalStateException if it was asked for before
     */
    public Octets commitment() {
        if (state != State.FRESH) {
            throw new IllegalStateException("there is one commitment");
        }
        state = State.COMMITTED;
        return CheckFormula.commitment(binding, nonce);
    }

    /**
     * The attendee's nonce came.
     *
     * @return what to reveal in {@code CheckRevealed}; empty if it came out of turn or is none, and then the check has failed
     */
    public Optional<Octets> answered(Octets attendees) {
        boolean inTurn = state == State.COMMITTED && attendees.length() == CheckFormula.NONCE_BYTES;
        Optional<Octets> reveal = Optional.empty();
        if (inTurn) {
            code = Optional.of(CheckFormula.code(binding, nonce, attendees.toArray()));
            reveal = Optional.of(Octets.of(nonce.clone()));
        } else {
            code = Optional.empty();
        }
        state = inTurn ? State.REVEALED : State.OVER;
        Arrays.fill(nonce, (byte) 0);
        return reveal;
    }

    /** To be read aloud; empty until the nonces are exchanged, and when the check has failed. */
    public Optional<SpokenCode> code() {
        return code;
    }
}

package org.beistand.operator.login;

import java.time.Duration;
import org.beistand.protocol.value.Reason;

/** The answer to a try to sign in. */
public sealed interface SignInOutcome {
    record Entitled(EntitledModerator moderator) implements SignInOutcome {}

    /** The password was right, and something more is asked for. */
    record Asked(LocalSignIn signIn) implements SignInOutcome {}

    /** @param pause how long to wait before another try, zero if at once */
    record Denied(Reason reason, Duration pause) implements SignInOutcome {}
}

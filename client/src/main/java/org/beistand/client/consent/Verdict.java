package org.beistand.client.consent;

import org.beistand.protocol.value.Reason;

/** What the gate says about an action. */
public sealed interface Verdict<A> {
    /** It may be done, now. */
    record Allowed<A>(Permitted<A> permitted) implements Verdict<A> {}

    /** Nothing is to be done. */
    record Refused<A>(Reason reason) implements Verdict<A> {}
}

package org.beistand.operator.login;

import java.time.Instant;
import java.util.List;
import org.beistand.protocol.value.Attested;

/**
 * On what somebody's right to open sessions rests, and when it ends.
 *
 * @param attested empty where the site asks for nothing
 * @param until the first moment without it
 */
public record Entitlement(List<Attested> attested, Instant until) { // 001-115, 001-116, 001-117
    /** That of somebody who was not looked at yet: no certificate is issued with it. */
    static final Entitlement NOT_CHECKED = new Entitlement(List.of(), Instant.MIN);

    /** Where the site asks for none. */
    static final Entitlement NOT_ASKED = new Entitlement(List.of(), Instant.MAX);
}

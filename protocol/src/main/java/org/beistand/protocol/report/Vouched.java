package org.beistand.protocol.report;

import java.util.List;
import org.beistand.protocol.value.Attested;
import org.beistand.protocol.wire.Codec;

/**
 * What the operator server knew of a moderator when it gave him his session.
 *
 * @param account which one, also where several have the same name: {@code local:} and the login or {@code directory:} and the SID
 * @param attested on what his entitlement rested; empty where the site asked for none
 */
public record Vouched(String account, List<Attested> attested) {
    public static final Codec<Vouched> CODEC =
            Codec.of(Codec.text(200), Vouched::account, Codec.list(Attested.CODEC, 3), Vouched::attested, Vouched::new);
}

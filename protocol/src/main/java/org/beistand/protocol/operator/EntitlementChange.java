package org.beistand.protocol.operator;

import java.time.Instant;
import java.util.Optional;
import org.beistand.protocol.value.Attested;
import org.beistand.protocol.value.Evidence;
import org.beistand.protocol.wire.Codec;

/** What an administrator did to an entitlement.
 *
 * @param by the name in his certificate
 * @param attested as it is since then; absent if it was struck out
 */
public record EntitlementChange(Instant at, String by, String account, Evidence evidence, Optional<Attested> attested) {
    public static final Codec<EntitlementChange> CODEC = Codec.of(
            Codec.INSTANT,
            EntitlementChange::at,
            Codec.text(200),
            EntitlementChange::by,
            Codec.text(200),
            EntitlementChange::account,
            Evidence.CODEC,
            EntitlementChange::evidence,
            Codec.optional(Attested.CODEC),
            EntitlementChange::attested,
            EntitlementChange::new);
}

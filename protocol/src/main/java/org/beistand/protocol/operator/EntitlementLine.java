package org.beistand.protocol.operator;

import org.beistand.protocol.value.Attested;
import org.beistand.protocol.wire.Codec;

/** Somebody's training, briefing or undertaking.
 *
 * @param account {@code local:} and a login, {@code directory:} and a SID, or one of these alone
 */
public record EntitlementLine(String account, Attested attested) {
    public static final Codec<EntitlementLine> CODEC = Codec.of(
            Codec.text(200), EntitlementLine::account, Attested.CODEC, EntitlementLine::attested, EntitlementLine::new);
}

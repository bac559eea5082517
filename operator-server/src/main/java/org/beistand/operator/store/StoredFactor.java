package org.beistand.operator.store;

import java.time.Instant;
import java.util.List;
import org.beistand.protocol.wire.Octets;

/**
 * One user's second factor.
 *
 * @param key the folded login
 * @param sealed the authenticator's secret, sealed for this key
 * @param recovery hashes of the recovery codes that are left
 * @param usedUpTo the step of the last code that was accepted
 * @param wrong codes in a row
 * @param lockedUntil no code is looked at before
 * @param version counts the changes
 */
public record StoredFactor(
        String key, Octets sealed, List<String> recovery, long usedUpTo, int wrong, Instant lockedUntil, long version) {
    @Override
    public String toString() {
        return "StoredFactor[hidden]";
    }
}

package org.beistand.operator.login;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.beistand.crypto.identity.Anchors;
import org.beistand.crypto.identity.KeyRefused;
import org.beistand.crypto.identity.SealingKey;
import org.beistand.crypto.identity.SiteAuthority;
import org.beistand.operator.store.Database;
import org.beistand.operator.store.SqlEntitlements;
import org.beistand.operator.store.SqlFactors;
import org.beistand.operator.store.SqlUsers;

/** Second factors over a real database and a real key, and what else accounts need. */
public final class Factors {
    private Factors() {}

    /** Nobody needs one, unless he is told to. */
    public static SecondFactors none(Database database, Path folder, Clock clock) {
        return with(database, folder, clock, false);
    }

    static SecondFactors with(Database database, Path folder, Clock clock, boolean requiredOfAll) {
        SecureRandom random = new SecureRandom();
        try {
            Path file = folder.resolve("second-factor-" + System.nanoTime() + ".key");
            Anchors anchors =
                    Anchors.of(SiteAuthority.create("Optik Süd", clock, random).certificate());
            SealingKey.write(file, anchors, random);
            return new SecondFactors(
                    new SqlFactors(database), SealingKey.read(file, anchors, random), requiredOfAll, clock, random);
        } catch (IOException | KeyRefused e) {
            throw new IllegalStateException(e);
        }
    }

    public static Entitlements noEntitlementNeeded(Database database, Clock clock) {
        return new Entitlements(new SqlEntitlements(database), new SqlUsers(database), false, clock);
    }
}

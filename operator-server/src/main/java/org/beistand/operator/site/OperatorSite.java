package org.beistand.operator.site;

import java.nio.file.Path;
import java.time.Instant;
import org.beistand.crypto.identity.Anchors;
import org.beistand.crypto.identity.CertifiedRole;
import org.beistand.crypto.identity.Identity;
import org.beistand.crypto.identity.KeyFile;
import org.beistand.crypto.identity.KeyRefused;

/**
 * The folder of the operator server, read and found good.
 *
 * @param sessionIssuer signs the certificates of moderators
 * @param database the folder of the database file
 */
public record OperatorSite(
        OperatorConfiguration configuration,
        Anchors anchors,
        Identity identity,
        Identity sessionIssuer,
        Path database) {

    /** @throws SiteRefused naming the file that is missing, foreign, readable by others or wrong */
    public static OperatorSite read(Path given, Instant now) throws SiteRefused {
        Path folder = SiteFolder.operator(given);
        OperatorConfiguration configuration = OperatorConfiguration.read(folder);
        try {
            Anchors anchors = Anchors.read(folder.resolve(SiteFolder.ANCHORS));
            return new OperatorSite(
                    configuration,
                    anchors,
                    KeyFile.read(folder.resolve(SiteFolder.OPERATOR_KEY), CertifiedRole.OPERATOR_SERVER, anchors, now),
                    KeyFile.read(folder.resolve(SiteFolder.ISSUER_KEY), CertifiedRole.SESSION_ISSUER, anchors, now),
                    folder.resolve(SiteFolder.DATA));
        } catch (KeyRefused e) {
            throw new SiteRefused(e);
        }
    }
}

package org.beistand.operator.site;

import java.nio.file.Path;
import java.time.Instant;
import org.beistand.crypto.identity.Anchors;
import org.beistand.crypto.identity.CertifiedRole;
import org.beistand.crypto.identity.Identity;
import org.beistand.crypto.identity.KeyFile;
import org.beistand.crypto.identity.KeyRefused;

/** The folder of the administrator, read and found good. */
public record AdministratorSite(ClientConfiguration configuration, Anchors anchors, Identity identity) {

    /** @throws SiteRefused naming the file that is missing, foreign, readable by others or wrong */
    public static AdministratorSite read(Path given, Instant now) throws SiteRefused {
        Path folder = SiteFolder.administrator(given);
        ClientConfiguration configuration = ClientConfiguration.read(folder);
        try {
            Anchors anchors = Anchors.read(folder.resolve(SiteFolder.ANCHORS));
            return new AdministratorSite(
                    configuration,
                    anchors,
                    KeyFile.read(
                            folder.resolve(SiteFolder.ADMINISTRATOR_KEY), CertifiedRole.ADMINISTRATOR, anchors, now));
        } catch (KeyRefused e) {
            throw new SiteRefused(e);
        }
    }
}

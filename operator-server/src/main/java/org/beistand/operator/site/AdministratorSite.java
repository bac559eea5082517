package org.beistand.operator.site;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.beistand.crypto.identity.Anchors;
import org.beistand.crypto.identity.CertifiedRole;
import org.beistand.crypto.identity.Identity;
import org.beistand.crypto.identity.KeyFile;
import org.beistand.crypto.identity.KeyRefused;

/** The folder of the administrator or the auditor, read and found good. */
public record AdministratorSite(ClientConfiguration configuration, Anchors anchors, Identity identity) {

    /** @throws SiteRefused naming the file that is missing, foreign, readable by others or wrong */
    public static AdministratorSite read(Path given, Instant now) throws SiteRefused {
        return read(SiteFolder.administrator(given), SiteFolder.ADMINISTRATOR_KEY, CertifiedRole.ADMINISTRATOR, now);
    }

    /** Of an auditor, or of an administrator who reads reports. */
    public static AdministratorSite readForReports(Path given, Instant now) throws SiteRefused {
        Path folder = SiteFolder.reader(given);
        return Files.exists(folder.resolve(SiteFolder.ADMINISTRATOR_KEY))
                ? read(folder, SiteFolder.ADMINISTRATOR_KEY, CertifiedRole.ADMINISTRATOR, now)
                : read(folder, SiteFolder.AUDITOR_KEY, CertifiedRole.AUDITOR, now);
    }

    private static AdministratorSite read(Path folder, String key, CertifiedRole role, Instant now) throws SiteRefused {
        ClientConfiguration configuration = ClientConfiguration.read(folder);
        try {
            Anchors anchors = Anchors.read(folder.resolve(SiteFolder.ANCHORS));
            return new AdministratorSite(configuration, anchors, KeyFile.read(folder.resolve(key), role, anchors, now));
        } catch (KeyRefused e) {
            throw new SiteRefused(e);
        }
    }
}

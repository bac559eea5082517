package org.beistand.operator.site;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.beistand.crypto.identity.Anchors;
import org.beistand.crypto.identity.CertifiedRole;
import org.beistand.crypto.identity.Identity;
import org.beistand.crypto.identity.KeyFile;
import org.beistand.crypto.identity.KeyRefused;
import org.beistand.crypto.identity.SealingKey;

/**
 * The folder of the operator server, read and found good.
 *
 * @param sessionIssuer signs the certificates of moderators
 * @param sealing seals the secrets of second factors
 * @param database the folder of the database file
 * @param directory of the moderators, if there is one
 * @param mail server for invitations, if there is one
 */
public record OperatorSite(
        OperatorConfiguration configuration,
        Anchors anchors,
        Identity identity,
        Identity sessionIssuer,
        SealingKey sealing,
        Path database,
        Optional<DirectorySite> directory,
        Optional<MailSite> mail) {

    /** @throws SiteRefused naming the file that is missing, foreign, readable by others or wrong */
    public static OperatorSite read(Path given, Instant now, SecureRandom random) throws SiteRefused {
        Path folder = SiteFolder.operator(given);
        OperatorConfiguration configuration = OperatorConfiguration.read(folder);
        try {
            Anchors anchors = Anchors.read(folder.resolve(SiteFolder.ANCHORS));
            Identity identity =
                    KeyFile.read(folder.resolve(SiteFolder.OPERATOR_KEY), CertifiedRole.OPERATOR_SERVER, anchors, now);
            return new OperatorSite(
                    configuration,
                    anchors,
                    identity,
                    KeyFile.read(folder.resolve(SiteFolder.ISSUER_KEY), CertifiedRole.SESSION_ISSUER, anchors, now),
                    SealingKey.read(folder.resolve(SiteFolder.SEALING_KEY), anchors, random),
                    folder.resolve(SiteFolder.DATA),
                    configuration.directory().isPresent()
                            ? Optional.of(DirectorySite.read(
                                    configuration.directory().get(), folder, identity.certificate(), now))
                            : Optional.empty(),
                    configuration.mail().isPresent()
                            ? Optional.of(MailSite.read(configuration.mail().get(), folder, now))
                            : Optional.empty());
        } catch (KeyRefused e) {
            throw new SiteRefused(e);
        }
    }
}

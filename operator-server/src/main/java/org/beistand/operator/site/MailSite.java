package org.beistand.operator.site;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.beistand.crypto.identity.KeyRefused;
import org.beistand.crypto.identity.SecretFile;
import org.beistand.operator.mail.MailSettings;

/** The mail server's configuration with the files that belong to it, read and found good. */
public record MailSite(MailConfiguration configuration, MailSettings settings) {
    /** @throws SiteRefused naming the file that is missing, readable by others or wrong */
    static MailSite read(MailConfiguration configuration, Path folder, Instant now) throws SiteRefused {
        return new MailSite(
                configuration,
                new MailSettings(
                        configuration.server(),
                        Authorities.read(folder.resolve(configuration.certificates()), now),
                        configuration.sender(),
                        configuration.account().isPresent()
                                ? Optional.of(account(configuration.account().get(), folder))
                                : Optional.empty(),
                        MailSettings.Limits.USUAL));
    }

    private static MailSettings.Account account(MailConfiguration.Account account, Path folder) throws SiteRefused {
        try {
            return new MailSettings.Account(
                    account.user(), SecretFile.readLine(folder.resolve(account.passwordFile())));
        } catch (KeyRefused e) {
            throw new SiteRefused(e);
        }
    }
}

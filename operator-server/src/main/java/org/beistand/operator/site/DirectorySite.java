package org.beistand.operator.site;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.beistand.crypto.identity.KeyRefused;
import org.beistand.crypto.identity.SecretFile;
import org.beistand.crypto.secret.Secret;
import org.beistand.operator.login.SignIns;
import org.beistand.operator.login.directory.ActiveDirectory;
import org.beistand.operator.login.directory.DirectorySettings;
import org.beistand.protocol.value.Reason;

/** The directory's configuration with the files that belong to it, read and found good. */
public record DirectorySite(DirectoryConfiguration configuration, DirectorySettings settings) {
    private static final int LARGEST = 256 * 1024;

    /** @throws SiteRefused naming the file that is missing, readable by others or wrong */
    static DirectorySite read(DirectoryConfiguration configuration, Path folder, Instant now) throws SiteRefused {
        Path certificates = folder.resolve(configuration.certificates());
        List<X509Certificate> anchors = authorities(certificates, now);
        Secret password;
        try {
            password = SecretFile.readLine(folder.resolve(configuration.passwordFile()));
        } catch (KeyRefused e) {
            throw new SiteRefused(e);
        }
        return new DirectorySite(
                configuration,
                new DirectorySettings(
                        configuration.domain(),
                        configuration.controllers(),
                        configuration.security(),
                        anchors,
                        configuration.account(),
                        password,
                        configuration.base(),
                        configuration.groups(),
                        DirectorySettings.Limits.USUAL));
    }

    private static List<X509Certificate> authorities(Path file, Instant now) throws SiteRefused {
        List<X509Certificate> found = new ArrayList<>();
        try {
            if (Files.notExists(file)) {
                throw new SiteRefused(Reason.KEY_MISSING, file.toString());
            }
            if (Files.size(file) > LARGEST) {
                throw wrong(file, "size");
            }
            ByteArrayInputStream pem = new ByteArrayInputStream(Files.readAllBytes(file));
            for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                if (!(one instanceof X509Certificate authority) || authority.getBasicConstraints() < 0) {
                    throw wrong(file, "not an authority");
                }
                authority.checkValidity(Date.from(now));
                found.add(authority);
            }
        } catch (CertificateException e) {
            throw wrong(file, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw wrong(file, "?");
        }
        if (found.isEmpty()) {
            throw wrong(file, "no certificate");
        }
        return found;
    }

    private static SiteRefused wrong(Path file, String what) {
        return new SiteRefused(Reason.CONFIGURATION_WRONG, file + " (" + what + ")");
    }

    /** @param directory made of these settings */
    public SignIns.Domain domain(ActiveDirectory directory) {
        return new SignIns.Domain(
                configuration.realms(), directory, configuration.tries(), configuration.triesWindow());
    }
}

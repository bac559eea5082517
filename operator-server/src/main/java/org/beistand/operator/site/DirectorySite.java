package org.beistand.operator.site;

import java.nio.file.Path;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.beistand.crypto.identity.KeyRefused;
import org.beistand.crypto.identity.SecretFile;
import org.beistand.crypto.secret.Secret;
import org.beistand.operator.login.SignIns;
import org.beistand.operator.login.directory.ActiveDirectory;
import org.beistand.operator.login.directory.DirectorySettings;
import org.beistand.operator.login.kerberos.KerberosTickets;
import org.beistand.operator.login.kerberos.ServiceKeys;

/** The directory's configuration with the files that belong to it, read and found good. */
public record DirectorySite(
        DirectoryConfiguration configuration, DirectorySettings settings, Optional<ServiceKeys> tickets) {
    /**
     * @param operator the operator server's own certificate, which says what hosts it is
     * @throws SiteRefused naming the file that is missing, readable by others, foreign or wrong
     */
    static DirectorySite read(DirectoryConfiguration configuration, Path folder, X509Certificate operator, Instant now)
            throws SiteRefused {
        List<X509Certificate> anchors = Authorities.read(folder.resolve(configuration.certificates()), now);
        Secret password;
        try {
            password = SecretFile.readLine(folder.resolve(configuration.passwordFile()));
        } catch (KeyRefused e) {
            throw new SiteRefused(e);
        }
        Optional<ServiceKeys> tickets = configuration.keytab().isPresent()
                ? Optional.of(
                        keys(folder.resolve(configuration.keytab().get()), hosts(operator), configuration.domain()))
                : Optional.empty();
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
                        DirectorySettings.Limits.USUAL),
                tickets);
    }

    private static ServiceKeys keys(Path file, Set<String> hosts, String domain) throws SiteRefused {
        try {
            byte[] keytab = SecretFile.readAll(file);
            try {
                return ServiceKeys.read(keytab, hosts, domain);
            } finally {
                Arrays.fill(keytab, (byte) 0);
            }
        } catch (KeyRefused e) {
            throw new SiteRefused(e);
        } catch (ServiceKeys.Refused e) {
            throw new SiteRefused(e.reason(), file + " (" + e.getMessage() + ")");
        }
    }

    /** Names and addresses, as clients reach this server by them. */
    private static Set<String> hosts(X509Certificate operator) {
        Set<String> hosts = new TreeSet<>();
        try {
            Collection<List<?>> names = operator.getSubjectAlternativeNames();
            if (names != null) {
                names.forEach(one -> hosts.add(String.valueOf(one.get(1))));
            }
        } catch (CertificateParsingException e) {
            throw new IllegalStateException("our own certificate", e);
        }
        return hosts;
    }

    /** @param directory made of these settings @param taken made of these keys */
    public SignIns.Domain domain(ActiveDirectory directory, Optional<KerberosTickets> taken) {
        return new SignIns.Domain(
                configuration.realms(),
                directory,
                configuration.tries(),
                configuration.triesWindow(),
                taken.map(one -> one));
    }
}

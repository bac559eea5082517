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
import org.beistand.protocol.value.Reason;

/** The authorities that an administrator believes, in a PEM file. */
final class Authorities {
    private static final int LARGEST = 256 * 1024;

    private Authorities() {}

    /** @throws SiteRefused if it is missing, holds none, or holds what is no authority now */
    static List<X509Certificate> read(Path file, Instant now) throws SiteRefused {
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
}

package org.beistand.crypto.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.Octets;

/**
 * The site's own authorities, current and next: the only roots of all trust (001-33, 001-41). Roots of the operating system or
 * the JDK are never asked.
 */
public final class Anchors {
    private static final int MOST = 4;
    private static final int LARGEST_FILE = 32 * 1024;
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]+)-----END CERTIFICATE-----\\s*");

    private final List<X509Certificate> roots;

    private Anchors(List<X509Certificate> roots) {
        this.roots = List.copyOf(roots);
        if (roots.isEmpty() || roots.size() > MOST || !roots.stream().allMatch(Anchors::isRoot)) {
            throw new IllegalArgumentException("not the authorities of a site");
        }
    }

    /** @param roots each a self-signed site authority */
    public static Anchors of(X509Certificate... roots) {
        return new Anchors(List.of(roots));
    }

    public static Anchors of(SiteAuthority current, SiteAuthority next) {
        return of(current.certificate(), next.certificate());
    }

    /** @throws KeyRefused {@code KEY_MISSING} or {@code KEY_FOREIGN} */
    public static Anchors read(Path pem) throws KeyRefused {
        try {
            if (Files.size(pem) > LARGEST_FILE) {
                throw new KeyRefused(Reason.KEY_FOREIGN, pem);
            }
            return parse(Files.readString(pem, StandardCharsets.US_ASCII));
        } catch (NoSuchFileException e) {
            throw new KeyRefused(Reason.KEY_MISSING, pem);
        } catch (IOException | IllegalArgumentException e) {
            throw new KeyRefused(Reason.KEY_FOREIGN, pem);
        }
    }

    /** @throws IllegalArgumentException for anything but the PEM of site authorities */
    public static Anchors parse(String pem) {
        List<X509Certificate> found = new ArrayList<>();
        Matcher matcher = PEM.matcher(pem.strip());
        while (matcher.lookingAt() && found.size() <= MOST) {
            Octets der = Octets.of(Base64.getMimeDecoder().decode(matcher.group(1)));
            found.add(Certificates.decode(der).orElseThrow(() -> new IllegalArgumentException("not a certificate")));
            matcher.region(matcher.end(), matcher.regionEnd());
        }
        if (matcher.regionStart() != matcher.regionEnd()) {
            throw new IllegalArgumentException("not only certificates");
        }
        return new Anchors(found);
    }

    /** Readable by everybody: it is no secret. */
    public void write(Path file) throws IOException {
        Files.writeString(file, pem(), StandardCharsets.US_ASCII);
    }

    public String pem() {
        Base64.Encoder base64 = Base64.getMimeEncoder(64, new byte[] {'\n'});
        return roots.stream()
                .map(root -> "-----BEGIN CERTIFICATE-----\n" + base64.encodeToString(Certificates.der(root))
                        + "\n-----END CERTIFICATE-----\n")
                .collect(Collectors.joining());
    }

    public List<X509Certificate> roots() {
        return roots;
    }

    /**
     * Decides whether a chain proves that its first certificate is of this site, of this role and valid now.
     *
     * @param chain his own first, then its issuers; the root may be there or not
     * @return empty for every other chain, whatever is wrong with it
     */
    public Optional<Certified> verify(List<X509Certificate> chain, CertifiedRole role, Instant now) { // 001-32
        if (chain.isEmpty() || chain.size() > Certificates.LONGEST_CHAIN) {
            return Optional.empty();
        }
        // Read anew, so that every certificate is of the JDK's own kind and of a decent size, whoever parsed it before.
        return Certificates.decode(Certificates.encode(chain))
                .map(this::withoutRoot)
                .filter(path -> shaped(path, role))
                .filter(path -> path.isEmpty() ? rootValid(chain.getFirst(), now) : validated(path, now))
                .map(path -> new Certified(role, path.isEmpty() ? chain.getFirst() : path.getFirst()));
    }

    private List<X509Certificate> withoutRoot(List<X509Certificate> chain) {
        return roots.contains(chain.getLast()) ? chain.subList(0, chain.size() - 1) : chain;
    }

    /**
     * The one path for each role. Without it the session issuer, which lives on the operator server, could certify anything.
     */
    private static boolean shaped(List<X509Certificate> path, CertifiedRole role) {
        int at = 0;
        CertifiedRole expected = role;
        while (expected != CertifiedRole.SITE_AUTHORITY) {
            if (at == path.size() || !is(path.get(at), expected)) {
                return false;
            }
            at++;
            expected = expected.issuer();
        }
        return at == path.size();
    }

    private static boolean is(X509Certificate certificate, CertifiedRole role) {
        return CertifiedRole.of(certificate).filter(role::equals).isPresent()
                && P256.isOne(certificate.getPublicKey())
                && certificate.getSigAlgName().equals(P256.SIGNATURE);
    }

    private static boolean isRoot(X509Certificate certificate) {
        return is(certificate, CertifiedRole.SITE_AUTHORITY)
                && certificate.getBasicConstraints() >= 0
                && isSelfSigned(certificate);
    }

    static boolean isSelfSigned(X509Certificate certificate) {
        try {
            certificate.verify(certificate.getPublicKey());
            return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean rootValid(X509Certificate root, Instant now) {
        return !now.isBefore(root.getNotBefore().toInstant())
                && !now.isAfter(root.getNotAfter().toInstant());
    }

    private boolean validated(List<X509Certificate> path, Instant now) {
        // The validator takes roots as they are, even expired ones.
        Set<TrustAnchor> valid = roots.stream()
                .filter(root -> rootValid(root, now))
                .map(root -> new TrustAnchor(root, null))
                .collect(Collectors.toSet());
        if (valid.isEmpty()) {
            return false;
        }
        try {
            PKIXParameters parameters = new PKIXParameters(valid);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(now));
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
            return true;
        } catch (CertPathValidatorException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

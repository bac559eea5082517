package org.beistand.crypto.identity;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the holder of a certificate is. A certificate has exactly one role and is accepted as nothing else: it stands in it
 * twice, as a name {@code urn:beistand:role:<word>} and as an own extended key usage.
 */
public enum CertifiedRole {
    /** The site's own root. Its key is kept offline once everything is issued. */
    SITE_AUTHORITY("site-authority", 1, Kind.ROOT),
    OPERATOR_SERVER("operator-server", 2, Kind.SERVER),
    COMMUNICATION_SERVER("communication-server", 3, Kind.SERVER),
    /** One computer of one moderator. */
    MODERATOR_DEVICE("moderator-device", 4, Kind.CLIENT),
    /** Every attendee's package carries the same one: it keeps strangers' scanners out and proves nothing more. */
    ATTENDEE_PACKAGE("attendee-package", 5, Kind.CLIENT),
    ADMINISTRATOR("administrator", 6, Kind.CLIENT),
    /** The intermediate of the operator server that issues {@link #SESSION_MODERATOR} and is used for nothing else. */
    SESSION_ISSUER("session-issuer", 7, Kind.ISSUER),
    /** A moderator in one session, for a few hours. */
    SESSION_MODERATOR("session-moderator", 8, Kind.SESSION),
    /** Reads reports. */
    AUDITOR("auditor", 9, Kind.CLIENT);

    /** How a role's certificates are made and used. */
    enum Kind {
        ROOT,
        SERVER,
        CLIENT,
        ISSUER,
        SESSION
    }

    /** The kind of alternative name, as RFC 5280 numbers them. */
    private static final Integer URI_NAME = 6;

    static final String ROLE_URN = "urn:beistand:role:";
    static final String SESSION_URN = "urn:beistand:session:";
    /** An arc of our own, from a random UUID (ITU-T X.667), which needs no registration. */
    private static final String ARC = "2.25.196054903220813752429022920168571918261.";

    private final String word;
    private final String usage;
    private final Kind kind;

    CertifiedRole(String word, int arc, Kind kind) {
        this.word = word;
        this.usage = ARC + arc;
        this.kind = kind;
    }

    /** As it stands in the certificate's alternative names. */
    String urn() {
        return ROLE_URN + word;
    }

    /** The object identifier of the role's own extended key usage. */
    String usage() {
        return usage;
    }

    Kind kind() {
        return kind;
    }

    /** Whose certificate signs one of this role. */
    CertifiedRole issuer() {
        return this == SESSION_MODERATOR ? SESSION_ISSUER : SITE_AUTHORITY;
    }

    /**
     * The role that a certificate claims, if it claims exactly one in both places. Whether the claim is true is decided by
     * {@link Anchors#verify}.
     */
    public static Optional<CertifiedRole> of(X509Certificate certificate) {
        List<String> claimed = urns(certificate, ROLE_URN);
        if (claimed.size() != 1) {
            return Optional.empty();
        }
        return Arrays.stream(values())
                .filter(role -> role.urn().equals(claimed.getFirst()) && role.usagesFit(certificate))
                .findFirst();
    }

    private boolean usagesFit(X509Certificate certificate) {
        try {
            List<String> usages = certificate.getExtendedKeyUsage();
            List<String> ours = usages == null
                    ? List.of()
                    : usages.stream().filter(one -> one.startsWith(ARC)).toList();
            // A root with an extended key usage would narrow what it may issue.
            return kind == Kind.ROOT ? usages == null : ours.equals(List.of(usage));
        } catch (CertificateParsingException e) {
            return false;
        }
    }

    /** The alternative names that are URIs with this beginning. */
    static List<String> urns(X509Certificate certificate, String beginning) {
        try {
            var names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream()
                            .filter(name -> URI_NAME.equals(name.getFirst()))
                            .map(name -> String.valueOf(name.get(1)))
                            .filter(urn -> urn.startsWith(beginning))
                            .toList();
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }
}

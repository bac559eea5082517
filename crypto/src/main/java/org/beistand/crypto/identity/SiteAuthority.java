package org.beistand.crypto.identity;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * The installation's own certification authority. Two are made at once: the current one, and the next one, whose certificate is
 * pinned from the beginning so that the first can be replaced without a new package for every attendee.
 */
public final class SiteAuthority {
    private static final Duration ROOT_LIFE = Duration.ofDays(20 * 365);
    private static final Duration ISSUED_LIFE = Duration.ofDays(5 * 365);
    /** Clocks in a building differ. */
    private static final Duration SLACK = Duration.ofHours(1);

    private final Identity authority;
    private final InstantSource clock;
    private final SecureRandom random;

    /** @param authority of role {@link CertifiedRole#SITE_AUTHORITY}, as {@link #create} made it */
    public SiteAuthority(Identity authority, InstantSource clock, SecureRandom random) {
        this.authority = authority;
        this.clock = clock;
        this.random = random;
    }

    /**
     * A new root.
     *
     * @param organisation whose installation it is
     */
    public static SiteAuthority create(String organisation, InstantSource clock, SecureRandom random) {
        KeyPair pair = P256.generate(random);
        Instant now = clock.instant();
        X509Certificate root = new CertificateDraft(
                        "Beistand site authority",
                        organisation,
                        pair.getPublic(),
                        now.minus(SLACK),
                        now.plus(ROOT_LIFE))
                .as(CertifiedRole.SITE_AUTHORITY)
                .signedBySelf(pair.getPrivate(), random);
        return new SiteAuthority(new Identity(pair.getPrivate(), List.of(root)), clock, random);
    }

    /** To be kept in a key file, offline. */
    public Identity identity() {
        return authority;
    }

    public X509Certificate certificate() {
        return authority.certificate();
    }

    /**
     * An identity for a server.
     *
     * @param role {@link CertifiedRole#OPERATOR_SERVER} or {@link CertifiedRole#COMMUNICATION_SERVER}
     * @param name by which servers know each other, unique within the site
     * @param hosts DNS names and addresses by which it is reached
     */
    public Identity issueServer(CertifiedRole role, String name, List<String> hosts) {
        if (role.kind() != CertifiedRole.Kind.SERVER || hosts.isEmpty()) {
            throw new IllegalArgumentException("not a server that can be reached");
        }
        return issue(role, name, hosts);
    }

    /**
     * An identity for a client or for the session issuer.
     *
     * @param name of the device, the administrator or the package
     */
    public Identity issue(CertifiedRole role, String name) {
        return switch (role.kind()) {
            case CLIENT, ISSUER -> issue(role, name, List.of());
            case ROOT, SERVER, SESSION -> throw new IllegalArgumentException("not issued this way: " + role);
        };
    }

    private Identity issue(CertifiedRole role, String name, List<String> hosts) {
        KeyPair pair = P256.generate(random);
        Instant now = clock.instant();
        CertificateDraft draft = new CertificateDraft(
                        name,
                        Certificates.organisation(certificate()).orElse(""),
                        pair.getPublic(),
                        now.minus(SLACK),
                        now.plus(ISSUED_LIFE))
                .as(role);
        hosts.forEach(draft::reachedAt);
        List<X509Certificate> chain = new ArrayList<>();
        chain.add(draft.signedBy(authority, random));
        chain.add(certificate());
        return new Identity(pair.getPrivate(), chain);
    }
}

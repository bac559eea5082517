package org.beistand.crypto.identity;

import java.io.IOException;
import java.math.BigInteger;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.IPAddress;

/** A certificate (RFC 5280, version 3) on its way to being signed. */
final class CertificateDraft {
    private static final int SERIAL_BYTES = 16;

    private final X500Name subject;
    private final PublicKey key;
    private final Instant from;
    private final Instant until;
    private final List<GeneralName> names = new ArrayList<>();
    private final List<KeyPurposeId> purposes = new ArrayList<>();
    private BasicConstraints constraints = new BasicConstraints(false);
    private KeyUsage usage = new KeyUsage(KeyUsage.digitalSignature);

    CertificateDraft(String name, String organisation, PublicKey key, Instant from, Instant until) {
        X500NameBuilder builder = new X500NameBuilder(BCStyle.INSTANCE);
        if (!organisation.isEmpty()) {
            builder.addRDN(BCStyle.O, new DERUTF8String(organisation));
        }
        this.subject = builder.addRDN(BCStyle.CN, new DERUTF8String(name)).build();
        this.key = key;
        // Certificates count in seconds.
        this.from = from.truncatedTo(ChronoUnit.SECONDS);
        this.until = until.truncatedTo(ChronoUnit.SECONDS);
    }

    /** The role's name, usages and place in a chain. */
    CertificateDraft as(CertifiedRole role) {
        names.add(new GeneralName(GeneralName.uniformResourceIdentifier, role.urn()));
        switch (role.kind()) {
            case ROOT -> issuer(1);
            case ISSUER -> {
                issuer(0);
                purpose(role);
            }
            case SERVER -> {
                purposes.add(KeyPurposeId.id_kp_serverAuth);
                // The communication server also dials the operator server.
                purposes.add(KeyPurposeId.id_kp_clientAuth);
                purpose(role);
            }
            case CLIENT -> {
                purposes.add(KeyPurposeId.id_kp_clientAuth);
                purpose(role);
            }
            case SESSION -> purpose(role);
        }
        return this;
    }

    /** A name {@code urn:...}. */
    CertificateDraft named(String urn) {
        names.add(new GeneralName(GeneralName.uniformResourceIdentifier, urn));
        return this;
    }

    /** @param host a DNS name or an address by which a server is reached */
    CertificateDraft reachedAt(String host) {
        names.add(new GeneralName(IPAddress.isValid(host) ? GeneralName.iPAddress : GeneralName.dNSName, host));
        return this;
    }

    X509Certificate signedBySelf(PrivateKey own, SecureRandom random) {
        return sign(subject, key, own, random);
    }

    X509Certificate signedBy(Identity issuer, SecureRandom random) {
        X500Principal name = issuer.certificate().getSubjectX500Principal();
        return sign(
                X500Name.getInstance(name.getEncoded()), issuer.certificate().getPublicKey(), issuer.key(), random);
    }

    private X509Certificate sign(X500Name issuer, PublicKey issuerKey, PrivateKey signer, SecureRandom random) {
        try {
            JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
            var builder = new JcaX509v3CertificateBuilder(
                    issuer, serial(random), Date.from(from), Date.from(until), subject, key);
            builder.addExtension(Extension.basicConstraints, true, constraints);
            builder.addExtension(Extension.keyUsage, true, usage);
            if (!purposes.isEmpty()) {
                builder.addExtension(
                        Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes.toArray(new KeyPurposeId[0])));
            }
            builder.addExtension(
                    Extension.subjectAlternativeName, false, new GeneralNames(names.toArray(new GeneralName[0])));
            builder.addExtension(Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(key));
            builder.addExtension(
                    Extension.authorityKeyIdentifier, false, identifiers.createAuthorityKeyIdentifier(issuerKey));
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(P256.SIGNATURE)
                            .setSecureRandom(random)
                            .build(signer)));
        } catch (IOException | OperatorCreationException | CertificateException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void issuer(int intermediatesBelow) {
        constraints = new BasicConstraints(intermediatesBelow);
        usage = new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign);
    }

    private void purpose(CertifiedRole role) {
        purposes.add(KeyPurposeId.getInstance(new ASN1ObjectIdentifier(role.usage())));
    }

    /** 127 random bits: positive, and nobody can guess the next one. */
    private static BigInteger serial(SecureRandom random) {
        byte[] bytes = new byte[SERIAL_BYTES];
        random.nextBytes(bytes);
        bytes[0] = (byte) (bytes[0] & 0x7F | 0x40);
        return new BigInteger(bytes);
    }
}

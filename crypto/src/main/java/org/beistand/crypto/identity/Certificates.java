package org.beistand.crypto.identity;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.beistand.protocol.wire.Octets;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** Certificates as bytes and what stands in them. */
public final class Certificates {
    /** The longest chain that is looked at. */
    public static final int LONGEST_CHAIN = 4;
    /** The largest certificate in DER that is looked at, in bytes. */
    public static final int LARGEST = 4_096;

    private Certificates() {}

    /** DER of each, in the same order, as it travels in {@code SessionOpened}. */
    public static List<Octets> encode(List<X509Certificate> chain) {
        return chain.stream().map(one -> Octets.of(der(one))).toList();
    }

    /** Empty if anything in it is not one certificate of a decent size, or there are none or too many. */
    public static Optional<List<X509Certificate>> decode(List<Octets> chain) {
        if (chain.isEmpty() || chain.size() > LONGEST_CHAIN) {
            return Optional.empty();
        }
        List<X509Certificate> decoded = new ArrayList<>(chain.size());
        for (Octets der : chain) {
            Optional<X509Certificate> one = decode(der);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            decoded.add(one.get());
        }
        return Optional.of(List.copyOf(decoded));
    }

    /** One certificate in DER, with nothing behind it. */
    public static Optional<X509Certificate> decode(Octets der) {
        // A certificate begins as a SEQUENCE; the factory would also read PEM and skip what stands before it.
        if (der.length() == 0 || der.length() > LARGEST || der.at(0) != 0x30) {
            return Optional.empty();
        }
        try {
            ByteArrayInputStream in = new ByteArrayInputStream(der.toArray());
            X509Certificate one =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            return in.available() == 0 && Octets.of(one.getEncoded()).equals(der) ? Optional.of(one) : Optional.empty();
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }

    /** SHA-256 of the certificate in DER, 32 bytes. */
    public static Octets fingerprint(X509Certificate certificate) {
        try {
            return Octets.of(MessageDigest.getInstance("SHA-256").digest(der(certificate)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The common name, if there is exactly one: a server's name, a moderator's name. */
    public static Optional<String> name(X509Certificate certificate) {
        return attribute(certificate, BCStyle.CN);
    }

    /** The organisation, if there is exactly one. */
    public static Optional<String> organisation(X509Certificate certificate) {
        return attribute(certificate, BCStyle.O);
    }

    private static Optional<String> attribute(X509Certificate certificate, ASN1ObjectIdentifier kind) {
        RDN[] found = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded())
                .getRDNs(kind);
        return found.length == 1
                        && !found[0].isMultiValued()
                        && found[0].getFirst().getValue() instanceof ASN1String text
                ? Optional.of(text.getString())
                : Optional.empty();
    }

    static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}

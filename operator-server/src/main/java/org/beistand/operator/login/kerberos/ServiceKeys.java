package org.beistand.operator.login.kerberos;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.kerberos.KerberosKey;
import javax.security.auth.kerberos.KerberosPrincipal;
import org.beistand.protocol.value.Reason;

/**
 * The keys with which the domain seals tickets for this server, read from a keytab once. Those of weak encryption are left out, so
 * that nothing that is sealed with them can be read.
 *
 * @param service such as {@code HTTP/operator.clinic.example@CLINIC.EXAMPLE}
 */
public record ServiceKeys(KerberosPrincipal service, List<KerberosKey> keys) { // 001-42
    /** AES of RFC 3962 and RFC 8009, with the length of their keys in bytes. */
    private static final Map<Integer, Integer> STRONG = Map.of(17, 16, 18, 32, 19, 16, 20, 32);

    private static final String SERVICE = "HTTP";

    /** Why a keytab is of no use. */
    public static final class Refused extends Exception {
        private final Reason reason;

        Refused(Reason reason, String what) {
            super(what, null, false, false);
            this.reason = reason;
        }

        /** {@code KEY_FOREIGN} or {@code CONFIGURATION_WRONG}. */
        public Reason reason() {
            return reason;
        }
    }

    /**
     * @param keytab as it stands in the file
     * @param hosts the names of this server, as its certificate has them
     * @param domain its DNS name
     */
    public static ServiceKeys read(byte[] keytab, Set<String> hosts, String domain) throws Refused {
        Optional<List<Keytab.Entry>> found = Keytab.read(keytab);
        if (found.isEmpty() || found.get().isEmpty()) {
            throw new Refused(Reason.CONFIGURATION_WRONG, "not a keytab");
        }
        List<Keytab.Entry> entries = found.get();
        try {
            return of(entries, hosts, domain.toUpperCase(Locale.ROOT));
        } finally {
            entries.forEach(one -> Arrays.fill(one.key(), (byte) 0));
        }
    }

    private static ServiceKeys of(List<Keytab.Entry> entries, Set<String> hosts, String realm) throws Refused {
        // A key of another service has no business in this file, and a ticket for it none at this server.
        for (Keytab.Entry entry : entries) {
            if (!entry.realm().equals(realm)) {
                throw new Refused(Reason.KEY_FOREIGN, "not of " + realm);
            }
            List<String> name = entry.components();
            boolean ours = name.size() == 2 && name.getFirst().equals(SERVICE) && hosts.contains(name.getLast());
            if (!ours || !name.equals(entries.getFirst().components())) {
                throw new Refused(Reason.KEY_FOREIGN, "not of " + SERVICE + "/" + String.join(", ", hosts));
            }
        }
        KerberosPrincipal service =
                new KerberosPrincipal(String.join("/", entries.getFirst().components()) + "@" + realm);
        List<KerberosKey> strong = entries.stream()
                .filter(one -> Integer.valueOf(one.key().length).equals(STRONG.get(one.kind())))
                .map(one -> new KerberosKey(service, one.key(), one.kind(), one.version()))
                .toList();
        if (strong.isEmpty()) {
            throw new Refused(Reason.CONFIGURATION_WRONG, "no AES key");
        }
        return new ServiceKeys(service, strong);
    }

    /** Whether a session that was agreed with this kind of encryption may count. */
    static boolean isStrong(int kind) {
        return STRONG.containsKey(kind);
    }

    @Override
    public String toString() {
        return "ServiceKeys[" + service + "]";
    }
}

package org.beistand.operator.login.kerberos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import javax.security.auth.kerberos.KerberosKey;
import org.beistand.operator.site.KeytabFile;
import org.beistand.protocol.value.Reason;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The file with the keys of this server in the domain. */
@Tag("001-42")
class KeytabTest {
    private static final String REALM = "CLINIC.EXAMPLE";
    private static final Set<String> HOSTS = Set.of("op.clinic.example", "192.0.2.9");

    private static byte[] ours(int kind, int length) {
        return KeytabFile.entry(REALM, kind, length, "HTTP", "op.clinic.example");
    }

    private static ServiceKeys read(byte[]... entries) throws ServiceKeys.Refused {
        return ServiceKeys.read(KeytabFile.of(entries), HOSTS, "clinic.example");
    }

    private static void refused(Reason reason, byte[]... entries) {
        assertEquals(
                reason,
                assertThrows(ServiceKeys.Refused.class, () -> read(entries)).reason());
    }

    @Test
    void hasTheKeysOfThisServer() throws Exception {
        ServiceKeys keys = read(ours(18, 32), KeytabFile.hole(40), ours(17, 16));
        assertEquals("HTTP/op.clinic.example@" + REALM, keys.service().getName());
        assertEquals(
                List.of(18, 17),
                keys.keys().stream().map(KerberosKey::getKeyType).toList());
        assertEquals(
                List.of(258, 258),
                keys.keys().stream().map(KerberosKey::getVersionNumber).toList());
        assertFalse(keys.toString().contains("key"), keys.toString());
    }

    @Test
    void weakKeysAreLeftOut() throws Exception {
        assertEquals(
                List.of(18),
                read(ours(23, 16), ours(18, 32), ours(3, 8)).keys().stream()
                        .map(KerberosKey::getKeyType)
                        .toList());
        refused(Reason.CONFIGURATION_WRONG, ours(23, 16));
        refused(Reason.CONFIGURATION_WRONG, ours(18, 16));
    }

    @Test
    void keysOfOthersAreRefused() {
        refused(Reason.KEY_FOREIGN, KeytabFile.entry("OTHER.EXAMPLE", 18, 32, "HTTP", "op.clinic.example"));
        refused(Reason.KEY_FOREIGN, KeytabFile.entry(REALM, 18, 32, "HTTP", "www.clinic.example"));
        refused(Reason.KEY_FOREIGN, KeytabFile.entry(REALM, 18, 32, "host", "op.clinic.example"));
        refused(Reason.KEY_FOREIGN, KeytabFile.entry(REALM, 18, 32, "svc-beistand"));
        refused(Reason.KEY_FOREIGN, ours(18, 32), KeytabFile.entry(REALM, 18, 32, "host", "op.clinic.example"));
        refused(Reason.KEY_FOREIGN, ours(18, 32), KeytabFile.entry(REALM, 18, 32, "HTTP", "192.0.2.9"));
    }

    @Test
    void whatIsNoKeytabIsRefused() {
        refused(Reason.CONFIGURATION_WRONG);
        refused(Reason.CONFIGURATION_WRONG, KeytabFile.hole(3));
        byte[] whole = KeytabFile.of(ours(18, 32), ours(17, 16));
        int first = ours(18, 32).length + 2;
        for (int length = 0; length < whole.length; length++) {
            boolean atAnEnd = length == 2 || length == first;
            assertEquals(atAnEnd, Keytab.read(Arrays.copyOf(whole, length)).isPresent(), "cut at " + length);
        }
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            byte[] noise = new byte[2 + random.nextInt(120)];
            random.nextBytes(noise);
            noise[0] = 5;
            noise[1] = 2;
            Optional<List<Keytab.Entry>> read = Keytab.read(noise);
            assertFalse(read.isPresent() && read.get().size() > 10);
        }
    }
}

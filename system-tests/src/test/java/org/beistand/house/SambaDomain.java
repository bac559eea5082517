package org.beistand.house;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.util.ssl.SSLUtil;
import com.unboundid.util.ssl.TrustAllTrustManager;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A real domain controller, Samba's, with a domain of its own in a folder: LDAP and Kerberos on 127.0.0.2. Needs root, since its ports
 * are fixed, and Debian's packages, which {@code ./beistand test --with-active-directory} installs.
 */
public final class SambaDomain implements AutoCloseable {
    public static final String ADDRESS = "127.0.0.2";
    public static final String REALM = "KLINIK.TEST";
    public static final String SHORT_NAME = "KLINIK";
    public static final String BASE = "DC=klinik,DC=test";
    public static final String PEOPLE = "CN=Users," + BASE;
    private static final String ADMINISTRATOR_PASSWORD = "Verwalter-2026";
    /** {@code userAccountControl}: a usual account whose password does not expire. */
    public static final int LASTING = 0x10200;

    public static final int USUAL = 0x200;

    private final Path folder;
    private final Process samba;
    private final LDAPConnection administration;

    public SambaDomain(Path folder) throws Exception {
        this.folder = folder;
        Files.writeString(kerberos(), """
                [libdefaults]
                  default_realm = %s
                  dns_lookup_kdc = false
                  dns_lookup_realm = false
                  udp_preference_limit = 1
                [realms]
                  %s = {
                    kdc = %s
                  }
                """.formatted(REALM, REALM, ADDRESS));
        certify();
        provision();
        samba = new ProcessBuilder(
                        "samba",
                        "-F",
                        "-M",
                        "single",
                        "--no-process-group",
                        "-s",
                        configuration().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("samba.log").toFile())
                .start();
        try {
            administration = Eventually.get("the domain controller answers", this::connected);
            administration.modify(BASE, replace("lockoutThreshold", "6"));
        } catch (Exception | AssertionError e) {
            samba.destroyForcibly();
            throw e;
        }
    }

    /** The JDK's keys lack what GnuTLS wants, so the keys are made by OpenSSL. */
    private void certify() throws IOException, InterruptedException {
        Path request = folder.resolve("request.pem");
        Path authorityKey = folder.resolve("ca-key.pem");
        Path extensions = Files.writeString(folder.resolve("extensions"), """
                subjectAltName=IP:%s
                extendedKeyUsage=serverAuth
                basicConstraints=CA:FALSE
                """.formatted(ADDRESS));
        List<String> key = List.of("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes");
        openssl(
                key,
                "req",
                "-x509",
                "-keyout",
                authorityKey,
                "-out",
                certificates(),
                "-subj",
                "/CN=Klinik",
                "-days",
                2);
        openssl(key, "req", "-keyout", folder.resolve("tls.pem"), "-out", request, "-subj", "/CN=dc1");
        List<Object> issue = List.of("x509", "-req", "-in", request, "-CA", certificates(), "-CAkey", authorityKey);
        openssl(
                List.of(
                        "-CAcreateserial",
                        "-days",
                        "2",
                        "-extfile",
                        extensions.toString(),
                        "-out",
                        folder.resolve("cert.pem").toString()),
                issue.toArray());
        Files.setPosixFilePermissions(folder.resolve("tls.pem"), PosixFilePermissions.fromString("rw-------"));
    }

    private void openssl(List<String> more, Object... words) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("openssl"));
        for (Object word : words) {
            all.add(word.toString());
        }
        all.addAll(more);
        run(all);
    }

    private void provision() throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("samba-tool", "domain", "provision", "--realm=" + REALM));
        words.addAll(List.of("--domain=" + SHORT_NAME, "--server-role=dc", "--dns-backend=NONE", "--host-name=dc1"));
        words.addAll(List.of("--host-ip=" + ADDRESS, "--targetdir=" + folder.resolve("domain")));
        words.add("--adminpass=" + ADMINISTRATOR_PASSWORD);
        for (String option : List.of(
                "interfaces=" + ADDRESS + "/8",
                "bind interfaces only=yes",
                "server services=ldap kdc",
                "log file=" + folder.resolve("samba.log"),
                "pid directory=" + folder,
                "ncalrpc dir=" + folder.resolve("ncalrpc"),
                "winbindd socket directory=" + folder.resolve("winbindd"),
                "tls keyfile=" + folder.resolve("tls.pem"),
                "tls certfile=" + folder.resolve("cert.pem"),
                "tls cafile=" + certificates())) {
            words.add("--option=" + option);
        }
        run(words);
    }

    /** The keytab of a service whose tickets are sealed with AES, readable by its owner only. */
    public Path keytab(String commonName, String service) throws Exception {
        Path file = folder.resolve(commonName + ".keytab");
        set(commonName, "msDS-SupportedEncryptionTypes", "24");
        set(commonName, "servicePrincipalName", service);
        // The keys are made when a password is set, for the encryption that the account has then.
        set(commonName, "unicodePwd", ("\"Dienst-" + commonName + "-2026\"").getBytes(StandardCharsets.UTF_16LE));
        exportKeytab(file, service);
        return file;
    }

    private void exportKeytab(Path file, String principal) throws IOException, InterruptedException {
        run(List.of(
                "samba-tool",
                "domain",
                "exportkeytab",
                file.toString(),
                "--principal=" + principal,
                "-s",
                configuration().toString()));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    /** Somebody signs in at the domain. @return his ticket cache */
    public Path kinit(String account, String password) throws IOException, InterruptedException {
        Path cache = folder.resolve("tickets-of-" + account);
        run(List.of("kinit", "-c", cache.toString(), account + "@" + REALM), password + "\n");
        return cache;
    }

    /** The domain controller itself, which is an account like others. */
    public Path kinitMachine() throws IOException, InterruptedException {
        Path keys = folder.resolve("machine.keytab");
        exportKeytab(keys, "DC1$@" + REALM);
        Path cache = folder.resolve("tickets-of-a-machine");
        run(List.of("kinit", "-c", cache.toString(), "-k", "-t", keys.toString(), "DC1$@" + REALM));
        return cache;
    }

    /** Runs a tool to its end; it must succeed. */
    public void run(List<String> words) throws IOException, InterruptedException {
        run(words, "");
    }

    private void run(List<String> words, String typed) throws IOException, InterruptedException {
        Path log = folder.resolve(words.getFirst() + ".log");
        ProcessBuilder tool = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        tool.environment().put("KRB5_CONFIG", kerberos().toString());
        Process process = tool.start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(typed.getBytes(StandardCharsets.UTF_8));
        }
        if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new AssertionError(words + " failed: " + read(log));
        }
    }

    private Optional<LDAPConnection> connected() {
        try {
            // The test's own hand on the directory; what is tested checks certificates itself.
            SSLUtil tls = new SSLUtil(new TrustAllTrustManager());
            return Optional.of(new LDAPConnection(
                    tls.createSSLSocketFactory(), ADDRESS, 636, "CN=Administrator," + PEOPLE, ADMINISTRATOR_PASSWORD));
        } catch (Exception e) {
            if (!samba.isAlive()) {
                throw new AssertionError("samba ended: " + read(folder.resolve("samba.log")), e);
            }
            return Optional.empty();
        }
    }

    private static String read(Path log) {
        try {
            return Files.readString(log, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return e.toString();
        }
    }

    public Path certificates() {
        return folder.resolve("ca.pem");
    }

    /** Where Kerberos finds this domain's key distribution centre. */
    public Path kerberos() {
        return folder.resolve("krb5.conf");
    }

    public Path configuration() {
        return folder.resolve("domain/etc/smb.conf");
    }

    /** @param control of the account, {@link #LASTING} if it is just an account */
    public void person(String commonName, String account, String password, int control) throws LDAPException {
        administration.add(new Entry(
                dn(commonName),
                new Attribute("objectClass", "top", "person", "organizationalPerson", "user"),
                new Attribute("displayName", commonName),
                new Attribute("sAMAccountName", account),
                new Attribute("userPrincipalName", account + "@klinik.test"),
                new Attribute("unicodePwd", ("\"" + password + "\"").getBytes(StandardCharsets.UTF_16LE)),
                new Attribute("userAccountControl", String.valueOf(control))));
    }

    /** @param name its common name; its account name has no comma */
    public void group(String name, String... members) throws LDAPException {
        Entry entry = new Entry(
                dn(name),
                new Attribute("objectClass", "top", "group"),
                new Attribute("sAMAccountName", name.replace(",", "")));
        if (members.length > 0) {
            entry.addAttribute("member", members);
        }
        administration.add(entry);
    }

    public void set(String commonName, String attribute, String... values) throws LDAPException {
        administration.modify(dn(commonName), replace(attribute, values));
    }

    public void set(String commonName, String attribute, byte[] value) throws LDAPException {
        administration.modify(dn(commonName), new Modification(ModificationType.REPLACE, attribute, value));
    }

    public void add(String group, String member) throws LDAPException {
        administration.modify(dn(group), new Modification(ModificationType.ADD, "member", member));
    }

    public void takeOut(String group, String member) throws LDAPException {
        administration.modify(dn(group), new Modification(ModificationType.DELETE, "member", member));
    }

    /** Tries wrong passwords until the domain has locked the account. */
    public void lock(String commonName) throws Exception {
        SSLUtil tls = new SSLUtil(new TrustAllTrustManager());
        try (LDAPConnection stranger = new LDAPConnection(tls.createSSLSocketFactory(), ADDRESS, 636)) {
            for (int i = 0; i < 8; i++) {
                try {
                    stranger.bind(dn(commonName), "wrong");
                } catch (LDAPException e) {
                    if (e.getResultCode() != ResultCode.INVALID_CREDENTIALS) {
                        throw e;
                    }
                }
            }
        }
    }

    /** The RID, the last part of the SID. */
    public String rid(String commonName) throws LDAPException {
        byte[] sid = administration.getEntry(dn(commonName), "objectSid").getAttributeValueBytes("objectSid");
        int rid = 0;
        for (int i = 0; i < 4; i++) {
            rid |= (sid[sid.length - 4 + i] & 0xFF) << 8 * i;
        }
        return String.valueOf(rid);
    }

    public static String dn(String commonName) {
        return new com.unboundid.ldap.sdk.RDN("CN", commonName) + "," + PEOPLE;
    }

    private static Modification replace(String attribute, String... values) {
        return new Modification(ModificationType.REPLACE, attribute, values);
    }

    @Override
    public void close() throws InterruptedException {
        administration.close();
        stop();
    }

    /** The domain controller goes down. */
    public void stop() throws InterruptedException {
        samba.destroy();
        if (!samba.waitFor(20, TimeUnit.SECONDS)) {
            samba.destroyForcibly().waitFor();
        }
    }
}

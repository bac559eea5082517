package org.beistand.operator.login.directory;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchEntry;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchResult;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultReference;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import java.net.InetAddress;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.beistand.crypto.identity.Identity;
import org.beistand.protocol.value.Endpoint;

/**
 * A directory server in memory, over real TLS, that answers like a domain controller: sub-codes, {@code tokenGroups} reckoned for one
 * entry at a time, binds by principal name, references to other partitions in every search of the whole domain.
 */
final class EmbeddedDirectory extends InMemoryOperationInterceptor implements AutoCloseable {
    static final String BASE = "DC=clinic,DC=test";
    static final String SERVICE = "svc-beistand@clinic.test";
    static final String SERVICE_PASSWORD = "service Passw0rd";
    private static final String DOMAIN_SID = "S-1-5-21-100-200-4000000000";
    private static final String NO =
            "80090308: LdapErr: DSID-0C09042A, comment: AcceptSecurityContext error, data %s, v3839";

    private final InMemoryDirectoryServer server;
    private final Map<String, String> subCodes = new HashMap<>();
    private final AtomicInteger binds = new AtomicInteger();
    private volatile Optional<CountDownLatch> held = Optional.empty();
    private int people;

    EmbeddedDirectory(Identity identity) throws Exception {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
        SSLContext tls = context(identity);
        InetAddress here = InetAddress.getByName("127.0.0.1");
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPSConfig("ldaps", here, 0, tls.getServerSocketFactory(), null),
                InMemoryListenerConfig.createLDAPConfig("ldap", here, 0, tls.getSocketFactory()));
        config.setSchema(null);
        config.setGenerateOperationalAttributes(false);
        config.addInMemoryOperationInterceptor(this);
        server = new InMemoryDirectoryServer(config);
        server.add(new Entry(BASE, new Attribute("objectClass", "domain")));
        person("svc-beistand", SERVICE_PASSWORD);
        server.startListening();
    }

    private static SSLContext context(Identity identity) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("key", identity.key(), new char[0], identity.chain().toArray(new Certificate[0]));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    Endpoint ldaps() {
        return new Endpoint("localhost", server.getListenPort("ldaps"));
    }

    Endpoint ldap() {
        return new Endpoint("localhost", server.getListenPort("ldap"));
    }

    int binds() {
        return binds.get();
    }

    /** This server compares bytes as text, without regard to case: those that change are digits. */
    private String newSid() {
        byte[] digits = "%04d".formatted(people++).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        return DOMAIN_SID + "-" + new java.math.BigInteger(1, digits);
    }

    /** Every search waits until it is let go. */
    CountDownLatch hold() {
        CountDownLatch latch = new CountDownLatch(1);
        held = Optional.of(latch);
        return latch;
    }

    /** @return the SID */
    String person(String account, String password) throws LDAPException {
        return person(account, account, password);
    }

    /** @return the SID */
    synchronized String person(String commonName, String account, String password) throws LDAPException {
        String sid = newSid();
        server.add(new Entry(
                dn(commonName),
                new Attribute("objectClass", "user", "person"),
                new Attribute("objectCategory", "person"),
                new Attribute("cn", commonName),
                new Attribute("displayName", commonName),
                new Attribute("sAMAccountName", account),
                new Attribute("userPrincipalName", account + "@clinic.test"),
                new Attribute("userPassword", password),
                new Attribute("userAccountControl", "512"),
                new Attribute("accountExpires", "9223372036854775807"),
                new Attribute("primaryGroupID", "513"),
                new Attribute("objectSid", Sid.bytes(sid))));
        return sid;
    }

    /** @return the SID */
    synchronized String group(String name, String... memberDns) throws LDAPException {
        String sid = newSid();
        Entry entry = new Entry(
                dn(name),
                new Attribute("objectClass", "group"),
                new Attribute("objectCategory", "group"),
                new Attribute("cn", name),
                new Attribute("sAMAccountName", name),
                new Attribute("objectSid", Sid.bytes(sid)));
        if (memberDns.length > 0) {
            entry.addAttribute("member", memberDns);
        }
        server.add(entry);
        return sid;
    }

    static String dn(String commonName) {
        return new RDN("CN", commonName) + "," + BASE;
    }

    /** @param code such as {@code 533}, in the form of the directory */
    void state(String commonName, String code) {
        subCodes.put(dn(commonName).toLowerCase(java.util.Locale.ROOT), code);
    }

    void set(String commonName, String attribute, String... values) throws LDAPException {
        server.modify(dn(commonName), new Modification(ModificationType.REPLACE, attribute, values));
    }

    void remove(String commonName) throws LDAPException {
        server.delete(dn(commonName));
    }

    @Override
    public void processSimpleBindRequest(InMemoryInterceptedSimpleBindRequest request) throws LDAPException {
        binds.incrementAndGet();
        String name = request.getRequest().getBindDN();
        String password = request.getRequest().getPassword().stringValue();
        if (password.isEmpty()) {
            return; // Like the real one: whoever says nothing is let in as nobody.
        }
        Entry entry = name.contains("@") ? only(Filter.createEqualityFilter("userPrincipalName", name)) : entry(name);
        if (entry == null) {
            throw new LDAPException(ResultCode.INVALID_CREDENTIALS, NO.formatted("52e"));
        }
        String code = subCodes.getOrDefault(entry.getDN().toLowerCase(java.util.Locale.ROOT), "");
        boolean right = entry.hasAttributeValue("userPassword", password);
        if (code.equals("775")) {
            throw new LDAPException(ResultCode.INVALID_CREDENTIALS, NO.formatted(code));
        }
        if (!right) {
            throw new LDAPException(ResultCode.INVALID_CREDENTIALS, NO.formatted("52e"));
        }
        if (!code.isEmpty()) {
            throw new LDAPException(ResultCode.INVALID_CREDENTIALS, NO.formatted(code));
        }
        request.setRequest(new SimpleBindRequest(entry.getDN(), password));
    }

    private Entry entry(String dn) {
        try {
            return server.getEntry(dn);
        } catch (LDAPException e) {
            return null;
        }
    }

    private Entry only(Filter filter) throws LDAPException {
        List<com.unboundid.ldap.sdk.SearchResultEntry> found =
                server.search(BASE, SearchScope.SUB, filter).getSearchEntries();
        return found.size() == 1 ? found.getFirst() : null;
    }

    @Override
    public void processSearchRequest(InMemoryInterceptedSearchRequest request) throws LDAPException {
        try {
            if (held.isPresent()) {
                held.get().await();
            }
        } catch (InterruptedException e) {
            throw new LDAPException(ResultCode.UNAVAILABLE, e);
        }
    }

    @Override
    public void processSearchEntry(InMemoryInterceptedSearchEntry found) {
        if (found.getRequest().getScope() != SearchScope.BASE
                || !found.getRequest().getAttributeList().contains("tokenGroups")) {
            return;
        }
        Entry entry = found.getSearchEntry().duplicate();
        List<byte[]> sids = groupsOf(entry.getDN());
        if (!sids.isEmpty()) {
            entry.addAttribute("tokenGroups", sids.toArray(byte[][]::new));
        }
        found.setSearchEntry(entry);
    }

    /** Those it is in, those that these are in, and the primary one, which names no members. */
    private List<byte[]> groupsOf(String dn) {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(dn));
        List<byte[]> sids = new ArrayList<>();
        try {
            Entry person = server.getEntry(dn);
            sids.add(Sid.bytes(DOMAIN_SID + "-" + person.getAttributeValue("primaryGroupID")));
            while (!open.isEmpty()) {
                Filter filter = Filter.createEqualityFilter("member", open.removeFirst());
                for (Entry group : server.search(BASE, SearchScope.SUB, filter).getSearchEntries()) {
                    if (seen.add(group.getDN())) {
                        sids.add(group.getAttributeValueBytes("objectSid"));
                        open.addLast(group.getDN());
                    }
                }
            }
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
        return sids;
    }

    @Override
    public void processSearchResult(InMemoryInterceptedSearchResult result) {
        if (result.getRequest().getScope() == SearchScope.SUB) {
            try {
                result.sendSearchReference(new SearchResultReference(
                        new String[] {"ldap://DomainDnsZones.clinic.test/DC=DomainDnsZones," + BASE}, null));
            } catch (LDAPException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    void stop() {
        server.shutDown(true);
    }

    @Override
    public void close() {
        held.ifPresent(CountDownLatch::countDown);
        stop();
    }
}

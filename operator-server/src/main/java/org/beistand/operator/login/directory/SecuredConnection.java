package org.beistand.operator.login.directory;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.TrustManager;
import org.apache.directory.api.ldap.codec.api.DefaultConfigurableBinaryAttributeDetector;
import org.apache.directory.api.ldap.model.cursor.CursorException;
import org.apache.directory.api.ldap.model.cursor.SearchCursor;
import org.apache.directory.api.ldap.model.entry.Entry;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.api.ldap.model.message.AliasDerefMode;
import org.apache.directory.api.ldap.model.message.BindRequest;
import org.apache.directory.api.ldap.model.message.BindRequestImpl;
import org.apache.directory.api.ldap.model.message.BindResponse;
import org.apache.directory.api.ldap.model.message.ResultCodeEnum;
import org.apache.directory.api.ldap.model.message.SearchRequest;
import org.apache.directory.api.ldap.model.message.SearchRequestImpl;
import org.apache.directory.api.ldap.model.message.SearchResultEntry;
import org.apache.directory.api.ldap.model.message.SearchScope;
import org.apache.directory.api.ldap.model.name.Dn;
import org.apache.directory.ldap.client.api.LdapConnectionConfig;
import org.apache.directory.ldap.client.api.LdapNetworkConnection;
import org.beistand.crypto.secret.Secret;
import org.beistand.operator.login.Directory.Verdict;
import org.beistand.protocol.value.Endpoint;
import org.beistand.transport.tls.PinnedTrust;

/** A connection to one domain controller, inside TLS with a proved partner from the first word that matters. One question at a time. */
final class SecuredConnection implements AutoCloseable {
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};
    private static final String[] BINARY = {"objectSid", "tokenGroups"};
    private static final int LARGEST_ANSWER = 4 * 1024 * 1024;

    private final LdapNetworkConnection connection;
    private final Duration answer;

    private SecuredConnection(LdapNetworkConnection connection, Duration answer) {
        this.connection = connection;
        this.answer = answer;
    }

    /** @param random for TLS */
    static SecuredConnection open(
            Endpoint controller, DirectorySettings settings, InstantSource clock, SecureRandom random)
            throws ControllerFailed {
        LdapConnectionConfig config = new LdapConnectionConfig();
        config.setLdapHost(controller.host());
        config.setLdapPort(controller.port());
        switch (settings.security()) {
            case LDAPS -> config.setUseSsl(true);
            case START_TLS -> config.setUseTls(true);
        }
        config.setSslProtocol("TLS");
        config.setEnabledProtocols(PROTOCOLS);
        config.setTrustManagers(
                new TrustManager[] {PinnedTrust.inServer(controller.host(), settings.anchors(), clock)});
        config.setSecureRandom(random);
        config.setTimeout(settings.limits().answer().toMillis());
        config.setConnectTimeout(settings.limits().connect().toMillis());
        config.setCloseTimeout(settings.limits().connect().toMillis());
        config.setMaxPDUSize(LARGEST_ANSWER);
        DefaultConfigurableBinaryAttributeDetector binary = new DefaultConfigurableBinaryAttributeDetector();
        binary.addBinaryAttribute(BINARY);
        config.setBinaryAttributeDetector(binary);
        LdapNetworkConnection connection = new LdapNetworkConnection(config);
        SecuredConnection opened =
                new SecuredConnection(connection, settings.limits().answer());
        try {
            if (!connection.connect() || !connection.isSecured()) {
                throw new ControllerFailed("no TLS");
            }
            return opened;
        } catch (LdapException | RuntimeException e) {
            opened.close();
            throw new ControllerFailed(e);
        } catch (ControllerFailed e) {
            opened.close();
            throw e;
        }
    }

    boolean isAlive() {
        return connection.isConnected() && connection.isSecured();
    }

    /**
     * @param name a DN, or {@code name@domain}
     * @param password not empty: the directory would take an empty one for somebody who does not want to say who he is
     */
    Verdict bind(String name, Secret password) throws ControllerFailed {
        if (name.isEmpty() || password.length() == 0 || !connection.isSecured()) {
            throw new ControllerFailed("nothing to bind with");
        }
        BindRequest request = new BindRequestImpl();
        request.setSimple(true);
        request.setName(name);
        try {
            // The request keeps a copy until it is collected; it gives no way to wipe that one.
            password.lend(request::setCredentials);
            BindResponse response = connection.bindAsync(request).get(answer.toMillis(), TimeUnit.MILLISECONDS);
            if (response == null) {
                throw new ControllerFailed("no answer to a bind");
            }
            ResultCodeEnum code = response.getLdapResult().getResultCode();
            if (code == ResultCodeEnum.SUCCESS) {
                return Verdict.PROVED;
            }
            if (code == ResultCodeEnum.INVALID_CREDENTIALS) {
                return SubCode.verdict(String.valueOf(response.getLdapResult().getDiagnosticMessage()));
            }
            throw new ControllerFailed("a bind was answered by " + code);
        } catch (LdapException | RuntimeException e) {
            throw new ControllerFailed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ControllerFailed("interrupted");
        } finally {
            request.setCredentials(new byte[0]);
        }
    }

    /**
     * Searches; what other servers could add is left aside.
     *
     * @param atMost entries wanted
     */
    List<Entry> search(String base, SearchScope scope, String filter, int atMost, String... attributes)
            throws ControllerFailed {
        List<Entry> found = new ArrayList<>();
        try {
            SearchRequest request = new SearchRequestImpl();
            request.setBase(new Dn(base));
            request.setScope(scope);
            request.setFilter(filter);
            request.setDerefAliases(AliasDerefMode.NEVER_DEREF_ALIASES);
            request.setSizeLimit(atMost);
            request.setTimeLimit(Math.max(1, (int) answer.toSeconds()));
            request.addAttributes(attributes);
            try (SearchCursor cursor = connection.search(request)) {
                while (cursor.next()) {
                    if (cursor.get() instanceof SearchResultEntry one) {
                        found.add(one.getEntry());
                    }
                }
                if (!cursor.isDone()) {
                    throw new ControllerFailed("a search was cut off");
                }
                ResultCodeEnum code =
                        cursor.getSearchResultDone().getLdapResult().getResultCode();
                if (code == ResultCodeEnum.NO_SUCH_OBJECT) {
                    return List.of();
                }
                if (code == ResultCodeEnum.SUCCESS || code == ResultCodeEnum.SIZE_LIMIT_EXCEEDED) {
                    return found;
                }
                throw new ControllerFailed("a search was answered by " + code);
            }
        } catch (LdapException | CursorException | IOException | RuntimeException e) {
            throw new ControllerFailed(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (RuntimeException e) {
            // It was broken already; nothing is lost.
        }
    }
}

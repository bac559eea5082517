package org.beistand.client.platform.kerberos;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import javax.security.auth.Subject;
import javax.security.auth.kerberos.KerberosPrincipal;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;
import org.ietf.jgss.Oid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Somebody's session at his domain, which this program uses and never begins: nobody is asked for a password. */
sealed interface KerberosSession {
    /** Such as {@code anna@CLINIC.EXAMPLE}. */
    String name();

    /** Runs something as this person. */
    <T> T call(Callable<T> work) throws Exception;

    /** How the server is named to the domain. */
    GSSName server(GSSManager manager, String host) throws GSSException;

    /** The tickets that {@code kinit} or the sign-in at the machine left in a file. */
    record Cached(Subject subject, String name) implements KerberosSession {
        private static final Logger LOG = LoggerFactory.getLogger(Cached.class);

        /** @param file elsewhere than where the machine has it */
        static Optional<KerberosSession> find(Optional<Path> file) {
            Map<String, String> options =
                    new TreeMap<>(Map.of("useTicketCache", "true", "doNotPrompt", "true", "refreshKrb5Config", "true"));
            file.ifPresent(path -> options.put("ticketCache", path.toString()));
            AppConfigurationEntry entry = new AppConfigurationEntry(
                    "com.sun.security.auth.module.Krb5LoginModule", LoginModuleControlFlag.REQUIRED, options);
            Subject subject = new Subject();
            try {
                new LoginContext("beistand", subject, null, new Configuration() {
                            @Override
                            public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
                                return new AppConfigurationEntry[] {entry};
                            }
                        })
                        .login();
            } catch (LoginException | RuntimeException e) {
                LOG.debug("nobody is signed in at a domain", e);
                return Optional.empty();
            }
            return subject.getPrincipals(KerberosPrincipal.class).stream()
                    .findFirst()
                    .map(one -> new Cached(subject, one.getName()));
        }

        @Override
        public <T> T call(Callable<T> work) throws Exception {
            return Subject.callAs(subject, work);
        }

        /** In his own realm, exactly as it stands: a name that DNS makes of it would be DNS's choice. */
        @Override
        public GSSName server(GSSManager manager, String host) throws GSSException {
            String realm = name.substring(name.lastIndexOf('@') + 1);
            return manager.createName("HTTP/" + host + "@" + realm, new Oid("1.2.840.113554.1.2.2.1"));
        }
    }

    /** Windows' own session, through the bridge that the JDK has for it; the tickets never leave Windows. */
    record OfWindows(String name) implements KerberosSession {
        private static final Logger LOG = LoggerFactory.getLogger(OfWindows.class);

        static Optional<KerberosSession> find() {
            try {
                GSSCredential own = GSSManager.getInstance()
                        .createCredential(
                                null,
                                GSSCredential.DEFAULT_LIFETIME,
                                new Oid("1.2.840.113554.1.2.2"),
                                GSSCredential.INITIATE_ONLY);
                return Optional.of(new OfWindows(own.getName().toString()));
            } catch (GSSException | RuntimeException | UnsatisfiedLinkError e) {
                LOG.debug("nobody is signed in at a domain", e);
                return Optional.empty();
            }
        }

        @Override
        public <T> T call(Callable<T> work) throws Exception {
            return work.call();
        }

        @Override
        public GSSName server(GSSManager manager, String host) throws GSSException {
            return manager.createName("HTTP@" + host, GSSName.NT_HOSTBASED_SERVICE);
        }
    }
}

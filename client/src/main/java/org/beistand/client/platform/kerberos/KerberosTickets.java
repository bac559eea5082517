package org.beistand.client.platform.kerberos;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.beistand.client.meeting.DomainTickets;
import org.beistand.crypto.identity.CertificateBinding;
import org.beistand.protocol.operator.ShowTicket;
import org.beistand.protocol.wire.Octets;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.MessageProp;
import org.ietf.jgss.Oid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link DomainTickets} by the JDK's Kerberos, as the side that begins. */
public final class KerberosTickets implements DomainTickets { // 001-42
    private static final Logger LOG = LoggerFactory.getLogger(KerberosTickets.class);

    private final Supplier<Optional<KerberosSession>> sessions;
    /** The JDK waits for a silent domain for longer than anybody here does: not twice at a time. */
    private final Semaphore asking = new Semaphore(1);

    private KerberosTickets(Supplier<Optional<KerberosSession>> sessions) {
        this.sessions = sessions;
    }

    /** To be called before anybody uses Kerberos: on Windows it chooses whose Kerberos that is. */
    public static KerberosTickets ofThisMachine() {
        if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows")) {
            return new KerberosTickets(() -> KerberosSession.Cached.find(Optional.empty()));
        }
        // Java cannot read the tickets of Windows unless a registry key weakens it; the bridge asks Windows to use
        // them.
        System.setProperty("sun.security.jgss.native", "true");
        System.setProperty("javax.security.auth.useSubjectCredsOnly", "false");
        return new KerberosTickets(KerberosSession.OfWindows::find);
    }

    /** Those in a file of their own. */
    public static KerberosTickets in(Path cache) {
        return new KerberosTickets(() -> KerberosSession.Cached.find(Optional.of(cache)));
    }

    @Override
    public Optional<Holder> holder() {
        return sessions.get().map(Signed::new);
    }

    private final class Signed implements Holder {
        private final KerberosSession session;

        Signed(KerberosSession session) {
            this.session = session;
        }

        @Override
        public String name() {
            return session.name();
        }

        @Override
        public Optional<Proof> prove(String host) {
            if (!asking.tryAcquire()) {
                return Optional.empty();
            }
            try {
                return session.call(() -> begin(session, host));
            } catch (Exception e) {
                LOG.info("the domain gives no ticket for the operator server: {}", why(e));
                return Optional.empty();
            } finally {
                asking.release();
            }
        }
    }

    private static Optional<Proof> begin(KerberosSession session, String host) throws GSSException {
        GSSManager manager = GSSManager.getInstance();
        GSSContext context = manager.createContext(
                session.server(manager, host), new Oid("1.2.840.113554.1.2.2"), null, GSSContext.DEFAULT_LIFETIME);
        context.requestMutualAuth(true);
        context.requestInteg(true);
        context.requestConf(false);
        // The server learns who he is; it cannot go on to others in his name.
        context.requestCredDeleg(false);
        byte[] token = context.initSecContext(new byte[0], 0, 0);
        return token == null || token.length > ShowTicket.LARGEST
                ? Optional.empty()
                : Optional.of(new Begun(session, context, Octets.of(token)));
    }

    private record Begun(KerberosSession session, GSSContext context, Octets token) implements Proof {
        @Override
        public Optional<Octets> bind(Octets reply, Octets mic, X509Certificate server) {
            try {
                return session.call(() -> bound(reply, mic, server));
            } catch (Exception e) {
                LOG.warn("the operator server did not prove that the ticket is for it: {}", why(e));
                return Optional.empty();
            }
        }

        private Optional<Octets> bound(Octets reply, Octets mic, X509Certificate server) throws GSSException {
            context.initSecContext(reply.toArray(), 0, reply.length());
            if (!context.isEstablished() || !context.getMutualAuthState() || !context.getIntegState()) {
                return Optional.empty();
            }
            byte[] theirs = CertificateBinding.ofServer(server).toArray();
            context.verifyMIC(mic.toArray(), 0, mic.length(), theirs, 0, theirs.length, new MessageProp(0, false));
            byte[] ours = CertificateBinding.ofClient(server).toArray();
            return Optional.of(Octets.of(context.getMIC(ours, 0, ours.length, new MessageProp(0, false))));
        }

        @Override
        public String toString() {
            return "Begun[hidden]";
        }
    }

    private static String why(Exception e) {
        Throwable cause = e.getCause() instanceof GSSException inner ? inner : e;
        return cause instanceof GSSException gss
                ? gss.getMajorString() + ", " + gss.getMinorString()
                : cause.getClass().getSimpleName();
    }
}

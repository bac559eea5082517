package org.beistand.operator.login.kerberos;

import com.sun.security.jgss.ExtendedGSSContext;
import com.sun.security.jgss.InquireType;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.security.auth.Subject;
import javax.security.auth.kerberos.EncryptionKey;
import org.beistand.crypto.identity.CertificateBinding;
import org.beistand.operator.login.DirectoryName;
import org.beistand.operator.login.Tickets;
import org.beistand.protocol.wire.Octets;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.MessageProp;
import org.ietf.jgss.Oid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link Tickets} by the JDK's Kerberos, as the side that accepts: it needs the keys and the clock, and no domain controller. */
public final class KerberosTickets implements Tickets { // 001-42
    private static final Logger LOG = LoggerFactory.getLogger(KerberosTickets.class);
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final int AT_ONCE = 8;

    private final Subject self;
    private final String realm;
    private final X509Certificate certificate;
    private final GSSManager manager = GSSManager.getInstance();
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** @param certificate the one that this server shows on its connections */
    public KerberosTickets(ServiceKeys keys, X509Certificate certificate) {
        this.self = new Subject(true, Set.of(keys.service()), Set.of(), Set.copyOf(keys.keys()));
        this.realm = keys.service().getRealm();
        this.certificate = certificate;
    }

    /** The first ticket takes a second longer than the others, and this takes it off the first person. */
    public void warmUp() {
        threads.execute(() -> {
            try {
                Subject.callAs(self, () -> accept(Octets.EMPTY));
            } catch (RuntimeException e) {
                LOG.debug("nothing is no ticket", e);
            }
            LOG.info("tickets of {} are taken instead of passwords", realm);
        });
    }

    @Override
    public Optional<Shown> read(Octets token) {
        Future<Optional<Shown>> answer;
        try {
            answer = threads.submit(() -> inPlace(token));
        } catch (RejectedExecutionException e) {
            return Optional.empty();
        }
        try {
            return answer.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn("a ticket could not be read in time");
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("reading a ticket failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            answer.cancel(true);
        }
    }

    private Optional<Shown> inPlace(Octets token) throws InterruptedException {
        places.acquire();
        try {
            return attempt(token);
        } finally {
            places.release();
        }
    }

    private Optional<Shown> attempt(Octets token) {
        try {
            return Subject.callAs(self, () -> accept(token));
        } catch (RuntimeException e) {
            // The JDK reads the token, which anybody can make; what it throws at nonsense is not only its own
            // exception.
            LOG.info("a ticket was refused: {}", why(e));
            return Optional.empty();
        }
    }

    private static String why(RuntimeException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return cause instanceof GSSException gss
                ? gss.getMajorString() + ", " + gss.getMinorString()
                : cause.getClass().getSimpleName();
    }

    private Optional<Shown> accept(Octets token) throws GSSException {
        Oid kerberos = new Oid("1.2.840.113554.1.2.2");
        GSSContext context = manager.createContext(
                manager.createCredential(null, GSSCredential.DEFAULT_LIFETIME, kerberos, GSSCredential.ACCEPT_ONLY));
        byte[] reply = context.acceptSecContext(token.toArray(), 0, token.length());
        // A mutual context of Kerberos is whole after one token each way.
        if (!context.isEstablished() || reply == null || !context.getMutualAuthState() || !context.getIntegState()) {
            LOG.info("a ticket was refused: its context is not mutual");
            return Optional.empty();
        }
        if (!(context instanceof ExtendedGSSContext extended)
                || !(extended.inquireSecContext(InquireType.KRB5_GET_SESSION_KEY_EX) instanceof EncryptionKey session)
                || !ServiceKeys.isStrong(session.getKeyType())) {
            LOG.info("a ticket was refused: it is not sealed with AES");
            return Optional.empty();
        }
        Optional<DirectoryName.Principal> holder = holder(context.getSrcName().toString(), realm);
        if (holder.isEmpty()) {
            LOG.info("a ticket was refused: it is of another realm, or of no person");
            return Optional.empty();
        }
        Octets bound = CertificateBinding.ofServer(certificate);
        Octets mic = Octets.of(context.getMIC(bound.toArray(), 0, bound.length(), new MessageProp(0, false)));
        return Optional.of(new Accepted(context, holder.get(), Octets.of(reply), mic));
    }

    /** The name of a person in our own realm, without parts: no other service, no machine. */
    static Optional<DirectoryName.Principal> holder(String principal, String realm) {
        String end = "@" + realm;
        String name = principal.endsWith(end) ? principal.substring(0, principal.length() - end.length()) : "";
        boolean person = !name.isEmpty()
                && name.length() <= 256
                && !name.endsWith("$")
                && name.chars().noneMatch(one -> one == '/' || one == '@' || one == '\\');
        return person
                ? Optional.of(new DirectoryName.Principal(name, realm.toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private final class Accepted implements Shown {
        private final GSSContext context;
        private final DirectoryName.Principal holder;
        private final Octets reply;
        private final Octets mic;

        Accepted(GSSContext context, DirectoryName.Principal holder, Octets reply, Octets mic) {
            this.context = context;
            this.holder = holder;
            this.reply = reply;
            this.mic = mic;
        }

        @Override
        public DirectoryName.Principal holder() {
            return holder;
        }

        @Override
        public Octets reply() {
            return reply;
        }

        @Override
        public Octets mic() {
            return mic;
        }

        @Override
        public boolean isBoundBy(Octets given) {
            Callable<Boolean> check = () -> {
                Octets bound = CertificateBinding.ofClient(certificate);
                context.verifyMIC(
                        given.toArray(),
                        0,
                        given.length(),
                        bound.toArray(),
                        0,
                        bound.length(),
                        new MessageProp(0, false));
                return true;
            };
            try {
                return Subject.callAs(self, check);
            } catch (RuntimeException e) {
                LOG.info("a ticket was not bound: {}", why(e));
                return false;
            }
        }
    }
}

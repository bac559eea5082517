package org.beistand.operator.mail;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.beistand.protocol.value.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link MailRoute} over SMTP: a new connection for each mail, in a virtual thread of its own, within one limit for all of it. */
public final class SmtpRoute implements MailRoute, AutoCloseable { // 001-22
    private static final Logger LOG = LoggerFactory.getLogger(SmtpRoute.class);

    private final MailSettings settings;
    private final InstantSource clock;
    private final SecureRandom random;
    private final Semaphore turns;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** What is done on a connection. */
    private interface Errand {
        void run(SmtpConversation there) throws NotSent;
    }

    public SmtpRoute(MailSettings settings, InstantSource clock, SecureRandom random) {
        this.settings = settings;
        this.clock = clock;
        this.random = random;
        this.turns = new Semaphore(settings.limits().atOnce());
    }

    /** Proves the server and our account once; to be called at the start. */
    public void check() throws NotSent {
        run(SmtpConversation::connect);
        LOG.info("the mail server {} answers", settings.server().host());
    }

    @Override
    public void send(Mail mail) throws NotSent {
        run(there -> {
            there.connect();
            there.send(mail);
        });
    }

    private void run(Errand errand) throws NotSent {
        try {
            if (!turns.tryAcquire(settings.limits().mail().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new NotSent(Reason.SERVER_BUSY, "no turn");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotSent(Reason.SERVER_BUSY, "interrupted");
        }
        try {
            inTime(errand, new SmtpConversation(settings, clock, random));
        } finally {
            turns.release();
        }
    }

    private void inTime(Errand errand, SmtpConversation there) throws NotSent {
        Future<?> work;
        try {
            // In a thread of its own, since some of what it does, such as asking for a host's address, knows no limit.
            work = threads.submit(() -> {
                try (there) {
                    errand.run(there);
                }
                return true;
            });
        } catch (RejectedExecutionException e) {
            throw new NotSent(Reason.SERVER_STOPPING, "stopping");
        }
        try {
            work.get(settings.limits().mail().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new NotSent(there.whenLate(), "it took too long");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof NotSent refused) {
                throw refused;
            }
            throw new IllegalStateException("sending a mail failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotSent(there.whenLate(), "interrupted");
        } finally {
            there.cutOff();
            work.cancel(true);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

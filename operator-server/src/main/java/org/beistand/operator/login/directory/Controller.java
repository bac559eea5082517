package org.beistand.operator.login.directory;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.beistand.operator.login.Directory.Verdict;
import org.beistand.protocol.value.Endpoint;
import org.jspecify.annotations.Nullable;

/** One domain controller, with the connections on which others are looked up. */
final class Controller implements AutoCloseable {
    /** Domain controllers end connections that were idle for longer; a fresh one costs a fraction of a second. */
    private static final Duration IDLE = Duration.ofMinutes(2);
    /** A controller that failed is asked last for so long. */
    private static final Duration REST = Duration.ofSeconds(30);

    private static final int MOST_IDLE = 8;

    private final Endpoint address;
    private final DirectorySettings settings;
    private final Clock clock;
    private final SecureRandom random;
    private final Deque<Idle> idle = new ArrayDeque<>();
    private Instant restsUntil = Instant.MIN;
    private Instant refusedUntil = Instant.MIN;
    private boolean closed;

    private record Idle(SecuredConnection connection, Instant since) {}

    /** What is asked on a connection. */
    interface Question<T> {
        T ask(SecuredConnection connection) throws ControllerFailed;
    }

    Controller(Endpoint address, DirectorySettings settings, Clock clock, SecureRandom random) {
        this.address = address;
        this.settings = settings;
        this.clock = clock;
        this.random = random;
    }

    Endpoint address() {
        return address;
    }

    /** On a connection of nobody, made for this one question. */
    <T> T asNobody(Question<T> question) throws ControllerFailed {
        try (SecuredConnection fresh = SecuredConnection.open(address, settings, clock, random)) {
            return question.ask(fresh);
        }
    }

    /** On a connection of the account that looks others up. */
    <T> T asOurselves(Question<T> question) throws ControllerFailed {
        SecuredConnection kept = take();
        if (kept != null) {
            try {
                return answered(kept, question);
            } catch (ControllerFailed e) {
                // It may have been closed at the other end while it was idle: that is no failure of the controller yet.
            }
        }
        if (wasRefused()) {
            throw new ControllerFailed("our own account was refused lately");
        }
        SecuredConnection fresh = SecuredConnection.open(address, settings, clock, random);
        try {
            Verdict verdict = fresh.bind(settings.account(), settings.password());
            if (verdict != Verdict.PROVED) {
                refused();
                throw new ControllerFailed("our own account was refused: " + verdict);
            }
        } catch (ControllerFailed e) {
            fresh.close();
            throw e;
        }
        return answered(fresh, question);
    }

    private <T> T answered(SecuredConnection connection, Question<T> question) throws ControllerFailed {
        boolean usable = false;
        try {
            T answer = question.ask(connection);
            usable = true;
            return answer;
        } finally {
            if (!usable || !keep(connection)) {
                connection.close();
            }
        }
    }

    /** With a wrong password in our own file, every sign-in would otherwise bring our account nearer to its lock. */
    private synchronized boolean wasRefused() {
        return clock.instant().isBefore(refusedUntil);
    }

    private synchronized void refused() {
        refusedUntil = clock.instant().plus(REST);
    }

    private synchronized @Nullable SecuredConnection take() {
        while (!idle.isEmpty()) {
            Idle newest = idle.removeLast();
            boolean young = clock.instant().isBefore(newest.since().plus(IDLE));
            if (young && newest.connection().isAlive()) {
                return newest.connection();
            }
            newest.connection().close();
        }
        return null;
    }

    private synchronized boolean keep(SecuredConnection connection) {
        if (closed || idle.size() >= MOST_IDLE) {
            return false;
        }
        idle.addLast(new Idle(connection, clock.instant()));
        return true;
    }

    synchronized boolean rests() {
        return clock.instant().isBefore(restsUntil);
    }

    synchronized void failed() {
        restsUntil = clock.instant().plus(REST);
    }

    synchronized void worked() {
        restsUntil = Instant.MIN;
    }

    @Override
    public synchronized void close() {
        closed = true;
        idle.forEach(one -> one.connection().close());
        idle.clear();
    }
}

package org.beistand.operator.login.directory;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.beistand.operator.login.Directory.Unreachable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All domain controllers: each question goes to the first one that answers it, within one limit for all. */
final class Controllers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Controllers.class);

    private final List<Controller> controllers;
    private final Duration limit;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** What one controller is asked. */
    interface Question<T> {
        T ask(Controller controller) throws ControllerFailed;
    }

    Controllers(DirectorySettings settings, Clock clock, SecureRandom random) {
        controllers = settings.controllers().stream()
                .map(address -> new Controller(address, settings, clock, random))
                .toList();
        limit = settings.limits().question();
    }

    <T> T ask(Question<T> question) throws Unreachable {
        Future<T> answer;
        try {
            // In a thread of its own, since some of what it does, such as asking for a host's address, knows no limit.
            answer = threads.submit(() -> first(question));
        } catch (RejectedExecutionException e) {
            throw new Unreachable("stopping");
        }
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new Unreachable("no domain controller answered in time");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Unreachable unreachable) {
                throw unreachable;
            }
            throw new IllegalStateException("asking the directory failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable("interrupted");
        } finally {
            answer.cancel(true);
        }
    }

    private <T> T first(Question<T> question) throws Unreachable {
        // Sorting keeps the administrator's order among those that rest and among those that do not.
        List<Controller> order = controllers.stream()
                .sorted(Comparator.comparing(Controller::rests))
                .toList();
        StringBuilder failures = new StringBuilder();
        for (Controller one : order) {
            try {
                T answer = question.ask(one);
                one.worked();
                return answer;
            } catch (ControllerFailed e) {
                one.failed();
                LOG.warn("the domain controller {} failed: {}", one.address(), e.getMessage());
                failures.append(failures.isEmpty() ? "" : "; ")
                        .append(one.address())
                        .append(' ')
                        .append(e.getMessage());
            }
            if (Thread.interrupted()) {
                break;
            }
        }
        throw new Unreachable(failures.toString());
    }

    @Override
    public void close() {
        threads.shutdownNow();
        controllers.forEach(Controller::close);
    }
}

package org.beistand.communication.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.beistand.protocol.report.SessionReport;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.SessionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder in which journals and reports wait. One thread of its own does everything that touches the disk.
 *
 * <pre>
 *  begin ──▶ &lt;session&gt;.journal ──close──▶ &lt;session&gt;.finished ──forget──▶ (nothing)
 *                    └── this server was killed: closed at the next start ──▶ .finished
 * </pre>
 *
 * A full disk is met like this: the reserve file is given up, so that the sessions that are running can be written to their end;
 * no new session begins until the reserve can be put aside again; and if even that does not suffice, witnesses are held back
 * until there is space.
 */
public final class Spool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
    /** Bytes that may wait for the disk before witnesses have to wait. */
    private static final long CROWDED = 4 << 20;

    private static final long CALM = 1 << 20;
    private static final Runnable END = () -> {};
    private static final Duration LONGEST_CLOSING = Duration.ofSeconds(20);

    private final SpoolFolder folder;
    private final FileLock lock;
    private final String server;
    private final InstantSource clock;
    private final Duration retry;
    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final Queue<CompletableFuture<Journal>> beginning = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Deque<Runnable> waitingForCalm = new ArrayDeque<>();
    private final Thread writer;
    private long waitingBytes; // guarded by waitingForCalm
    private boolean reserveGiven; // the writer's own
    private volatile boolean stuck;
    private volatile boolean closed;
    private volatile Consumer<SessionId> finished = session -> {};

    /** What could not be written last time is closed and ready to be read when this returns. */
    public static Spool open(Path folder, String server, InstantSource clock, ThreadFactory threads)
            throws SpoolUnusable {
        return open(new SpoolFolder(folder, Disk.REAL), server, clock, threads, Duration.ofSeconds(1));
    }

    static Spool open(SpoolFolder folder, String server, InstantSource clock, ThreadFactory threads, Duration retry)
            throws SpoolUnusable {
        FileLock lock = folder.lock();
        folder.recover();
        Spool spool = new Spool(folder, lock, server, clock, threads, retry);
        spool.writer.start();
        return spool;
    }

    private Spool(
            SpoolFolder folder,
            FileLock lock,
            String server,
            InstantSource clock,
            ThreadFactory threads,
            Duration retry) {
        this.folder = folder;
        this.lock = lock;
        this.server = server;
        this.clock = clock;
        this.retry = retry;
        this.writer = threads.newThread(this::work);
    }

    /** Who is told, on the spool's thread, that a report can be read. */
    public void onFinished(Consumer<SessionId> told) {
        finished = told;
    }

    /** Begins a journal; fails with {@link SpoolUnusable} if nothing can be written, or if there is one of that session. */
    public CompletableFuture<Journal> begin(SessionId session) {
        CompletableFuture<Journal> begun = new CompletableFuture<>();
        if (stuck || closed) {
            begun.completeExceptionally(SpoolUnusable.full(folder.path()));
            return begun;
        }
        beginning.add(begun);
        tasks.add(() -> begin(session, begun));
        return begun;
    }

    private void begin(SessionId session, CompletableFuture<Journal> begun) {
        beginning.remove(begun);
        if (begun.isDone()) {
            return; // refused while it waited for a disk that took nothing
        }
        try {
            JournalEntry.Opened first = new JournalEntry.Opened(session, server, clock.instant());
            begun.complete(new Journal(this, session, folder.begin(session, JournalFile.encode(first))));
            reserveGiven = false;
        } catch (FileAlreadyExistsException e) {
            begun.completeExceptionally(new SpoolUnusable(Reason.TICKET_REFUSED, folder.path()));
        } catch (IOException e) {
            LOG.error("No session can begin, nothing can be written in {}: {}", folder.path(), e.toString());
            begun.completeExceptionally(SpoolUnusable.full(folder.path()));
        }
    }

    /** The sessions that are over and whose reports are still here, the oldest first. */
    public CompletableFuture<List<SessionId>> finished() {
        return ask(folder::finished, List.of());
    }

    /** Empty if it is not here, or was damaged on disk. */
    public CompletableFuture<Optional<SessionReport>> read(SessionId session) {
        return ask(() -> folder.read(session), Optional.empty());
    }

    /** Somebody else keeps the report now. */
    public void forget(SessionId session) {
        tasks.add(() -> {
            try {
                folder.forget(session);
            } catch (IOException e) {
                LOG.error("The report of session {} was taken, but cannot be deleted here: {}", session, e.toString());
            }
        });
    }

    void append(Disk.Writing file, ByteBuffer bytes) {
        int size = bytes.remaining();
        synchronized (waitingForCalm) {
            waitingBytes += size;
        }
        tasks.add(() -> {
            untilWritten(() -> file.append(bytes));
            written(size);
        });
    }

    void finish(SessionId session, Disk.Writing file, ByteBuffer end) {
        append(file, end);
        tasks.add(() -> {
            if (untilWritten(() -> folder.finish(session, file))) {
                finished.accept(session);
            }
        });
    }

    boolean isCrowded() {
        synchronized (waitingForCalm) {
            return waitingBytes > CROWDED;
        }
    }

    void whenCalm(Runnable told) {
        synchronized (waitingForCalm) {
            if (waitingBytes > CALM) {
                waitingForCalm.add(told);
                return;
            }
        }
        told.run();
    }

    /** Writes what is waiting, then ends; gives up after a while if the disk does not take it. */
    @Override
    public void close() {
        closed = true;
        tasks.add(END);
        closing.countDown();
        try {
            if (!writer.join(LONGEST_CLOSING)) {
                LOG.error("The disk of {} does not answer; what was not written is lost", folder.path());
            }
            lock.channel().close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.warn("The lock of {} cannot be given back: {}", folder.path(), e.toString());
        }
    }

    private void work() {
        try {
            for (Runnable task = tasks.take(); task != END; task = tasks.take()) {
                run(task);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("A task of the spool failed", e);
        }
    }

    private void written(int size) {
        List<Runnable> calm = new ArrayList<>();
        synchronized (waitingForCalm) {
            waitingBytes -= size;
            if (waitingBytes <= CALM) {
                calm.addAll(waitingForCalm);
                waitingForCalm.clear();
            }
        }
        calm.forEach(Runnable::run);
    }

    /** @return false if this server stops before it was possible */
    private boolean untilWritten(Attempt attempt) {
        while (true) {
            try {
                attempt.run();
                stuck = false;
                return true;
            } catch (IOException e) {
                if (!reserveGiven) {
                    reserveGiven = true;
                    LOG.error("The disk of {} takes no more; its reserve is used: {}", folder.path(), e.toString());
                    folder.giveReserve();
                } else if (waitOrStop()) {
                    LOG.error("Something of a session could not be written before the end: {}", e.toString());
                    return false;
                }
            }
        }
    }

    private boolean waitOrStop() {
        stuck = true;
        // Those who came before that was known must not wait for the disk.
        for (var begun = beginning.poll(); begun != null; begun = beginning.poll()) {
            begun.completeExceptionally(SpoolUnusable.full(folder.path()));
        }
        try {
            return closing.await(retry.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private <T> CompletableFuture<T> ask(Question<T> question, T otherwise) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        tasks.add(() -> {
            try {
                answer.complete(question.ask());
            } catch (IOException e) {
                LOG.error("The spool {} cannot be read: {}", folder.path(), e.toString());
                answer.complete(otherwise);
            }
        });
        return answer;
    }

    /** Something that a full disk can refuse. */
    private interface Attempt {
        void run() throws IOException;
    }

    /** Something that a disk is asked for. */
    private interface Question<T> {
        T ask() throws IOException;
    }
}

package org.beistand.communication.report;

import java.nio.ByteBuffer;
import org.beistand.protocol.report.Testimony;
import org.beistand.protocol.value.SessionId;

/**
 * The journal of one session, open for writing. Nothing here waits for the disk: entries are written by the spool's own thread in
 * the order in which they were noted. Used by one thread at a time.
 */
public final class Journal {
    private final Spool spool;
    private final SessionId session;
    private final Disk.Writing file;
    private final TestimonyLimit limit = new TestimonyLimit();
    private boolean leftOut;
    private boolean closed;

    Journal(Spool spool, SessionId session, Disk.Writing file) {
        this.spool = spool;
        this.session = session;
        this.file = file;
    }

    /** Not for {@link JournalEntry.Heard} or {@link JournalEntry.Closed}. */
    public void note(JournalEntry entry) {
        if (!closed) {
            spool.append(file, JournalFile.encode(entry));
        }
    }

    /** What a witness said, unless there is too much of it already; then the report tells that it is not complete. */
    public void hear(Testimony testimony) {
        ByteBuffer bytes = JournalFile.encode(new JournalEntry.Heard(testimony));
        if (closed) {
            return;
        }
        if (limit.allows(testimony.witness(), bytes.remaining(), testimony.heard())) {
            spool.append(file, bytes);
        } else if (!leftOut) {
            leftOut = true;
            note(new JournalEntry.LeftOut(testimony.heard()));
        }
    }

    /** The session is over; its report can be read from the spool soon. */
    public void close(JournalEntry.Closed end) {
        if (!closed) {
            closed = true;
            spool.finish(session, file, JournalFile.encode(end));
        }
    }

    /** True while so much waits for the disk that witnesses should wait too. */
    public boolean isCrowded() {
        return spool.isCrowded();
    }

    /** Calls back once when the disk has caught up; at once if it has already. */
    public void whenCalm(Runnable told) {
        spool.whenCalm(told);
    }
}

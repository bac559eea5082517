package org.beistand.benchmarks.desktop;

import java.util.List;
import org.beistand.stories.StoryFailed;

/** Somebody who shows one desktop on another one, running and with everything allowed. */
interface Contender extends AutoCloseable {
    /** As in the table. */
    String name();

    /** Whose screen is shown. */
    Desktop shared();

    /** Where it is shown. */
    Desktop viewing();

    Cast cast();

    /** What the viewing process is connected to. */
    int port();

    /** Who does the work. @param servers that stand between; empty if there are none */
    record Cast(ProcessHandle sharing, ProcessHandle viewing, List<ProcessHandle> servers) {}

    /** Brings the viewer's window into the form in which one pixel is one pixel. */
    void arrange() throws StoryFailed;

    @Override
    void close();
}

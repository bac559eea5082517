package org.beistand.client.platform.macos;

import java.util.List;
import org.beistand.client.platform.macos.Geometry.Part;

/** What the window server says of the windows on the screen. */
interface WindowListing {
    /** @param layer 0 for those of programs, more for what lies above them */
    record Seen(long number, long process, String program, String title, Part part, int layer, double opacity) {}

    /** The highest first. */
    List<Seen> seen();

    /** The process that keys go to, 0 if it is not known. */
    long focusedProcess();

    DisplayMap displays();
}

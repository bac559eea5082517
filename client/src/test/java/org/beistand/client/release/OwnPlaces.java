package org.beistand.client.release;

import java.util.List;
import org.beistand.client.desktop.Area;

/** Windows of our own that only stand there. */
public record OwnPlaces(List<Area> areas) implements OwnWindows.Announced {
    public static final OwnPlaces NONE = new OwnPlaces(List.of());

    @Override
    public boolean focused() {
        return false;
    }

    @Override
    public boolean asking() {
        return false;
    }
}

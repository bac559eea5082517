package org.beistand.client.release;

import java.util.List;
import org.beistand.client.desktop.Area;

/** None of the windows is ours. */
public final class NoOwnWindows implements OwnWindows.Announced {
    @Override
    public List<Area> areas() {
        return List.of();
    }

    @Override
    public boolean focused() {
        return false;
    }

    @Override
    public boolean asking() {
        return false;
    }
}

package org.beistand.client.platform.x11;

import java.util.List;
import org.beistand.client.desktop.Area;
import org.beistand.client.release.OwnWindows;

/** None of the windows is ours. */
final class Nobody implements OwnWindows.Announced {
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

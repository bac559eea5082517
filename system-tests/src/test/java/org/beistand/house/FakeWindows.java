package org.beistand.house;

import java.util.List;
import org.beistand.client.desktop.Area;
import org.beistand.client.release.OwnWindows;

/** Our own windows, wherever a test puts them. */
public final class FakeWindows implements OwnWindows.Announced {
    public volatile List<Area> areas = List.of();
    public volatile boolean focused;
    public volatile boolean asking;

    @Override
    public List<Area> areas() {
        return areas;
    }

    @Override
    public boolean focused() {
        return focused;
    }

    @Override
    public boolean asking() {
        return asking;
    }
}

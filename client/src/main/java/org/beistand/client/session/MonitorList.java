package org.beistand.client.session;

import java.util.List;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Monitor;
import org.beistand.protocol.session.screen.MonitorPlace;
import org.beistand.protocol.session.screen.MonitorsTold;
import org.beistand.protocol.value.PersonName;

/** Monitors on their way from the machine that has them to the person who chooses among them. */
final class MonitorList {
    private MonitorList() {}

    /** What is said of them; a name that could change how other text is shown is left out. */
    static MonitorsTold told(int epoch, List<Monitor> monitors) {
        return new MonitorsTold(
                epoch,
                monitors.stream()
                        .filter(monitor -> !monitor.area().isEmpty())
                        .limit(MonitorsTold.MOST)
                        .map(MonitorList::place)
                        .toList());
    }

    private static MonitorPlace place(Monitor monitor) {
        Area area = monitor.area();
        return new MonitorPlace(
                monitor.id(),
                wellBehaved(monitor.name()),
                area.x(),
                area.y(),
                area.width(),
                area.height(),
                monitor.primary(),
                Math.clamp(monitor.scalePercent(), 0, 0xFFFF));
    }

    private static String wellBehaved(String name) {
        if (!PersonName.isHarmless(name)) {
            return "";
        }
        int letters = Math.min(name.codePointCount(0, name.length()), MonitorPlace.LONGEST_NAME);
        return name.substring(0, name.offsetByCodePoints(0, letters));
    }

    /** What can be shown of what was said: nothing of it lies outside the picture. */
    static List<Monitor> within(Area picture, MonitorsTold told) {
        return told.monitors().stream()
                .map(place -> new Monitor(
                        place.id(),
                        place.name(),
                        new Area(place.x(), place.y(), place.width(), place.height()).intersect(picture),
                        place.primary(),
                        place.scalePercent()))
                .filter(monitor -> !monitor.area().isEmpty())
                .toList();
    }
}

package org.beistand.client.platform.x11;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Monitor;

/** Which monitors there are, as the RANDR extension tells. Used under the connection's monitor. */
final class MonitorWatch {
    private static final int SCREEN_CRTC_AND_OUTPUT_CHANGE = 1 | 2 | 4;
    private static final int EVENTS = 2;
    private static final int MOST = 32;
    private static final int LONGEST_NAME = 64;
    private static final int ACTIVE_ONLY = 1;
    private static final int MONITOR = 56; // the size of an XRRMonitorInfo
    private static final Comparator<Monitor> PRIMARY_FIRST = Comparator.comparing(Monitor::primary)
            .reversed()
            .thenComparing(monitor -> monitor.area().x())
            .thenComparing(monitor -> monitor.area().y());

    private final XConnection x;
    private final int firstEvent;
    private final boolean told;

    MonitorWatch(XConnection x) {
        this.x = x;
        XConnection.Extension extension = x.extension("RANDR");
        this.firstEvent = extension == null ? -1 : extension.firstEvent();
        this.told = extension != null && begin();
    }

    /** Servers have lists of monitors from version 1.5 on. */
    private boolean begin() {
        try {
            MemorySegment version = x.scratch();
            boolean spoken = Xrandr.queryVersion(x.display(), version, version.asSlice(4)) != 0;
            int major = version.get(JAVA_INT, 0);
            int minor = version.get(JAVA_INT, 4);
            if (!spoken || major < 1 || major == 1 && minor < 5) {
                return false;
            }
            Xrandr.selectInput(x.display(), x.root(), SCREEN_CRTC_AND_OUTPUT_CHANGE);
            return true;
        } catch (LinkageError absent) {
            return false;
        }
    }

    boolean isChange(int type) {
        return told && type >= firstEvent && type < firstEvent + EVENTS;
    }

    /** @param bounds of the whole screen; a monitor that reaches beyond them is about to change as well */
    List<Monitor> monitors(Area bounds) {
        List<Monitor> found = new ArrayList<>();
        MemorySegment count = x.scratch();
        long list = told ? Xrandr.getMonitors(x.display(), x.root(), ACTIVE_ONLY, count) : 0;
        if (list != 0) {
            int monitors = Math.clamp(count.get(JAVA_INT, 0), 0, MOST);
            MemorySegment all = MemorySegment.ofAddress(list).reinterpret((long) MONITOR * monitors);
            for (int i = 0; i < monitors; i++) {
                found.add(read(all.asSlice((long) MONITOR * i, MONITOR), bounds));
            }
            Xrandr.freeMonitors(list);
        }
        found.removeIf(monitor -> monitor.area().isEmpty());
        found.sort(PRIMARY_FIRST);
        if (found.isEmpty()) {
            return List.of(Monitor.whole(bounds));
        }
        found.set(0, primary(found.getFirst())); // nobody needs to have chosen one
        return List.copyOf(found);
    }

    private static Monitor primary(Monitor one) {
        return new Monitor(one.id(), one.name(), one.area(), true, one.scalePercent());
    }

    /** XRRMonitorInfo: name at 0, primary at 8, number of outputs at 16, place at 20, size at 28, outputs behind 48. */
    private Monitor read(MemorySegment monitor, Area bounds) {
        long name = monitor.get(JAVA_LONG, 0);
        int outputs = monitor.get(JAVA_INT, 16);
        Area area = new Area(
                monitor.get(JAVA_INT, 20),
                monitor.get(JAVA_INT, 24),
                Math.max(0, monitor.get(JAVA_INT, 28)),
                Math.max(0, monitor.get(JAVA_INT, 32)));
        boolean primary = monitor.get(JAVA_INT, 8) != 0;
        Optional<String> product = outputs < 1
                ? Optional.empty()
                : productName(MemorySegment.ofAddress(monitor.get(JAVA_LONG, 48))
                        .reinterpret(8)
                        .get(JAVA_LONG, 0));
        return new Monitor((int) name, product.orElseGet(() -> nameOf(name)), area.intersect(bounds), primary, 0);
    }

    private Optional<String> productName(long output) {
        MemorySegment results = x.scratch().asSlice(64, 40); // type, format, items, bytes after, value
        results.fill((byte) 0);
        int failure = Xrandr.getOutputProperty(
                x.display(),
                output,
                x.atom("EDID"),
                0,
                128 / 4,
                0,
                results,
                results.asSlice(8),
                results.asSlice(16),
                results.asSlice(24),
                results.asSlice(32));
        long value = results.get(JAVA_LONG, 32);
        if (failure != 0 || value == 0) {
            return Optional.empty();
        }
        boolean bytes = results.get(JAVA_INT, 8) == 8;
        byte[] edid = MemorySegment.ofAddress(value)
                .reinterpret(bytes ? results.get(JAVA_LONG, 16) : 0)
                .toArray(JAVA_BYTE);
        Xlib.free(value);
        return Edid.productName(edid);
    }

    /** For example that of the socket. */
    private String nameOf(long atom) {
        long address = Xlib.getAtomName(x.display(), atom);
        if (address == 0) {
            return "";
        }
        String name =
                MemorySegment.ofAddress(address).reinterpret(Long.MAX_VALUE).getString(0);
        Xlib.free(address);
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }
}

package org.beistand.client.platform.windows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Windows;
import org.beistand.client.platform.pixels.RoundedCorners;
import org.beistand.client.platform.windows.WindowTable.Facts;

/**
 * The windows of a Windows machine in their real order. Of our own each counts with the edge by which it is resized, for that can
 * be clicked as well; of others as much as is seen. Two lists that are equal are taken for the same moment; what came and went
 * between them nobody tells.
 */
public final class TopLevelWindows implements Windows {
    private static final Set<String> BACKGROUNDS = Set.of("Progman", "WorkerW");
    private static final Set<String> BARS = Set.of("Shell_TrayWnd", "Shell_SecondaryTrayWnd");
    /** Menus, tips and lists that fall open, by the classes that Windows itself has for them. */
    private static final Set<String> MENUS = Set.of("#32768", "tooltips_class32", "ComboLBox", "DropDown");

    /** Windows 11 rounds corners by eight pixels at 96 dots per inch. */
    private static final int CORNER = 8;

    private final WindowTable table;
    private final long ownProcess;
    private final LongFunction<String> programs;
    /** By process, for the windows that are there. */
    private Map<Long, String> names = new HashMap<>();

    private List<DesktopWindow> last = List.of();
    private long moment;
    private boolean closed;

    /** @param programs the name of a process' program, empty if it is not known */
    TopLevelWindows(WindowTable table, long ownProcess, LongFunction<String> programs) {
        this.table = table;
        this.ownProcess = ownProcess;
        this.programs = programs;
    }

    @Override
    public synchronized List<DesktopWindow> stacked() {
        return closed ? List.of() : list();
    }

    @Override
    public synchronized Optional<Stacking> stacking() {
        if (closed) {
            return Optional.empty();
        }
        List<DesktopWindow> now = list();
        if (!now.equals(last)) {
            last = now;
            moment++;
        }
        return Optional.of(new Stacking(moment, now));
    }

    /** The picture follows the windows with the next frame. */
    @Override
    public boolean areComposed() {
        return true;
    }

    private List<DesktopWindow> list() {
        Area all = table.virtualScreen();
        List<DesktopWindow> windows = new ArrayList<>();
        Map<Long, String> met = new HashMap<>();
        for (long handle : table.handles().reversed()) {
            Facts facts = table.facts(handle);
            if (facts.isSeen()) {
                met.computeIfAbsent(facts.process(), this::name);
                windows.add(window(handle, facts, all, met));
            }
        }
        names = met;
        return List.copyOf(windows);
    }

    @Override
    public synchronized Optional<DesktopWindow> focused() {
        long handle = closed ? 0 : table.foreground();
        if (handle == 0) {
            return Optional.empty();
        }
        Facts facts = table.facts(handle);
        names.computeIfAbsent(facts.process(), this::name);
        return Optional.of(window(handle, facts, table.virtualScreen(), names));
    }

    private String name(long process) {
        String known = names.get(process);
        return known != null ? known : programs.apply(process);
    }

    private DesktopWindow window(long handle, Facts facts, Area all, Map<Long, String> known) {
        Area outer = NativeCaptures.relative(facts.outer(), all);
        Area frame = NativeCaptures.relative(facts.frame(), all);
        boolean ours = facts.process() == ownProcess;
        return new DesktopWindow(
                handle,
                facts.title(),
                known.getOrDefault(facts.process(), ""),
                facts.process() == 0 ? -1 : facts.process(),
                ours ? outer : frame,
                NativeCaptures.around(List.of(outer, frame)),
                facts.translucent() || facts.passedThrough() ? List.of() : withoutCorners(frame, facts.dotsPerInch()),
                use(facts.kind()),
                facts.owner(),
                MENUS.contains(facts.kind()),
                facts.passedThrough());
    }

    private static Use use(String kind) {
        if (BACKGROUNDS.contains(kind)) {
            return Use.BACKGROUND;
        }
        return BARS.contains(kind) ? Use.TASKBAR : Use.PROGRAM;
    }

    /** What is beneath shows in the corners. */
    static List<Area> withoutCorners(Area frame, int dotsPerInch) {
        return RoundedCorners.without(frame, (CORNER * Math.max(dotsPerInch, 96) + 95) / 96 + 1);
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}

package org.beistand.client.platform.windows;

import static java.lang.foreign.ValueLayout.ADDRESS;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.beistand.client.desktop.Area;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Duplicated outputs where there are any, else the copied desktop; whichever it was the first time is kept to. */
final class NativeCaptures implements Captures {
    private static final Logger LOG = LoggerFactory.getLogger(NativeCaptures.class);
    private static final int D3D_DRIVER_TYPE_UNKNOWN = 0; // d3dcommon.h; said when an adapter is given
    private static final int D3D11_SDK_VERSION = 7;
    private static final int MOST = 16;

    private boolean copying;

    @Override
    public Optional<Capture> open() throws Capture.Lost {
        if (!copying) {
            try (Dpi unused = Dpi.pixels()) {
                return Optional.of(duplicated());
            } catch (ComFailed e) {
                if (e.willPass()) {
                    return Optional.empty();
                }
                LOG.info("no output is duplicated ({}), so the desktop is copied", e.getMessage());
            } catch (LinkageError e) {
                LOG.info("there is no Direct3D, so the desktop is copied");
            }
            copying = true;
        }
        return Optional.of(CopiedDesktop.open());
    }

    /** All of them or none: a monitor that stays black would be a lie. */
    private static Capture duplicated() throws ComFailed {
        List<ComObject> held = new ArrayList<>();
        List<Found> found = new ArrayList<>();
        DxgiFactory factory = factory();
        boolean complete = false;
        try {
            for (int number = 0; number < MOST; number++) {
                Optional<DxgiAdapter> adapter = adapter(factory, number);
                if (adapter.isEmpty()) {
                    break;
                }
                held.add(adapter.get());
                outputs(adapter.get(), held, found);
            }
            if (found.isEmpty()) {
                throw new ComFailed(ComFailed.DXGI_ERROR_UNSUPPORTED);
            }
            Area all = around(found.stream().map(one -> one.place().area()).toList());
            List<DuplicatedOutput> outputs = found.stream()
                    .map(one -> new DuplicatedOutput(
                            one.device(),
                            one.duplication(),
                            relative(one.place().area(), all),
                            one.place().turn()))
                    .toList();
            complete = true;
            return new DuplicatedOutputs(factory, held.reversed(), outputs, all);
        } finally {
            if (!complete) {
                found.forEach(one -> one.duplication().close());
                held.reversed().forEach(ComObject::close);
                factory.close();
            }
        }
    }

    private record Found(D3dDevice device, OutputDuplication duplication, DxgiOutput.Place place) {}

    private static void outputs(DxgiAdapter adapter, List<ComObject> held, List<Found> found) throws ComFailed {
        Optional<D3dDevice> device = Optional.empty();
        for (int number = 0; number < MOST; number++) {
            Optional<DxgiOutput> output = output(adapter, number);
            if (output.isEmpty()) {
                return;
            }
            held.add(output.get());
            DxgiOutput.Place place = output.get().place();
            if (place.attached() && !place.area().isEmpty()) {
                if (device.isEmpty()) {
                    device = Optional.of(device(adapter));
                    held.add(device.get());
                }
                found.add(new Found(device.get(), output.get().duplicate(device.get()), place));
            }
        }
    }

    private static DxgiFactory factory() throws ComFailed {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment made = arena.allocate(ADDRESS);
            ComFailed.check(Dxgi.createFactory(DxgiFactory.ID.in(arena), made));
            return new DxgiFactory(made.get(ADDRESS, 0));
        }
    }

    private static Optional<DxgiAdapter> adapter(DxgiFactory factory, int number) throws ComFailed {
        try {
            return Optional.of(factory.adapter(number));
        } catch (ComFailed e) {
            return afterLast(e);
        }
    }

    private static Optional<DxgiOutput> output(DxgiAdapter adapter, int number) throws ComFailed {
        try {
            return Optional.of(adapter.output(number));
        } catch (ComFailed e) {
            return afterLast(e);
        }
    }

    private static <T> Optional<T> afterLast(ComFailed e) throws ComFailed {
        if (e.code() == ComFailed.DXGI_ERROR_NOT_FOUND) {
            return Optional.empty();
        }
        throw e;
    }

    private static D3dDevice device(DxgiAdapter adapter) throws ComFailed {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment device = arena.allocate(ADDRESS);
            MemorySegment context = arena.allocate(ADDRESS);
            ComFailed.check(D3d11.createDevice(
                    adapter.self(),
                    D3D_DRIVER_TYPE_UNKNOWN,
                    0,
                    0,
                    MemorySegment.NULL,
                    0,
                    D3D11_SDK_VERSION,
                    device,
                    MemorySegment.NULL,
                    context));
            return new D3dDevice(device.get(ADDRESS, 0), context.get(ADDRESS, 0));
        }
    }

    /** @param areas at least one */
    static Area around(List<Area> areas) {
        int left = areas.stream().mapToInt(Area::x).min().orElseThrow();
        int top = areas.stream().mapToInt(Area::y).min().orElseThrow();
        int right =
                areas.stream().mapToInt(area -> area.x() + area.width()).max().orElseThrow();
        int bottom =
                areas.stream().mapToInt(area -> area.y() + area.height()).max().orElseThrow();
        return new Area(left, top, right - left, bottom - top);
    }

    /** In the picture, whose upper left corner is that of all. */
    static Area relative(Area area, Area all) {
        return new Area(area.x() - all.x(), area.y() - all.y(), area.width(), area.height());
    }
}

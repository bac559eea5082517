package org.beistand.client.platform.windows;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.ScreenSource.Move;
import org.beistand.client.platform.foreign.CStruct;

/**
 * A graphics adapter made of memory: real tables of real functions, in the places where the headers have them, so that what calls
 * them is the code that calls Windows.
 */
final class FakeGraphics implements AutoCloseable {
    private static final int ROOM = 64;
    private static final int NOT_IMPLEMENTED = 0x80004001;
    private static final int PITCH_GAP = 16;

    private final Arena arena = Arena.ofShared();
    private final Map<Long, Texture> textures = new HashMap<>();
    private final Map<Long, Integer> references = new HashMap<>();
    private final MemorySegment unexpected;

    /** What was called that no interface of ours needs. */
    final List<String> unexpectedCalls = new ArrayList<>();

    /** What was copied, one area after the other. */
    final List<Area> copied = new ArrayList<>();

    boolean current = true;

    interface Call1 {
        int call(MemorySegment self);
    }

    interface Call3 {
        int call(MemorySegment self, MemorySegment one, MemorySegment two);
    }

    interface Call4 {
        int call(MemorySegment self, MemorySegment one, MemorySegment two, MemorySegment three);
    }

    interface Acquire {
        int call(MemorySegment self, int millis, MemorySegment facts, MemorySegment resource);
    }

    interface Describe {
        void call(MemorySegment self, MemorySegment found);
    }

    interface MapIt {
        int call(MemorySegment self, MemorySegment texture, int part, int kind, int flags, MemorySegment mapped);
    }

    interface UnmapIt {
        void call(MemorySegment self, MemorySegment texture, int part);
    }

    interface CopyPart {
        void call(
                MemorySegment self,
                MemorySegment to,
                int toPart,
                int x,
                int y,
                int z,
                MemorySegment from,
                int fromPart,
                MemorySegment box);
    }

    /** Rows of {@code width * 4} bytes and a gap. */
    private record Texture(int width, int height, MemorySegment pixels) {
        int pitch() {
            return 4 * width + PITCH_GAP;
        }

        int get(int x, int y) {
            return pixels.get(JAVA_INT, (long) y * pitch() + 4L * x);
        }

        void set(int x, int y, int value) {
            pixels.set(JAVA_INT, (long) y * pitch() + 4L * x, value);
        }
    }

    FakeGraphics() {
        unexpected = stub(
                Call1.class,
                self -> {
                    unexpectedCalls.add("of " + self.address());
                    return NOT_IMPLEMENTED;
                },
                FunctionDescriptor.of(JAVA_INT, ADDRESS));
    }

    private <T> MemorySegment stub(Class<T> shape, T function, FunctionDescriptor descriptor) {
        try {
            MethodHandle handle = MethodHandles.lookup()
                    .findVirtual(shape, "call", descriptor.toMethodType())
                    .bindTo(function);
            return Linker.nativeLinker().upcallStub(handle, descriptor, arena);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private MemorySegment object(Map<Integer, MemorySegment> methods) {
        MemorySegment table = arena.allocate(ADDRESS, ROOM);
        for (int i = 0; i < ROOM; i++) {
            table.setAtIndex(ADDRESS, i, methods.getOrDefault(i, unexpected));
        }
        table.setAtIndex(ADDRESS, 2, release()); // IUnknown::Release
        MemorySegment object = arena.allocate(ADDRESS);
        object.set(ADDRESS, 0, table);
        references.put(object.address(), 1);
        return object;
    }

    private MemorySegment release() {
        return stub(
                Call1.class,
                self -> references.merge(self.address(), -1, Integer::sum),
                FunctionDescriptor.of(JAVA_INT, ADDRESS));
    }

    /** Those that were made and not yet given back. */
    int heldReferences() {
        return references.values().stream().mapToInt(Integer::intValue).sum();
    }

    DxgiFactory factory() {
        return new DxgiFactory(object(Map.of(
                13, // IDXGIFactory1::IsCurrent
                stub(Call1.class, self -> current ? 1 : 0, FunctionDescriptor.of(JAVA_INT, ADDRESS)))));
    }

    private MemorySegment texture(int width, int height) {
        MemorySegment[] self = new MemorySegment[1];
        self[0] = object(Map.of(
                0, // IUnknown::QueryInterface
                stub(
                        Call3.class,
                        (object, id, found) -> asTexture(object, id, found),
                        FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS)),
                10, // ID3D11Texture2D::GetDesc
                stub(
                        Describe.class,
                        (object, found) -> describe(object, found),
                        FunctionDescriptor.ofVoid(ADDRESS, ADDRESS))));
        textures.put(
                self[0].address(),
                new Texture(width, height, arena.allocate((4L * width + PITCH_GAP) * height, Integer.BYTES)));
        return self[0];
    }

    private int asTexture(MemorySegment object, MemorySegment id, MemorySegment found) {
        if (id.reinterpret(16).get(JAVA_INT, 0) != 0x6f15aaf2) {
            return NOT_IMPLEMENTED;
        }
        references.merge(object.address(), 1, Integer::sum);
        found.reinterpret(8).set(ADDRESS, 0, object);
        return 0;
    }

    private void describe(MemorySegment object, MemorySegment found) {
        Texture texture = textures.get(object.address());
        MemorySegment description = found.reinterpret(44);
        description.set(JAVA_INT, 0, texture.width());
        description.set(JAVA_INT, 4, texture.height());
        description.set(JAVA_INT, 16, 87);
    }

    D3dDevice device() {
        MemorySegment context = object(Map.of(
                14, // ID3D11DeviceContext::Map
                stub(
                        MapIt.class,
                        (self, texture, part, kind, flags, mapped) -> map(texture, mapped),
                        FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS)),
                15, // ID3D11DeviceContext::Unmap
                stub(UnmapIt.class, (self, texture, part) -> {}, FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, JAVA_INT)),
                46, // ID3D11DeviceContext::CopySubresourceRegion
                stub(
                        CopyPart.class,
                        (self, to, toPart, x, y, z, from, fromPart, box) -> copy(to, x, y, from, box),
                        FunctionDescriptor.ofVoid(
                                ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT,
                                ADDRESS))));
        MemorySegment device = object(Map.of(
                5, // ID3D11Device::CreateTexture2D
                stub(
                        Call4.class,
                        (self, wanted, initial, made) -> {
                            MemorySegment facts = wanted.reinterpret(44);
                            made.reinterpret(8)
                                    .set(ADDRESS, 0, texture(facts.get(JAVA_INT, 0), facts.get(JAVA_INT, 4)));
                            return 0;
                        },
                        FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS))));
        return new D3dDevice(device, context);
    }

    private int map(MemorySegment texture, MemorySegment mapped) {
        Texture one = textures.get(texture.address());
        MemorySegment found = mapped.reinterpret(16);
        found.set(ADDRESS, 0, one.pixels());
        found.set(JAVA_INT, 8, one.pitch());
        return 0;
    }

    private void copy(MemorySegment to, int x, int y, MemorySegment from, MemorySegment box) {
        MemorySegment part = box.reinterpret(24);
        int left = part.get(JAVA_INT, 0);
        int top = part.get(JAVA_INT, 4);
        int right = part.get(JAVA_INT, 12);
        int bottom = part.get(JAVA_INT, 16);
        if (part.get(JAVA_INT, 8) != 0 || part.get(JAVA_INT, 20) != 1) {
            throw new IllegalStateException("a box without depth copies nothing");
        }
        copied.add(new Area(left, top, right - left, bottom - top));
        for (int row = top; row < bottom; row++) {
            for (int column = left; column < right; column++) {
                textures.get(to.address())
                        .set(
                                x + column - left,
                                y + row - top,
                                textures.get(from.address()).get(column, row));
            }
        }
    }

    /** A monitor whose frames are made by hand. */
    final class Monitor {
        private final MemorySegment desktop;
        private final Deque<Integer> results = new ArrayDeque<>();
        private final Deque<Frame> frames = new ArrayDeque<>();
        private Frame shown = new Frame(true, 0, List.of(), List.of());
        private boolean acquired;

        private record Frame(boolean drawn, int metadata, List<Area> dirty, List<Move> moves) {}

        Monitor(int width, int height) {
            desktop = texture(width, height);
        }

        void paint(int x, int y, int rgb) {
            textures.get(desktop.address()).set(x, y, rgb);
        }

        /** Something was drawn, and this is what is told of it. */
        void frame(List<Area> dirty, List<Move> moves) {
            frames.add(new Frame(true, 16 * dirty.size() + 24 * moves.size(), dirty, moves));
        }

        /** Something was drawn, and nobody tells where. */
        void untoldFrame() {
            frames.add(new Frame(true, 0, List.of(), List.of()));
        }

        void pointerFrame() {
            frames.add(new Frame(false, 0, List.of(), List.of()));
        }

        /** The next question for a frame is answered so. */
        void fail(int result) {
            results.add(result);
        }

        OutputDuplication duplication() {
            return new OutputDuplication(object(Map.of(
                    8, // IDXGIOutputDuplication::AcquireNextFrame
                    stub(
                            Acquire.class,
                            (self, millis, facts, resource) -> acquire(facts, resource),
                            FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, ADDRESS)),
                    9, // IDXGIOutputDuplication::GetFrameDirtyRects
                    stub(
                            Acquire.class,
                            (self, size, room, filled) -> dirty(size, room, filled),
                            FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, ADDRESS)),
                    10, // IDXGIOutputDuplication::GetFrameMoveRects
                    stub(
                            Acquire.class,
                            (self, size, room, filled) -> moves(size, room, filled),
                            FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, ADDRESS)),
                    14, // IDXGIOutputDuplication::ReleaseFrame
                    stub(Call1.class, self -> giveBack(), FunctionDescriptor.of(JAVA_INT, ADDRESS)))));
        }

        private int acquire(MemorySegment facts, MemorySegment resource) {
            if (acquired) {
                return 0x887A0001; // the last one was not given back
            }
            if (!results.isEmpty()) {
                return results.remove();
            }
            if (frames.isEmpty()) {
                return 0x887A0027; // nothing in time
            }
            shown = frames.remove();
            acquired = true;
            MemorySegment found = facts.reinterpret(48);
            found.set(JAVA_LONG, 0, shown.drawn() ? 1234 : 0);
            found.set(JAVA_LONG, 8, shown.drawn() ? 0 : 1234);
            found.set(JAVA_INT, 16, shown.drawn() ? 1 : 0);
            found.set(JAVA_INT, 40, shown.metadata());
            references.merge(desktop.address(), 1, Integer::sum);
            resource.reinterpret(8).set(ADDRESS, 0, desktop);
            return 0;
        }

        private int dirty(int size, MemorySegment room, MemorySegment filled) {
            return fill(size, 16 * shown.dirty().size(), room, filled, memory -> {
                long at = 0;
                for (Area area : shown.dirty()) {
                    rectangle(memory, at, area);
                    at += 16;
                }
            });
        }

        private int moves(int size, MemorySegment room, MemorySegment filled) {
            return fill(size, 24 * shown.moves().size(), room, filled, memory -> {
                long at = 0;
                for (Move move : shown.moves()) {
                    memory.set(JAVA_INT, at, move.from().x());
                    memory.set(JAVA_INT, at + 4, move.from().y());
                    rectangle(
                            memory,
                            at + 8,
                            new Area(
                                    move.x(),
                                    move.y(),
                                    move.from().width(),
                                    move.from().height()));
                    at += 24;
                }
            });
        }

        private int fill(
                int size, int needed, MemorySegment room, MemorySegment filled, Consumer<MemorySegment> filling) {
            filled.reinterpret(4).set(JAVA_INT, 0, needed);
            if (size < needed) {
                return 0x887A0003;
            }
            filling.accept(room.reinterpret(size));
            return 0;
        }

        private static void rectangle(MemorySegment memory, long at, Area area) {
            memory.set(JAVA_INT, at, area.x());
            memory.set(JAVA_INT, at + 4, area.y());
            memory.set(JAVA_INT, at + CStruct.offset(Structs.RECT, "right"), area.x() + area.width());
            memory.set(JAVA_INT, at + CStruct.offset(Structs.RECT, "bottom"), area.y() + area.height());
        }

        private int giveBack() {
            acquired = false;
            return 0;
        }

        void unplug() {
            references.merge(desktop.address(), -1, Integer::sum);
        }
    }

    @Override
    public void close() {
        arena.close();
    }
}

package org.beistand.client.platform.windows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Picture;
import org.beistand.client.desktop.ScreenSource.Move;
import org.beistand.client.platform.pixels.Turn;
import org.beistand.client.platform.windows.D3dTexture.Description;
import org.beistand.client.platform.windows.OutputDuplication.Frame;

/**
 * One monitor. Each frame is copied at once to a picture of our own, as far as it is new, and given back: so the next one can
 * come, and whoever grabs later finds the last one whole.
 */
final class DuplicatedOutput implements AutoCloseable {
    private static final int MOST_AREAS = 24;

    private final D3dDevice device;
    private final OutputDuplication duplication;
    private final Area place;
    private final Turn turn;
    private Optional<Copy> copy = Optional.empty();
    private final List<Area> drawn = new ArrayList<>();
    private List<Move> moved = List.of();
    private int framesSinceTaken;

    private record Copy(D3dTexture texture, int width, int height) {
        Area area() {
            return new Area(0, 0, width, height);
        }
    }

    /**
     * What changed, in the picture of all monitors.
     *
     * @param moves only if they tell the whole way from the last time
     */
    record Changes(List<Area> damage, List<Move> moves) {}

    /** @param place of the monitor in the picture of all of them */
    DuplicatedOutput(D3dDevice device, OutputDuplication duplication, Area place, Turn turn) {
        this.device = device;
        this.duplication = duplication;
        this.place = place;
        this.turn = turn;
    }

    boolean hasChanges() {
        return !drawn.isEmpty();
    }

    boolean hasPicture() {
        return copy.isPresent();
    }

    /** @return whether there was a frame, with or without something drawn */
    boolean poll(int millis) throws ComFailed {
        Optional<Frame> next = duplication.next(millis);
        if (next.isEmpty()) {
            return false;
        }
        Frame frame = next.get();
        try (D3dTexture texture = frame.texture()) {
            if (frame.drawn() || copy.isEmpty()) {
                take(frame, texture);
            }
        } finally {
            duplication.giveBack();
        }
        return true;
    }

    private void take(Frame frame, D3dTexture texture) throws ComFailed {
        Description described = texture.describe();
        if (described.format() != D3dTexture.DXGI_FORMAT_B8G8R8A8_UNORM) {
            throw new ComFailed(ComFailed.DXGI_ERROR_UNSUPPORTED);
        }
        boolean first = copy.isEmpty()
                || copy.get().width() != described.width()
                || copy.get().height() != described.height();
        if (first) {
            copy.ifPresent(old -> old.texture().close());
            copy = Optional.empty();
            copy = Optional.of(new Copy(
                    device.readable(described.width(), described.height()), described.width(), described.height()));
        }
        Copy mine = copy.orElseThrow();
        List<Area> areas = first || !frame.told() ? List.of(mine.area()) : changed(frame, mine.area());
        for (Area area : areas) {
            device.copy(area, texture, mine.texture());
        }
        boolean alone = framesSinceTaken == 0 && !first;
        framesSinceTaken++;
        moved = alone ? frame.moves() : List.of();
        drawn.addAll(areas);
        if (drawn.size() > MOST_AREAS) {
            drawn.clear();
            drawn.add(mine.area());
        }
    }

    /** Where something was moved to has changed as much as where something was drawn. */
    static List<Area> changed(Frame frame, Area all) {
        List<Area> areas = new ArrayList<>();
        for (Move move : frame.moves()) {
            areas.add(new Area(
                    move.x(), move.y(), move.from().width(), move.from().height()));
        }
        areas.addAll(frame.dirty());
        areas.replaceAll(area -> area.intersect(all));
        areas.removeIf(Area::isEmpty);
        return areas.size() > MOST_AREAS ? List.of(all) : areas;
    }

    /** Writes what is new, or all, into the picture of all monitors. */
    Changes take(Picture into, boolean whole) throws ComFailed {
        if (copy.isEmpty() || drawn.isEmpty() && !whole) {
            return new Changes(List.of(), List.of());
        }
        Copy mine = copy.get();
        List<Area> wanted = whole ? List.of(mine.area()) : List.copyOf(drawn);
        List<Area> damage = new ArrayList<>();
        device.read(mine.texture(), mine.width(), mine.height(), rows -> {
            for (Area area : wanted) {
                Area seen = turn.seen(area, mine.width(), mine.height());
                rows.copy(seen, turn, into, place.x(), place.y());
                damage.add(placed(seen));
            }
        });
        List<Move> hints = whole
                ? List.of()
                : moved.stream().map(move -> placed(move, mine)).toList();
        drawn.clear();
        moved = List.of();
        framesSinceTaken = 0;
        return new Changes(damage, hints);
    }

    private Area placed(Area seen) {
        return new Area(place.x() + seen.x(), place.y() + seen.y(), seen.width(), seen.height());
    }

    private Move placed(Move move, Copy mine) {
        Area from = placed(turn.seen(move.from(), mine.width(), mine.height()));
        Area to = placed(turn.seen(
                new Area(move.x(), move.y(), move.from().width(), move.from().height()), mine.width(), mine.height()));
        return new Move(from, to.x(), to.y());
    }

    @Override
    public void close() {
        copy.ifPresent(mine -> mine.texture().close());
        copy = Optional.empty();
        duplication.close();
    }
}

package org.beistand.client.platform.windows;

import java.util.ArrayList;
import java.util.List;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Picture;
import org.beistand.client.desktop.ScreenSource.Grabbed;
import org.beistand.client.desktop.ScreenSource.Move;

/** Every monitor as its graphics adapter duplicates it, put together to one picture. */
final class DuplicatedOutputs implements Capture {
    private static final int PATIENCE_FOR_FIRST_PICTURE_MILLIS = 200;

    private final DxgiFactory factory;
    private final List<ComObject> held;
    private final List<DuplicatedOutput> outputs;
    private final Area all;

    /** @param held closed with this, after the outputs */
    DuplicatedOutputs(DxgiFactory factory, List<ComObject> held, List<DuplicatedOutput> outputs, Area all) {
        this.factory = factory;
        this.held = List.copyOf(held);
        this.outputs = List.copyOf(outputs);
        this.all = all;
    }

    @Override
    public Area virtualScreen() {
        return all;
    }

    @Override
    public boolean awaitDrawing(int millis) throws Lost {
        try {
            int each = Math.max(1, millis / outputs.size());
            for (DuplicatedOutput output : outputs) {
                boolean ready = outputs.stream().anyMatch(DuplicatedOutput::hasChanges);
                output.poll(ready ? 0 : each);
            }
        } catch (ComFailed e) {
            throw new Lost(e);
        }
        if (!factory.isCurrent()) {
            throw new Lost("a monitor has come or gone");
        }
        return outputs.stream().anyMatch(DuplicatedOutput::hasChanges);
    }

    @Override
    public Grabbed grab(Picture into, boolean whole) throws Lost {
        List<Area> damage = new ArrayList<>();
        List<Move> moves = new ArrayList<>();
        try {
            for (DuplicatedOutput output : outputs) {
                output.poll(output.hasPicture() ? 0 : PATIENCE_FOR_FIRST_PICTURE_MILLIS);
                DuplicatedOutput.Changes changes = output.take(into, whole);
                damage.addAll(changes.damage());
                moves.addAll(changes.moves());
            }
        } catch (ComFailed e) {
            throw new Lost(e);
        }
        return new Grabbed(whole ? List.of(into.area()) : damage, whole ? List.of() : moves);
    }

    @Override
    public void close() {
        outputs.forEach(DuplicatedOutput::close);
        held.forEach(ComObject::close);
        factory.close();
    }
}

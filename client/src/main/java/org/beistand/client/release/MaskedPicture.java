package org.beistand.client.release;

import java.util.List;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Picture;
import org.beistand.client.desktop.ScreenSource;
import org.beistand.client.release.Sharing.Choice;

/**
 * A picture of this screen in which nothing can be seen that is not released: made only by {@link MaskedScreen}. It is the same
 * picture each time, brought up to date, until the screen has another size.
 */
public final class MaskedPicture {
    private final Picture picture;
    private final List<Area> damage;
    private final List<ScreenSource.Move> moves;
    private final ScreenSource.Pointer pointer;
    private final List<Area> border;
    private final Choice choice;

    MaskedPicture(
            Picture picture,
            List<Area> damage,
            List<ScreenSource.Move> moves,
            ScreenSource.Pointer pointer,
            List<Area> border,
            Choice choice) {
        this.picture = picture;
        this.damage = List.copyOf(damage);
        this.moves = List.copyOf(moves);
        this.pointer = pointer;
        this.border = List.copyOf(border);
        this.choice = choice;
    }

    public Picture picture() {
        return picture;
    }

    /** Where it may be different from the one before, never less. */
    public List<Area> damage() {
        return damage;
    }

    /** What is said to have moved, as a hint. */
    public List<ScreenSource.Move> moves() {
        return moves;
    }

    /** Over hidden places it is invisible, and as it was where it was seen last. */
    public ScreenSource.Pointer pointer() {
        return pointer;
    }

    /** Strips that mark on the owner's screen what is shared. */
    public List<Area> border() {
        return border;
    }

    /** Under which it was masked. */
    Choice choice() {
        return choice;
    }
}

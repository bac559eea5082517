package org.beistand.client.release;

import java.util.Optional;
import org.beistand.client.consent.Gate;
import org.beistand.client.consent.Permitted;
import org.beistand.client.desktop.Picture;

/** Lets pictures of this screen go: to whom they are permitted, and only while there is no pause. Safe for any thread. */
public final class PictureRelease {
    private final Gate gate;
    private final Pause pause;

    public PictureRelease(Gate gate, Pause pause) {
        this.gate = gate;
        this.pause = pause;
    }

    /** Before it is compared or encoded. */
    public Optional<Released<Picture>> release(Permitted<Picture> permitted) {
        return pause.isPaused() ? Optional.empty() : Optional.of(new Released<>(permitted));
    }

    /**
     * When it is sealed: between release and sealing a pause may have begun, or the right may have ended.
     *
     * @param bytes of picture that leave with it
     * @return whether it left
     */
    public boolean leave(Released<Picture> released, int bytes, Runnable seal) {
        return pause.unlessPaused(() -> gate.whileLive(released.permitted(), () -> {
            seal.run();
            pause.sealedPicture(bytes);
        }));
    }
}

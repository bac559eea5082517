package org.beistand.client.release;

import java.util.Optional;
import org.beistand.client.consent.Gate;
import org.beistand.client.consent.Permitted;

/** Lets pictures of this screen go: masked, to whom they are permitted, and only while there is no pause. Safe for any thread. */
public final class PictureRelease {
    private final Gate gate;
    private final Pause pause;
    private final Sharing sharing;

    public PictureRelease(Gate gate, Pause pause, Sharing sharing) {
        this.gate = gate;
        this.pause = pause;
        this.sharing = sharing;
    }

    /** Before it is compared or encoded. */
    public Optional<Released<MaskedPicture>> release(Permitted<MaskedPicture> permitted) {
        boolean outdated = sharing.now().number() != permitted.action().choice().number();
        return pause.isPaused() || outdated ? Optional.empty() : Optional.of(new Released<>(permitted));
    }

    /**
     * When it is sealed: between release and sealing a pause may have begun, the right may have ended, or something else may be
     * shared.
     *
     * @param bytes of picture that leave with it
     * @return whether it left
     */
    public boolean leave(Released<MaskedPicture> released, int bytes, Runnable seal) {
        return pause.unlessPaused(() -> sharing.whileChosen(
                released.value().choice(),
                () -> gate.whileLive(released.permitted(), () -> {
                    seal.run();
                    pause.sealedPicture(bytes);
                })));
    }
}

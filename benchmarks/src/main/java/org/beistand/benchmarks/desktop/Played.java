package org.beistand.benchmarks.desktop;

import java.util.List;
import java.util.Optional;
import org.beistand.benchmarks.player.Scenes;

/**
 * One scene, played once.
 *
 * @param seconds that it was played
 * @param whole what it took until a while after the last picture, with all that was sharpened later
 * @param active what it took while it was played
 * @param drawn pictures by the player
 * @param seen different ones on the viewer's display
 * @param ages milliseconds between the two, for each
 * @param errors PSNR in dB of some of them
 * @param exactAfter milliseconds from the last picture until both displays were the same
 * @param restError PSNR at the end
 * @param differing share of the pixels at the end
 */
record Played(
        Scenes scene,
        double seconds,
        Load whole,
        Load active,
        int drawn,
        int seen,
        List<Double> ages,
        List<Double> errors,
        Optional<Double> exactAfter,
        double restError,
        double differing) {}

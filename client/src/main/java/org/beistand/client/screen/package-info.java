/**
 * The way of a picture from the screen it is seen on to the screen it is shown on.
 *
 * <p>The owner of the screen keeps one {@link org.beistand.client.screen.ScreenEncoder} for each viewer; it remembers the picture
 * that this viewer has and writes down only what is different now: first what was merely moved (a scrolled page, a dragged
 * window), then the rest in tiles of 64 x 64 pixels, each as one colour, as a palette or as predicted pixels. All that was drawn
 * goes through one long zstd stream for each viewer, so that what was seen in its last 8 MB is cheap to say again. What looks like
 * a photograph is sketched first and said exactly when it rests; both go another way, which wastes no time on looking for
 * what cannot be found. Nothing is lost in the end: the viewer's {@link org.beistand.client.screen.ScreenDecoder} has
 * the same pixels, bit by bit, and knows where it has not.
 *
 * <p>The decoder believes nothing. It takes from the stream only as many bytes as a picture can need, writes only inside the
 * picture, and is dead after the first thing that its encoder could not have said. {@link org.beistand.client.screen.FrameSplitter}
 * and {@link org.beistand.client.screen.FrameAssembly} cut encoded pictures into messages, and
 * {@link org.beistand.client.screen.PictureFlow} says when the next picture may follow. Everything here is plain computing:
 * no platform, no window, no clock of its own.
 */
@NullMarked
package org.beistand.client.screen;

import org.jspecify.annotations.NullMarked;

/**
 * A Mac. It was compiled and its thinking was tested; it has <b>not run</b> on a Mac yet.
 *
 * <p>macOS counts in points, each display with a scale of its own; {@code DisplayMap} puts the displays into one picture of
 * pixels and finds the way back. {@link org.beistand.client.platform.macos.MacScreen} takes pictures of each display several times
 * a second and compares them. {@link org.beistand.client.platform.macos.MacInput} posts events, as long as the security key can be
 * heard. {@link org.beistand.client.platform.macos.MacSecurityKey} taps the keyboard for F11 on a thread of its own.
 * {@link org.beistand.client.platform.macos.MacWindows} knows what stands where. The person has to allow the first in the system
 * settings under Screen Recording and the others under Accessibility; where she has not, that is a reason told to her.
 *
 * <p>The classes named after a framework ({@code CoreGraphics}, {@code CoreFoundation}, ...) hold its functions and nothing else.
 * Whatever decides something takes a small interface instead, so that it can be tried on any machine.
 */
@NullMarked
package org.beistand.client.platform.macos;

import org.jspecify.annotations.NullMarked;

/**
 * Pixels as operating systems hand them over, and the way from there to a {@link org.beistand.client.desktop.Picture}: rows with
 * gaps, turned monitors, pointers of one, two or four channels, and two pictures of which nobody says what has changed between
 * them. Nothing here calls the system, so all of it is tried on any machine.
 */
@NullMarked
package org.beistand.client.platform.pixels;

import org.jspecify.annotations.NullMarked;

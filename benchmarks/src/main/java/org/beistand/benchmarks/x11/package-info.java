/**
 * The bench's own eyes and hands on a virtual display, through Xlib. Nothing of the product is in them, so that they judge it
 * and its peers alike.
 */
@NullMarked
package org.beistand.benchmarks.x11;

import org.jspecify.annotations.NullMarked;

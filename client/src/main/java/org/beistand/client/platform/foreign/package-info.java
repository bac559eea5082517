/**
 * The one way into libraries of the operating system: {@link org.beistand.client.platform.foreign.NativeLibrary} finds a function
 * by its name and hands it out as a method handle. What the functions mean is known by the packages of the platforms.
 */
@NullMarked
package org.beistand.client.platform.foreign;

import org.jspecify.annotations.NullMarked;

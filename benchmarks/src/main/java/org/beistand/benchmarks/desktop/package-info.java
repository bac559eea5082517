/**
 * The same desktop shown by us and by others, side by side: {@code ./beistand bench screen}. Whoever shows it is a
 * {@link org.beistand.benchmarks.desktop.Contender}: processes, two displays and a socket, which are all that is looked at.
 */
@NullMarked
package org.beistand.benchmarks.desktop;

import org.jspecify.annotations.NullMarked;

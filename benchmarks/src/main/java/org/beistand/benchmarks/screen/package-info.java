/** What it costs to say what a screen looks like: in bytes, time and memory. */
@NullMarked
package org.beistand.benchmarks.screen;

import org.jspecify.annotations.NullMarked;

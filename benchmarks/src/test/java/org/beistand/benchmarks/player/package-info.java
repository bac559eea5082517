@NullMarked
package org.beistand.benchmarks.player;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.beistand.benchmarks.desktop;

import org.jspecify.annotations.NullMarked;

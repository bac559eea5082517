/**
 * How often a click is stopped that should not be, and the other way round: real pictures of a real desktop, encoded, delayed and
 * decoded, clicked at and compared as in a session.
 */
@NullMarked
package org.beistand.benchmarks.clicks;

import org.jspecify.annotations.NullMarked;

/**
 * Six digits to be read out on the telephone: drawn at random, given to one living session only, quiet for a while after it
 * is over, and costly to guess.
 */
@NullMarked
package org.beistand.operator.number;

import org.jspecify.annotations.NullMarked;

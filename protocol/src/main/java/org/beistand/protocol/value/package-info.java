/**
 * The values that all of Beistand speaks of: numbers, people, rights and reasons.
 */
@NullMarked
package org.beistand.protocol.value;

import org.jspecify.annotations.NullMarked;

/** The page of requirements is true. */
@NullMarked
package org.beistand.requirements;

import org.jspecify.annotations.NullMarked;

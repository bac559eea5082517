/**
 * The house rules as running tests. Each rule is tried on the whole of the product and on a small bad house in
 * {@code org.beistand.fixture}, where it must trip: a rule that cannot fail says nothing.
 */
@NullMarked
package org.beistand.architecture;

import org.jspecify.annotations.NullMarked;

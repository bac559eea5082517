/**
 * What the operator server remembers: users, sessions and reports, in an embedded database file by default. The statements are
 * standard SQL; the few things that only the embedded database knows stand in {@link org.beistand.operator.store.Database}.
 */
@NullMarked
package org.beistand.operator.store;

import org.jspecify.annotations.NullMarked;

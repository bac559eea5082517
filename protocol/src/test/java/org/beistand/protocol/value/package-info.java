/** What people type, and the sentences they read. */
@NullMarked
package org.beistand.protocol.value;

import org.jspecify.annotations.NullMarked;

/**
 * The server's side of a connection: a bounded door behind which only proved clients stand. // 001-32
 */
@NullMarked
package org.beistand.transport.listen;

import org.jspecify.annotations.NullMarked;

/** Tests of this package's parts alone. */
@NullMarked
package org.beistand.communication.relay;

import org.jspecify.annotations.NullMarked;

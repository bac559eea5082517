/** Tests of this package's parts alone. */
@NullMarked
package org.beistand.communication.room;

import org.jspecify.annotations.NullMarked;

/** Tests of this package's parts alone. */
@NullMarked
package org.beistand.communication.admission;

import org.jspecify.annotations.NullMarked;

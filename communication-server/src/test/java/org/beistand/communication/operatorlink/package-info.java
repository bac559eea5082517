/** Tests of this package's parts alone. */
@NullMarked
package org.beistand.communication.operatorlink;

import org.jspecify.annotations.NullMarked;

/** Tests of this package's parts alone. */
@NullMarked
package org.beistand.communication.report;

import org.jspecify.annotations.NullMarked;

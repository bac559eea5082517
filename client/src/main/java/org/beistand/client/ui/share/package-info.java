/** What of her screen she shows: everything, one monitor, or single programs. */
@NullMarked
package org.beistand.client.ui.share;

import org.jspecify.annotations.NullMarked;

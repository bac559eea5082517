/** The last resort, tried on an X server of its own. */
@NullMarked
package org.beistand.client.platform.awt;

import org.jspecify.annotations.NullMarked;

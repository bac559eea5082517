/** The adapters for X, tried on X servers of their own with real programs. */
@NullMarked
package org.beistand.client.platform.x11;

import org.jspecify.annotations.NullMarked;

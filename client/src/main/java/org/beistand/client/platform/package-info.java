/** The choice of the adapter that fits this machine. The adapters themselves live in the packages beneath. */
@NullMarked
package org.beistand.client.platform;

import org.jspecify.annotations.NullMarked;

/**
 * This machine as the rest of the client sees it: screens, windows, input, the security key, the clipboard. Only the adapters beneath {@code client.platform} know how.
 */
@NullMarked
package org.beistand.client.desktop;

import org.jspecify.annotations.NullMarked;

/**
 * Any machine that has Java's own windows, as a last resort: its screen can be shown, and nothing more. There is no security key
 * here, so nothing can be controlled either.
 */
@NullMarked
package org.beistand.client.platform.awt;

import org.jspecify.annotations.NullMarked;
